import type { Actor } from '../../platform/database.ts'
import type { Standing } from '../queries/movements.ts'
import { type MovementKind, possibleMovements } from './movement-states.ts'

/** Of what may happen now, what the actor's agency may say: a recall and a death anybody who writes custody, the rest the prison. */
export function sayable(standing: Standing, actor: Pick<Actor, 'agencyId' | 'agencyKind'>): MovementKind[] {
  if (!standing.mayWrite) return []
  const isPrison = actor.agencyKind === 'prison'
  const isHere = isPrison && standing.prisonId === actor.agencyId
  return possibleMovements(standing.state, standing.isRecalled).filter((kind) => {
    if (kind === 'DEATH' || kind === 'RECALL') return true
    return kind === 'RECEPTION' ? isPrison && (standing.prisonId === null || isHere) : isHere
  })
}

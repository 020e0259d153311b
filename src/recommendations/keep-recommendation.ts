import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  insertRecommendation,
  insertStanding,
  listRecommendations,
  type NewRecommendation,
  type SaidStanding,
  updateNumber,
  updateRetired,
} from './queries.ts'

/**
 * Says how the actor's prison stands with a recommendation.
 *
 * @throws Refusal `recommendation.no-prison` for any other agency; `recommendation.managers-only`; `recommendation.not-found`.
 */
export async function sayStanding(change: Change, id: string, said: SaidStanding): Promise<void> {
  const { agencyId, agencyKind, roles } = change.actor
  if (agencyKind !== 'prison') throw new Refusal('not allowed', 'recommendation.no-prison')
  if (!roles.includes('MANAGER')) throw new Refusal('not allowed', 'recommendation.managers-only')
  const standing = await listRecommendations(change, agencyId)
  if (!standing.some((one) => one.id === id)) throw new Refusal('not found', 'recommendation.not-found')
  await insertStanding(change, id, said)
  change.record({
    name: 'recommendation.said',
    subjectId: id,
    fieldGroup: 'administration',
    details: { state: said.state },
  })
}

/** Adds one in words of the partnership's own, with where it can be read. @returns its id. @throws Refusal `recommendation.coordinators-only` */
export async function addRecommendation(change: Change, typed: NewRecommendation): Promise<string> {
  mustCoordinate(change)
  const id = await insertRecommendation(change, typed)
  change.record({ name: 'recommendation.added', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** Writes the number that the review gave it. @throws Refusal `recommendation.coordinators-only`, `recommendation.not-found` */
export async function numberRecommendation(change: Change, id: string, number: string): Promise<void> {
  mustCoordinate(change)
  if (!(await updateNumber(change, id, number))) throw new Refusal('not found', 'recommendation.not-found')
  change.record({ name: 'recommendation.numbered', subjectId: id, fieldGroup: 'administration', details: { number } })
}

/** Takes it off every prison's list; what was said of it stays. @throws Refusal `recommendation.coordinators-only`, `recommendation.not-found` */
export async function retireRecommendation(change: Change, id: string): Promise<void> {
  mustCoordinate(change)
  if (!(await updateRetired(change, id))) throw new Refusal('not found', 'recommendation.not-found')
  change.record({ name: 'recommendation.retired', subjectId: id, fieldGroup: 'administration' })
}

function mustCoordinate({ actor }: Change): void {
  if (!actor.roles.includes('COORDINATOR')) throw new Refusal('not allowed', 'recommendation.coordinators-only')
}

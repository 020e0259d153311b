import type { Actor } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type HandoverState, type Mover, mayBecome, mayMove } from './handover-states.ts'
import type { Handover } from './queries/handovers.ts'

type Ends = Pick<Handover, 'fromAgencyId' | 'toAgencyId' | 'toAccountId' | 'state' | 'diedOn'>

/** The hats that somebody wears in a handover. A manager of the receiver's agency answers for a receiver who is away. */
export function hatsOf(
  { agencyId, userId, roles }: Pick<Actor, 'agencyId' | 'userId' | 'roles'>,
  { fromAgencyId, toAgencyId, toAccountId }: Ends,
): Mover[] {
  const isManager = roles.includes('MANAGER')
  const hats: Mover[] = []
  if (agencyId === fromAgencyId) hats.push('SENDER')
  if (agencyId === fromAgencyId && isManager) hats.push('MANAGER')
  if (agencyId === toAgencyId && (userId === toAccountId || isManager)) hats.push('RECEIVER')
  if (agencyId === fromAgencyId || agencyId === toAgencyId) hats.push('PERSON')
  return hats
}

/** Whether the actor may make a move now. */
export const mayMake = (actor: Pick<Actor, 'agencyId' | 'userId' | 'roles'>, handover: Ends, to: HandoverState) =>
  mayMove(handover.state, to, hatsOf(actor, handover))

/**
 * @throws Refusal `handover.moved-on` where no move leads there from here; `handover.died` where the person has, but for taking it back;
 *   `handover.not-theirs` where it is another's to make.
 */
export function refuseMove(actor: Actor, handover: Ends, to: HandoverState): void {
  if (!mayBecome[handover.state][to]) throw new Refusal('conflict', 'handover.moved-on')
  if (handover.diedOn && to !== 'CANCELLED') throw new Refusal('conflict', 'handover.died')
  if (!mayMake(actor, handover, to)) throw new Refusal('not allowed', 'handover.not-theirs')
}

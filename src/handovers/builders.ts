import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { answerBeside } from './answer-handover.ts'
import { holdMeeting, type Meeting } from './hold-meeting.ts'
import { type Proposal, proposeHandover } from './propose-handover.ts'

/** A handover proposed for the next day by somebody who is named on the case. @returns its id. */
export function aHandover(
  world: World,
  from: Actor,
  caseId: string,
  to: Actor,
  proposal: Partial<Proposal> = {},
): Promise<string> {
  const meetsAt = new Date(world.time.now.getTime() + 86_400_000)
  const meeting = { meetsAt, meetsHow: 'VIDEO', meetsPlace: '', why: 'She leaves in three weeks.' } as const
  return world.database.change(from, (change) =>
    proposeHandover(change, caseId, { toAccountId: to.userId, ...meeting, ...proposal }),
  )
}

/** The meeting of three, held now. */
export async function aMeeting(world: World, from: Actor, id: string, meeting: Partial<Meeting> = {}): Promise<void> {
  const held: Meeting = {
    ...{ heldAt: world.time.now, heldHow: 'VIDEO', heldPlace: '', ownWords: 'I want one person to ring.' },
    ...{ attended: [{ part: 'PERSON', name: 'Sam Rivers' }], points: [] },
  }
  await world.database.change(from, (change) => holdMeeting(change, id, { ...held, ...meeting }))
}

/** The person's answer, signed beside a worker. */
export async function anAnswer(world: World, beside: Actor, id: string, agrees: boolean): Promise<void> {
  const answer = { agrees, how: 'SIGNED', words: agrees ? '' : 'Nobody asked me.' } as const
  await world.database.change(beside, (change) => answerBeside(change, id, answer))
}

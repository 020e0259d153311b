import { nameWorker, type WorkerRole } from '../cases/index.ts'
import { addStep, plainStep, type StepOwner } from '../plans/index.ts'
import { apart } from '../platform/apart.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Chosen, listChosen } from './queries.ts'

/** Who does a step that is added for many: whoever adds it, each person, or each one's key worker. */
export const stepOwners = ['ME', 'PERSON', 'KEY_WORKER'] as const

/** What is done for each of many people. A step that asks for contact is one of its key worker. */
export type Round =
  | { verb: 'NAME_WORKER'; accountId: string; role: WorkerRole }
  | { verb: 'ASK_CONTACT' | 'ADD_STEP'; title: string; dueOn: Day; owner: (typeof stepOwners)[number] }

/** What became of each: the cases for which it was done, and the others with the code of what stood against it. */
export interface Outcome {
  done: string[]
  refused: { caseId: string; code: string }[]
}

/** At most so many people at once: a page of a list. */
export const mostAtOnce = 50

/**
 * Does one thing for many people. What is refused for one takes nothing else with it.
 *
 * @param caseIds - at most 50; one that the actor does not see is refused as `case.not-found`.
 */
export async function makeRound(change: Change, round: Round, caseIds: readonly string[]): Promise<Outcome> {
  const chosen = await listChosen(change, caseIds)
  const outcome: Outcome = { done: [], refused: [] }
  for (const caseId of caseIds) {
    try {
      const about = chosen.find((each) => each.caseId === caseId)
      await apart(change, () => doFor(change, round, about))
      outcome.done.push(caseId)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      outcome.refused.push({ caseId, code: error.code })
    }
  }
  const details = { verb: round.verb, done: outcome.done.length, refused: outcome.refused.length }
  change.record({ name: 'round.made', subjectId: change.actor.userId, fieldGroup: 'administration', details })
  return outcome
}

/** Thrown by `tryRound`, so that nothing of the trial stays. */
export class Tried extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('a round was tried')
    this.outcome = outcome
  }
}

/** Does it all and takes it back, by which the page knows what would happen to each. @throws Tried always, with the outcome */
export async function tryRound(change: Change, round: Round, caseIds: readonly string[]): Promise<never> {
  throw new Tried(await makeRound(change, round, caseIds))
}

async function doFor(change: Change, round: Round, about: Chosen | undefined): Promise<void> {
  if (!about) throw new Refusal('not found', 'case.not-found')
  if (about.hasDied) throw new Refusal('conflict', 'round.died')
  if (!about.isOpen) throw new Refusal('conflict', 'round.ended')
  if (round.verb === 'NAME_WORKER') {
    const { accountId, role } = round
    await nameWorker(change, about.caseId, { accountId, role })
    return
  }
  const { title, dueOn } = round
  await addStep(change, about.caseId, plainStep({ title, dueOn, owner: ownerOf(change, round.owner, about) }))
}

function ownerOf({ actor }: Change, owner: (typeof stepOwners)[number], { keyWorker }: Chosen): StepOwner {
  if (owner === 'PERSON') return { isForPerson: true, agencyId: null, accountId: null }
  if (owner === 'ME') return { isForPerson: false, agencyId: actor.agencyId, accountId: actor.userId }
  if (!keyWorker) throw new Refusal('conflict', 'round.no-key-worker')
  return { isForPerson: false, ...keyWorker }
}

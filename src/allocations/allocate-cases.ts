import { handOver, nameWorker, takeBack, type WorkerRole } from '../cases/index.ts'
import { apart } from '../platform/apart.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { claimMove, insertMove, type Moved } from './queries/moves.ts'

/** Why a manager gave somebody to another worker than the first that was suggested. */
export const choices = ['ASKED_FOR', 'SKILLS', 'SAFETY', 'WORKLOAD', 'OTHER'] as const
export type Choice = (typeof choices)[number]

export interface Pair {
  caseId: string
  accountId: string
  /** Where the worker stood among those suggested: 1 is the first. */
  rank: number
}
/** What became of many: how many were done, and which were not, each with the code of its refusal. */
export interface Outcome {
  done: number
  failed: { caseId: string; code: string }[]
}

/** Names a worker on each case; what is refused is said and takes nothing else with it. */
export async function allocateCases(
  change: Change,
  role: WorkerRole,
  pairs: readonly Pair[],
  why: Choice | null,
): Promise<Outcome> {
  const outcome = await each(change, pairs, async ({ caseId, accountId, rank }) => {
    const subjectId = await nameWorker(change, caseId, { accountId, role })
    const details = { accountId, role, rank, ...(rank > 1 && why && { why }) }
    change.record({ name: 'allocation.decided', subjectId, caseId, fieldGroup: 'identity', details })
  })
  if (outcome.done > 0) return outcome
  const details = { role, count: pairs.length }
  change.record({ name: 'allocation.nobody', subjectId: change.actor.userId, fieldGroup: 'administration', details })
  return outcome
}

export interface Place {
  caseId: string
  partyId: string
  accountId: string
}

/** Moves places of one worker to others, as one move that can be undone within a day. */
export async function moveCaseload(change: Change, fromId: string, places: readonly Place[]): Promise<Outcome> {
  const moved: Moved[] = []
  const outcome = await each(change, places, async ({ partyId, accountId }) => {
    const { partyId: to } = await handOver(change, partyId, accountId)
    moved.push({ from: partyId, to })
  })
  const subjectId = await insertMove(change, fromId, moved)
  const details = { fromId, count: moved.length }
  change.record({ name: 'allocation.caseload-moved', subjectId, fieldGroup: 'administration', details })
  return outcome
}

const dayInMs = 86_400_000
export const undoableSince = (now: Date): Date => new Date(now.getTime() - dayInMs)

/**
 * Gives a caseload back to whoever had it. A case on which somebody else was named since stays as it is.
 *
 * @throws Refusal `allocation.no-move` for one that was undone already, or is older than a day.
 */
export async function undoMove(change: Change, moveId: string): Promise<Outcome> {
  const moved = await claimMove(change, moveId, undoableSince(change.now))
  if (!moved) throw new Refusal('not found', 'allocation.no-move')
  const outcome = await each(
    change,
    moved.map((one) => ({ ...one, caseId: one.to })),
    (one) => takeBack(change, one),
  )
  const details = { count: outcome.done }
  change.record({ name: 'allocation.move-undone', subjectId: moveId, fieldGroup: 'administration', details })
  return outcome
}

async function each<T extends { caseId: string }>(
  change: Change,
  all: readonly T[],
  work: (one: T) => Promise<unknown>,
): Promise<Outcome> {
  const failed: Outcome['failed'] = []
  for (const one of all) {
    try {
      await apart(change, () => work(one))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push({ caseId: one.caseId, code: error.code })
    }
  }
  return { done: all.length - failed.length, failed }
}

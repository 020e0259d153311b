import { beginService } from '../needs/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getAt, move } from './answer-referral.ts'
import { insertOutcomes, type Outcome } from './queries/answers.ts'
import type { EndReason, WithdrawReason } from './reasons.ts'
import { tellReceiver, tellSender } from './tell.ts'

/**
 * Says that the service has begun: its need is then in progress.
 *
 * @throws Refusal `referral.not-found`, `referral.not-theirs`, `referral.moved-on`, `referral.changed-meanwhile`.
 */
export async function startReferral(change: Change, id: string, version: number): Promise<void> {
  const referral = await getAt(change, id, version)
  await move(change, referral, 'STARTED', { started_at: change.now, started_by: change.actor.userId })
  await beginService(change, referral.needId)
  await tellSender(change, referral, 'started')
}

export interface Ending {
  kind: 'COMPLETED' | 'ENDED_EARLY'
  /** Why it ended early. */
  reason: EndReason | null
  words: string
  outcomes: readonly Outcome[]
  /** How the person saw it, in their words; null where they would rather not say. */
  personsView: string | null
}

/**
 * Ends a service: what came of each thing it was to lead to, and how the person saw it.
 *
 * @throws Refusal as startReferral does; `referral.outcomes-missing` when a completed one says nothing of what came of it;
 *   `referral.reason-missing` when it ended early without a reason.
 */
export async function endReferral(change: Change, id: string, version: number, ending: Ending): Promise<void> {
  const referral = await getAt(change, id, version)
  if (ending.kind === 'COMPLETED' && ending.outcomes.length === 0) {
    throw new Refusal('not allowed', 'referral.outcomes-missing')
  }
  if (ending.kind === 'ENDED_EARLY' && !ending.reason) throw new Refusal('not allowed', 'referral.reason-missing')

  await insertOutcomes(change, id, ending.outcomes)
  await move(
    change,
    referral,
    ending.kind,
    {
      ended_at: change.now,
      ended_by: change.actor.userId,
      end_kind: ending.kind,
      end_reason: ending.reason,
      end_words: ending.words,
      persons_view: ending.personsView,
    },
    { results: ending.outcomes.map(({ result }) => result), reason: ending.reason },
  )
  await tellSender(change, referral, ending.kind === 'COMPLETED' ? 'completed' : 'ended-early')
}

/** Takes a referral back before the service has begun. @throws Refusal as startReferral does */
export async function withdrawReferral(
  change: Change,
  id: string,
  version: number,
  { reason, words }: { reason: WithdrawReason; words: string },
): Promise<void> {
  const referral = await getAt(change, id, version)
  await move(
    change,
    referral,
    'WITHDRAWN',
    {
      ended_at: change.now,
      ended_by: change.actor.userId,
      end_kind: 'WITHDRAWN',
      end_reason: reason,
      end_words: words,
    },
    { reason },
  )
  await tellReceiver(change, referral, 'withdrawn')
}

import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { type Claimed, insertTry, type Trouble, updateMessage } from './queries/messages.ts'
import { getForSystem, listKeepers, type OffBecause, updateWebhook } from './queries/webhooks.ts'
import { isHopeless, nextTryAt } from './retry-waits.ts'
import { words } from './words.ts'

/** What came of one message: one that the integration does not see is not sent at all. */
export type Outcome =
  | { message: Claimed; isSeen: false }
  | { message: Claimed; isSeen: true; status: number | null; tookMs: number; trouble: Trouble | null }

/** Whether the receiver took it. */
export const hasArrived = (status: number | null): boolean => status !== null && status >= 200 && status < 300

const gone = 410 // the receiver's own word that it wants nothing more

/** Keeps what came of some tries: when each is tried again, and whether the webhook is switched off. */
export async function keepOutcome(
  change: Change,
  { webhookId, url, agencyId }: { webhookId: string; url: string; agencyId: string },
  outcomes: readonly Outcome[],
): Promise<void> {
  let { failures, failingSince } = await getForSystem(change, webhookId)
  let isGone = false
  let arrived = 0
  for (const outcome of outcomes) {
    const isArrived = await keepOne(change, outcome)
    if (!outcome.isSeen) continue
    if (isArrived) arrived++
    failures = isArrived ? 0 : failures + 1
    failingSince = isArrived ? null : (failingSince ?? change.now)
    isGone ||= outcome.status === gone
  }
  const because: OffBecause | undefined = isGone
    ? 'GONE'
    : failingSince && isHopeless(change.now, failures, failingSince)
      ? 'FAILING'
      : undefined
  await updateWebhook(change, webhookId, { failures, failing_since: failingSince })
  if (because) await updateWebhook(change, webhookId, { off_at: change.now, off_because: because })
  const details = { arrived, tried: outcomes.length }
  change.record({ name: 'webhook.sent', subjectId: webhookId, fieldGroup: 'administration', details })
  if (because) await tellKeepers(change, { webhookId, url, agencyId }, because)
}

/** @returns whether it arrived. */
async function keepOne(change: Change, outcome: Outcome): Promise<boolean> {
  const { messageId, tries } = outcome.message
  const { now } = change
  if (!outcome.isSeen) {
    await updateMessage(change, messageId, { ended_at: now, ending: 'NOT_SEEN' })
    return false
  }
  const { status, tookMs, trouble } = outcome
  await insertTry(change, { messageId, status, tookMs, trouble })
  const isArrived = hasArrived(status)
  const next = nextTryAt(now, tries + 1)
  if (isArrived) await updateMessage(change, messageId, { tries: tries + 1, ended_at: now, ending: 'DELIVERED' })
  else if (next) await updateMessage(change, messageId, { tries: tries + 1, next_try_at: next })
  else await updateMessage(change, messageId, { tries: tries + 1, ended_at: now, ending: 'GIVEN_UP' })
  return isArrived
}

async function tellKeepers(
  change: Change,
  { webhookId, url, agencyId }: { webhookId: string; url: string; agencyId: string },
  because: OffBecause,
): Promise<void> {
  change.record({ name: 'webhook.given-up', subjectId: webhookId, fieldGroup: 'administration', details: { because } })
  const { host } = new URL(url)
  for (const { id, name, email, locale } of await listKeepers(change, agencyId)) {
    const say = words(locale)
    const text = { subject: say('mail.subject', { host }), body: say('mail.body', { name, host }) }
    await postMail(change, { to: email, accountId: id, locale, ...text })
  }
}

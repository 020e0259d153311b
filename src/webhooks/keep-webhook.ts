import { getToken } from '../integrations/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { seal } from '../platform/seal.ts'
import { testEvent } from './event-names.ts'
import { getEnding, updateMessage } from './queries/messages.ts'
import {
  endSecrets,
  getWebhook,
  insertSecret,
  insertWebhook,
  type NewWebhook,
  updateWebhook,
} from './queries/webhooks.ts'
import { newSecret } from './sign.ts'

const hoursOfBoth = 24

/**
 * From now on another system of the agency is told what happens.
 *
 * @returns the secret, which cannot be shown again.
 * @throws Refusal `token.not-found` when the agency has no such integration in force, `webhook.not-api` when it sees no cases.
 */
export async function addWebhook(change: Change, webhook: NewWebhook): Promise<{ id: string; secret: string }> {
  const { opens } = await getToken(change, webhook.tokenId)
  if (opens !== 'api') throw new Refusal('conflict', 'webhook.not-api')
  const id = newId()
  await insertWebhook(change, id, webhook)
  record(change, id, 'added', { host: new URL(webhook.url).host, events: webhook.events })
  return { id, secret: await giveSecret(change, id) }
}

/** Another choice of events. @throws Refusal `webhook.not-found` */
export async function chooseEvents(change: Change, id: string, events: string[]): Promise<void> {
  await getWebhook(change, id)
  await updateWebhook(change, id, { events })
  record(change, id, 'events-chosen', { events })
}

/**
 * A new secret. The one in force signs beside it for 24 hours, so that the receiver can change over.
 *
 * @returns the new one, which cannot be shown again.
 */
export async function renewSecret(change: Change, id: string): Promise<string> {
  await getWebhook(change, id)
  await endSecrets(change, id, new Date(change.now.getTime() + hoursOfBoth * 3_600_000))
  record(change, id, 'secret-renewed')
  return giveSecret(change, id)
}

async function giveSecret(change: Change, id: string): Promise<string> {
  const secret = newSecret()
  await insertSecret(change, id, seal(secret, 'webhook-key'))
  return secret
}

/** What happens meanwhile is not told later; what waits already stays. */
export async function switchOff(change: Change, id: string): Promise<void> {
  const { offAt } = await getWebhook(change, id)
  if (offAt) throw new Refusal('conflict', 'webhook.off')
  await updateWebhook(change, id, { off_at: change.now, off_because: 'BY_HAND' })
  record(change, id, 'switched-off')
}

/** On again, as if nothing had failed. @throws Refusal `webhook.on` */
export async function switchOn(change: Change, id: string): Promise<void> {
  const { offAt } = await getWebhook(change, id)
  if (!offAt) throw new Refusal('conflict', 'webhook.on')
  await updateWebhook(change, id, { off_at: null, off_because: null, failures: 0, failing_since: null })
  record(change, id, 'switched-on')
  change.later('send-webhooks', {})
}

export async function removeWebhook(change: Change, id: string): Promise<void> {
  await getWebhook(change, id)
  await updateWebhook(change, id, { removed_at: change.now })
  await endSecrets(change, id, change.now)
  record(change, id, 'removed')
}

/** Sends a made-up event on the way that real ones go. @throws Refusal `webhook.off` */
export async function sendTest(change: Change, id: string): Promise<void> {
  const { offAt } = await getWebhook(change, id)
  if (offAt) throw new Refusal('conflict', 'webhook.off')
  change.record({ name: testEvent, subjectId: id, fieldGroup: 'administration' })
}

/** Sends what was delivered or given up once more, under the same id. @throws Refusal `webhook.not-found`, `webhook.waits` */
export async function sendAgain(change: Change, webhookId: string, messageId: string): Promise<void> {
  await getWebhook(change, webhookId)
  const ending = await getEnding(change, webhookId, messageId)
  if (!ending) throw new Refusal('conflict', 'webhook.waits')
  await updateMessage(change, messageId, { next_try_at: change.now, tries: 0, ended_at: null, ending: null })
  record(change, webhookId, 'sent-again', { messageId })
  change.later('send-webhooks', {})
}

const record = (change: Change, subjectId: string, what: string, details: Record<string, unknown> = {}) =>
  change.record({ name: `webhook.${what}`, subjectId, fieldGroup: 'administration', details })

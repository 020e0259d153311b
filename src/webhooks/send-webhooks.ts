import type { Actor, Database } from '../platform/database.ts'
import { systemFor, systemUserId } from '../platform/jobs.ts'
import { unseal } from '../platform/seal.ts'
import { hasArrived, keepOutcome, type Outcome } from './keep-outcome.ts'
import { type Claimed, claimDue, isAnyDue, readEvents, type ToldEvent } from './queries/messages.ts'
import { signedHeaders } from './sign.ts'

/** What came of asking: a status, or why there is none. */
export type Answer = { status: number } | { trouble: 'NO_ANSWER' | 'NOT_PERMITTED' }

/** Posts to another's server; never throws. */
export type Post = (url: string, headers: Record<string, string>, body: string) => Promise<Answer>

const mostAtOnce = 20 // of one webhook: at five seconds each they end before their three minutes are over

/**
 * Sends all that is due. One that a crash cuts off between receiver and database is sent again under the same id: twice is better
 * than never.
 *
 * @returns how many arrived.
 */
export async function sendWebhooks(database: Database, system: Actor, post: Post): Promise<number> {
  if (!(await database.read(system, isAnyDue))) return 0
  const claimed = await database.change(system, async (change) => {
    const rows = await claimDue(change, mostAtOnce)
    change.record({ name: 'webhooks.claimed', subjectId: systemUserId, fieldGroup: 'administration' })
    return rows
  })
  const ofWebhooks = Map.groupBy(claimed, ({ webhookId }) => webhookId)
  const counts = await Promise.all([...ofWebhooks.values()].map((messages) => sendTo(database, messages, post)))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** One webhook's, one after another. Where nobody answers the rest is left until it is due again. */
async function sendTo(database: Database, messages: Claimed[], post: Post): Promise<number> {
  const [{ webhookId, agencyId, url }] = messages as [Claimed]
  const events = await readAsIntegration(database, messages)
  const outcomes: Outcome[] = []
  for (const message of messages) {
    const event = events.get(message.eventId)
    const outcome = event ? await sendOne(database, message, event, post) : { message, isSeen: false as const }
    outcomes.push(outcome)
    if (outcome.isSeen && outcome.trouble) break
  }
  await database.change(systemFor(agencyId), (change) => keepOutcome(change, { webhookId, url, agencyId }, outcomes))
  return outcomes.filter((outcome) => outcome.isSeen && hasArrived(outcome.status)).length
}

/** What the integration sees at this moment, and no more; that it is told is in the audit before it is. */
async function readAsIntegration(database: Database, messages: Claimed[]): Promise<Map<number, ToldEvent>> {
  const [{ webhookId, accountId, agencyId, audiences, name, tokenId }] = messages as [Claimed]
  const integration = { ...systemFor(agencyId), userId: accountId, audiences, name, sessionId: tokenId }
  const events = await database.read(integration, async (reading) => {
    const seen = await readEvents(
      reading,
      messages.map(({ eventId }) => eventId),
    )
    const caseIds = [...new Set(seen.flatMap(({ caseId }) => caseId ?? []))]
    const fieldGroups = [...new Set(seen.map(({ fieldGroup }) => fieldGroup as 'administration'))]
    if (caseIds.length > 0) reading.look({ action: 'disclose', caseIds, fieldGroups, details: { webhookId } })
    return seen
  })
  return new Map(events.map((event) => [event.id, event]))
}

async function sendOne(database: Database, message: Claimed, event: ToldEvent, post: Post): Promise<Outcome> {
  const body = bodyOf(event)
  const secrets = message.secrets.map((sealed) => unseal(sealed, 'webhook-key'))
  const signed = signedHeaders(message.messageId, database.clock.now(), body, secrets)
  const headers = { ...signed, 'content-type': 'application/json', 'user-agent': 'Throughline' }
  const began = performance.now()
  const answer = await post(message.url, headers, body)
  const tookMs = Math.round(performance.now() - began)
  const said = 'status' in answer ? { status: answer.status, trouble: null } : { status: null, trouble: answer.trouble }
  return { message, isSeen: true, tookMs, ...said }
}

/** Ids alone: who wants to know more fetches it with the integration's token, and that is an audited look. */
const bodyOf = ({ name, happenedAt, subjectId, caseId }: ToldEvent): string =>
  JSON.stringify({ type: name, timestamp: happenedAt.toISOString(), data: { id: subjectId, caseId } })

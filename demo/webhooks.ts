import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

const hosts = [
  ['cases.fernhall.example', 'HMP Fernhall asked for it: their case system fetches what changed.'],
  ['planning.fernhall.example', 'HMP Fernhall asked for it: the planning of escorts, on trial until spring.'],
] as const
// A fingerprint that no token has: nobody can call with it.
const noToken = `sha256(sha256('no token has this fingerprint'))`

/**
 * Another system of a prison that is told what happens: one webhook that works, with a message that needed three tries, and one
 * that was switched off because nothing arrived. Written as the rule-keepers, whom row-level security lets by.
 */
export async function writeWebhooks(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  const madeAt = calendar.past(moment(-60, 10 * 60))
  for (const [host, reason] of hosts) {
    await client.query(
      `insert into outside_host (id, host, reason, added_by, added_at)
       select $1, $2, $3, id, $4 from account where email = 'marian@wexley-council.example'`,
      [newId(), host, reason, madeAt],
    )
  }
  const [accountId, tokenId, working, failing] = [newId(), newId(), newId(), newId()]
  await client.query(
    `insert into account (id, agency_id, email, name, roles, is_integration, made_at)
     select $1::uuid, agency_id, $1::uuid || '@integration.invalid', 'Case system', '{INTEGRATION}', true, $2::timestamptz
     from account where email = 'kate@fernhall.example'`,
    [accountId, madeAt],
  )
  await client.query(
    `insert into api_token (id, token_hash, account_id, name, made_by, made_at, seen_on)
     select $1, ${noToken}, $2, 'Case system', id, $3, $4 from account where email = 'kate@fernhall.example'`,
    [tokenId, accountId, madeAt, calendar.today],
  )
  await client.query(
    `insert into webhook (id, token_id, url, events, made_by, made_at, failures, failing_since, off_at, off_because)
     select x.id, $1, x.url, x.events, k.id, $2, x.failures, x.failing_since, x.off_at, x.because from account k cross join (values
       ($3::uuid, 'https://cases.fernhall.example/throughline', '{referral.accepted,referral.declined,note.written}'::text[], 0,
         null::timestamptz, null::timestamptz, null),
       ($4, 'https://planning.fernhall.example/in', '{release-date.moved,movement.recorded}', 14, $5, $6, 'FAILING')
     ) as x(id, url, events, failures, failing_since, off_at, because) where k.email = 'kate@fernhall.example'`,
    [tokenId, madeAt, working, failing, calendar.past(moment(-3, 600)), calendar.past(moment(-1, 1_057))],
  )
  await writeMessages(client, { working, failing }, newId, calendar)
  await client.query('reset role')
}

/** The last events that the prison made itself, as if they had been sent when they happened. */
async function writeMessages(
  client: Client,
  { working, failing }: { working: string; failing: string },
  newId: () => string,
  calendar: Calendar,
): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string; happened_at: Date }>(
    `select e.id, e.name, e.happened_at from event e join agency g on g.id = e.agency_id
     where g.code = 'FHI' and e.name = any('{referral.accepted,referral.declined,note.written}') and e.happened_at < $1
     order by e.happened_at desc, e.id desc limit 8`,
    [calendar.past(moment(0, 1_439))],
  )
  for (const [index, { id, name, happened_at }] of rows.entries()) {
    const statuses = index === 2 ? [null, 503, 204] : [204]
    await writeMessage(client, { id: newId(), webhook: working, event: id, name, at: happened_at, statuses })
  }
  const { rows: made } = await client.query<{ id: string; happened_at: Date }>(
    `insert into event (name, subject_id, field_group, agency_id, actor_id, happened_at)
     select 'webhook.tested', $1, 'administration', agency_id, id, $2 from account where email = 'kate@fernhall.example'
     returning id, happened_at`,
    [failing, calendar.past(moment(-3, 600))],
  )
  for (const { id, happened_at } of made) {
    const statuses = Array.from({ length: 9 }, (_, at) => (at % 2 ? 502 : null))
    await writeMessage(client, {
      id: newId(),
      webhook: failing,
      event: id,
      name: 'webhook.tested',
      at: happened_at,
      statuses,
    })
  }
}

const waits = [0, 1, 6, 36, 156, 456, 1_056, 1_896, 3_336] // minutes from the first try to each

async function writeMessage(
  client: Client,
  message: { id: string; webhook: string; event: string; name: string; at: Date; statuses: readonly (number | null)[] },
): Promise<void> {
  const { id, webhook, event, name, at, statuses } = message
  const tries = statuses.map((status, nth) => ({ status, at: new Date(at.getTime() + waits[nth]! * 60_000 + 2_000) }))
  const last = tries.at(-1)!
  const ending = last.status === 204 ? 'DELIVERED' : 'GIVEN_UP'
  await client.query(
    `insert into webhook_message (id, webhook_id, event_id, event_name, queued_at, next_try_at, tries, ended_at, ending)
     values ($1, $2, $3, $4, $5, $6, $7, $6, $8)`,
    [id, webhook, event, name, at, last.at, tries.length, ending],
  )
  for (const [nth, { status, at: triedAt }] of tries.entries()) {
    const tookMs = status === null ? 5_000 : 70 + ((nth * 37 + at.getUTCMinutes() * 7) % 180)
    await client.query(
      `insert into webhook_try (message_id, nth, tried_at, status, took_ms, trouble) values ($1, $2, $3, $4, $5, $6)`,
      [id, nth + 1, triedAt, status, tookMs, status === null ? 'NO_ANSWER' : null],
    )
  }
}

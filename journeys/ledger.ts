import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'

const token = `tl_${randomBytes(32).toString('base64url')}`

/** What was written, and what the site said of it. */
export interface Ledger {
  /** Bodies of notes that were answered with 201. */
  acknowledged: string[]
  /** Ends the writing, after what is under way. */
  stop(): Promise<void>
}

/** Several writers, each with a note at a time, through whatever happens to the site. */
export function startWriting(addressOf: () => string, caseId: string, writers: number): Ledger {
  const acknowledged: string[] = []
  let isOver = false
  const write = async () => {
    while (!isOver) {
      const body = randomUUID()
      if ((await sendNote(addressOf(), caseId, body)) === 201) acknowledged.push(body)
      else await sleep(20) // it is down just now
    }
  }
  const work = Promise.all(Array.from({ length: writers }, write))
  return {
    acknowledged,
    async stop() {
      isOver = true
      await work
    },
  }
}

/** Acknowledged notes that are gone, and what stands there by halves: a note without its event, or without its audit. */
export async function holesIn({ acknowledged }: Ledger, client: Client): Promise<{ lost: string[]; halves: number }> {
  const { rows: notes } = await client.query<{ body: string }>('select body from note')
  const kept = new Set(notes.map(({ body }) => body))
  const { rows } = await client.query<{ events: number; audited: number }>(`
    select (select count(*)::int from event where name = 'note.written') as events,
      (select count(*)::int from audit where details->'events' ? 'note.written') as audited`)
  const { events, audited } = rows[0]!
  const halves = Math.abs(events - notes.length) + Math.abs(audited - notes.length)
  return { lost: acknowledged.filter((body) => !kept.has(body)), halves }
}

/** @returns the status; undefined when nobody answered. */
export async function sendNote(address: string, caseId: string, body: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const url = `${address}/api/v1/cases/${caseId}/notes`
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ body }) }).catch(() => undefined)
  await answer?.arrayBuffer().catch(() => {})
  if (answer && answer.status < 500 && answer.status !== 201) throw new Error(`A note was refused: ${answer.status}`)
  return answer?.status
}

/** Looks at the case. @returns the status; undefined when nobody answered. */
export async function readCase(address: string, caseId: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${address}/api/v1/cases/${caseId}`, { headers }).catch(() => undefined)
  await answer?.arrayBuffer().catch(() => {})
  return answer?.status
}

/** An agency whose integration works on one case. */
export async function prepareCase(client: Client): Promise<string> {
  const [agency, account, person, opened] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const hash = createHash('sha256').update(token).digest()
  const steps: [string, unknown[]][] = [
    [`insert into partnership (name) values ('Kill')`, []],
    [`select make_founding_agreement('2020-01-01')`, []],
    [`insert into agency (id, code, kind, name) values ($1, 'KILL', 'prison', 'Prison')`, [agency]],
    ['insert into agreement_party (agreement_id, agency_id) select id, $1 from agreement', [agency]],
    [
      `insert into account (id, agency_id, email, name, roles, is_integration) values ($1, $2, 'a@example.org', 'Kiosk', '{INTEGRATION}', true)`,
      [account, agency],
    ],
    [
      `insert into api_token (token_hash, account_id, name, made_by, made_at) values ($1, $2, 'kill', $2, now())`,
      [hash, account],
    ],
    [
      `insert into person (id, given_name, family_name, owner_agency_id) values ($1, 'Sam', 'Rivers', $2)`,
      [person, agency],
    ],
    [
      `insert into case_file (id, person_id, opened_on, owner_agency_id) values ($1, $2, '2026-01-01', $3)`,
      [opened, person, agency],
    ],
    [
      `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
        values ($1, $2, $3, 'ALLOCATED', 'KEY_WORKER', '2026-01-01', $2)`,
      [opened, agency, account],
    ],
  ]
  for (const [sql, values] of steps) await client.query(sql, values)
  return opened
}

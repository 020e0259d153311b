import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urlAt } from '../src/platform/embedded-postgres.ts'
import { freePort, type RunningSite, startSite } from './running-site.ts'

const kills = 20
const writers = 4
const token = `tl_${randomBytes(32).toString('base64url')}`

const folder = mkdtempSync(join(tmpdir(), 'kill-'))
const settings = { DATA_DIR: folder, DEMO: 'off' }
let site: RunningSite
let port: number
let caseId: string

beforeAll(async () => {
  port = await freePort()
  site = startSite(port, settings)
  await site.ready()
  caseId = await inDatabase(prepareCase)
}, 120_000)
afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('killing the program or its database in the middle of work loses nothing that was acknowledged', async () => {
  const acknowledged: string[] = []
  const answers = new Set<number>()
  let isOver = false
  const write = async () => {
    while (!isOver) {
      const body = randomUUID()
      const status = await sendNote(body)
      if (status) answers.add(status)
      if (status === 201) acknowledged.push(body)
      else await sleep(20) // it is down just now
    }
  }

  const work = Array.from({ length: writers }, write)
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.length
    while (acknowledged.length < before + 20) await sleep(10) // in the middle of work, not of a pause
    if (kill % 2 === 0) process.kill(site.postmasterPid(), 'SIGKILL')
    else {
      await site.stop('SIGKILL')
      site = startSite(port, settings)
    }
    await site.ready()
  }
  isOver = true
  await Promise.all(work)

  const kept = await inDatabase(async (client) => {
    const { rows } = await client.query<{ body: string }>('select body from note')
    return new Set(rows.map((row) => row.body))
  })
  const halves = await inDatabase(async (client) => {
    const { rows } = await client.query(`
      select (select count(*)::int from note) as notes, (select count(*)::int from event where name = 'note.written') as events,
        (select count(*)::int from audit where details->'events' ? 'note.written') as audited`)
    return rows[0]
  })
  expect(acknowledged.filter((body) => !kept.has(body))).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(kills * 20 - 1)
  expect(halves.events).toBe(halves.notes)
  expect(halves.audited).toBe(halves.notes)
}, 300_000)

/** @returns the status; undefined when nobody answered. */
async function sendNote(body: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const url = `${site.address}/api/v1/cases/${caseId}/notes`
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ body }) }).catch(() => undefined)
  await answer?.arrayBuffer().catch(() => {})
  if (answer && answer.status < 500 && answer.status !== 201) throw new Error(`A note was refused: ${answer.status}`)
  return answer?.status
}

/** An agency whose integration works on one case. */
async function prepareCase(client: Client): Promise<string> {
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

async function inDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlAt(join(folder, 'postgres'), 'postgres', 'throughline') })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

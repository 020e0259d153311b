import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareCase, sendNote } from '../journeys/ledger.ts'
import { freePort, startSite } from '../journeys/running-site.ts'
import { startPostgres, urlAt } from '../src/platform/embedded-postgres.ts'
import { makeDatabase } from '../src/platform/find-database.ts'
import { inDatabase } from './in-database.ts'
import { openSlowWire } from './slow-wire.ts'

/** What went otherwise than promised with a database that is slow or silent, and with no mail server; in words. */
export async function slowness(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'slow-'))
  const { socketFolder, stop } = await startPostgres(join(folder, 'postgres'))
  await makeDatabase(socketFolder, 'throughline')
  const wire = await openSlowWire(join(socketFolder, '.s.PGSQL.5432'))
  const site = startSite(await freePort(), {
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: `postgres://owner@127.0.0.1:${wire.port}/throughline`,
    DEMO: 'off',
    MAIL_URL: 'smtp://127.0.0.1:9', // nobody listens there
  })
  const direct = urlAt(socketFolder, 'postgres', 'throughline')
  const problems: string[] = []
  const expectThat = (promise: string, isKept: boolean) => {
    if (!isKept) problems.push(promise)
  }
  try {
    await site.ready()
    const caseId = await inDatabase(direct, prepareCase)
    const acknowledged: string[] = []
    const write = async () => {
      const body = randomUUID()
      const status = await sendNote(site.address, caseId, body).catch((error: Error) => error.message)
      if (status === 201) acknowledged.push(body)
      return status
    }
    const isLive = async () => (await answered(`${site.address}/health/live`)) === 200
    const isReady = async () => (await answered(`${site.address}/health/ready`)) === 200
    const recovers = async () => {
      for (const began = Date.now(); Date.now() - began < longestRecovery; await sleep(250)) {
        if ((await isReady()) && (await write()) === 201) return true
      }
      return false
    }

    for (const delay of [200, 2_000]) {
      wire.delay = delay
      const status = await write()
      expectThat(`a database that takes ${delay} ms still takes a note: ${status}`, status === 201)
      expectThat(`the program lives with a database that takes ${delay} ms`, await isLive())
    }
    wire.delay = 'stalled'
    const waiting = Promise.all(Array.from({ length: morePeopleThanConnections }, write))
    await sleep(3_000)
    expectThat('the program lives while its database is silent', await isLive())
    expectThat('the program says that it is not ready while its database is silent', !(await isReady()))
    wire.delay = 0
    const statuses = await waiting
    const odd = statuses.filter((status) => status !== 201 && status !== undefined && Number(status) < 500)
    expectThat(`who waited is answered or told of a fault: ${odd}`, odd.length === 0)
    expectThat('it recovers by itself when the database answers again', await recovers())

    const rows = await inDatabase(direct, (client) => client.query<{ body: string }>('select body from note'))
    const kept = new Set(rows.rows.map(({ body }) => body))
    const lost = acknowledged.filter((body) => !kept.has(body))
    expectThat(`nothing acknowledged is lost: ${lost.length}`, lost.length === 0)
    expectThat('a link that is asked for waits until there is a mail server', await mailWaits(site.address, direct))
  } finally {
    await site.stop()
    await wire.close()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return problems
}

const longestRecovery = 30_000 // milliseconds
const morePeopleThanConnections = 60

const answered = async (url: string): Promise<number | undefined> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined)
  return answer?.status
}

/** Somebody asks for a new password while no mail can be sent: they are answered, and the mail is kept. */
async function mailWaits(address: string, database: string): Promise<boolean> {
  await inDatabase(database, (client) =>
    client.query(
      `insert into account (agency_id, email, name, roles) select id, 'waits@example.org', 'Waits', '{WORKER}' from agency`,
    ),
  )
  const form = new URLSearchParams({ email: 'waits@example.org' })
  const answer = await fetch(`${address}/sign-in/forgotten`, { method: 'POST', body: form })
  for (const began = Date.now(); Date.now() - began < longestRecovery; await sleep(250)) {
    const { rows } = await inDatabase(database, (client) =>
      client.query(`select from mail where to_address = 'waits@example.org' and sent_at is null`),
    )
    if (rows.length > 0) return answer.ok
  }
  return false
}

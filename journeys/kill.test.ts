import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urlAt } from '../src/platform/embedded-postgres.ts'
import { holesIn, prepareCase, startWriting } from './ledger.ts'
import { freePort, type RunningSite, startSite } from './running-site.ts'

const kills = 20

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
  const ledger = startWriting(() => site.address, caseId, 4)
  const { acknowledged } = ledger

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
  await ledger.stop()

  expect(await inDatabase((client) => holesIn(ledger, client))).toEqual({ lost: [], halves: 0 })
  expect(acknowledged.length).toBeGreaterThan(kills * 20 - 1)
}, 300_000)

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

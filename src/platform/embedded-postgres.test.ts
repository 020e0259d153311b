import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startPostgres, urlAt } from './embedded-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a database that could not start again for longer than is tried at once is there as soon as it can', async () => {
  const data = join(folder, 'postgres')
  const { socketFolder, stop } = await startPostgres(data, ['fsync=off'])
  const settings = join(data, 'postgresql.conf')
  const were = readFileSync(settings, 'utf8')

  writeFileSync(settings, `${were}\nno_setting_of_this_name = on\n`)
  process.kill(Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10), 'SIGKILL')
  await sleep(11_000)
  const meanwhile = await answers(socketFolder)
  writeFileSync(settings, were)
  let isThere = false
  for (let turn = 0; turn < 40 && !isThere; turn += 1) {
    await sleep(250)
    isThere = await answers(socketFolder)
  }
  await stop()

  expect({ meanwhile, isThere }).toEqual({ meanwhile: false, isThere: true })
})

async function answers(socketFolder: string): Promise<boolean> {
  const client = new Client({ connectionString: urlAt(socketFolder, 'postgres', 'postgres') })
  client.on('error', () => {}) // it is asked while it cannot answer
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { openWorld } from '../platform/testing/world.ts'
import { listHeads } from './queries.ts'
import { appendHeads, publicKeyOf } from './signed-heads.ts'
import { verifyAudit } from './verify-audit.ts'

const folder = mkdtempSync(join(tmpdir(), 'heads-'))
const now = new Date('2026-03-02T09:30:00Z')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('whoever owns the database and takes the rows’ protection away is found by what was signed', async () => {
  const world = await openWorld()
  const worker = await world.aWorkerAt('Prison')
  const owner = new URL(inject('urls').owner)
  owner.pathname = new URL(world.appUrl).pathname
  const witness = { file: join(folder, 'real.jsonl'), publicKey: publicKeyOf(folder) }
  const look = () =>
    world.database.read(worker, async (reading) => reading.look({ action: 'consult', fieldGroups: ['identity'] }))
  for (let turn = 0; turn < 5; turn += 1) await look()
  appendHeads(witness.file, folder, await world.database.read(worker, listHeads), now)
  await look()

  const whole = await verifyAudit(owner.href, witness)
  await world.inspect('alter table audit disable trigger user')
  await world.inspect(`update audit set account_id = null where id = (select min(id) from audit)`)
  const edited = await verifyAudit(owner.href, witness)
  await world.inspect('delete from audit')
  await world.inspect(
    `update audit_head set place = 0, hash = sha256(convert_to('throughline audit shard ' || shard, 'UTF8'))`,
  )
  const emptied = await verifyAudit(owner.href, witness)
  await world.close()

  expect(whole).toEqual({ rows: 6, lines: 1, broken: undefined })
  expect(edited.broken).toMatchObject({ kind: 'edited' })
  expect(emptied.broken).toMatchObject({ kind: 'cut' })
})

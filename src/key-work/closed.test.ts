import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { recordMovement } from '../custody/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { readReport } from './queries/report.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

test('whose record is closed to a worker stands in none of their numbers, and no row says that somebody is there', async () => {
  const amira = await world.aWorkerAt('Fernhall')
  const manager = await world.aColleagueOf(amira, { roles: ['MANAGER'] })
  const colleague = await world.aColleagueOf(amira)
  const { id: caseId, personId } = await aCase(world, amira)
  await world.database.change(amira, (change) =>
    recordMovement(change, personId, { kind: 'RECEPTION', happenedOn: '2026-03-01', wing: 'B' }),
  )
  await site.post(amira, `/cases/${caseId}/key-work`, { formId: newId(), kind: 'SESSION', body: 'Ready.' })
  const heldFor = async (actor: Actor) => {
    const rows = await world.database.read(actor, (reading) =>
      readReport(reading, '2026-03-01', '2026-03-31', { by: 'wing' }),
    )
    return rows.map(({ name, people, held }) => [name, people, held])
  }

  const before = await heldFor(colleague)
  const closing = { reason: 'Threats on the wing.', accountIds: [amira.userId] }
  await site.post(manager, `/cases/${caseId}/restricted`, closing)
  const page = await site.get(colleague, '/key-work/report?by=person&month=2026-03')

  expect(before).toEqual([['B', 1, 1]])
  expect(await heldFor(colleague)).toEqual([])
  expect(page.body).not.toContain('whom you no longer see')
  expect(await heldFor(amira)).toEqual(before)
})

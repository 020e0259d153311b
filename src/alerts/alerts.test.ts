import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { letIn } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { alertText, listAlerts, markSeen, tellAccount, tellWorkers } from './index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const told = (actor: Actor) => world.database.read(actor, (reading) => listAlerts(reading, { limit: 50 }))

async function aSharedCase() {
  const prison = await world.aWorkerAt('Prison')
  const probation = await world.aWorkerAt('Probation', { kind: 'probation' })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(prison, async (change) => {
    await letIn(change, {
      caseId,
      agencyId: probation.agencyId,
      accountId: probation.userId,
      relationship: 'ALLOCATED',
      role: 'COMMUNITY_OFFENDER_MANAGER',
    })
    change.record({ name: 'case.worker-named', subjectId: caseId, caseId, fieldGroup: 'identity' })
  })
  return { prison, probation, caseId, personId }
}

const tell = (actor: Actor, caseId: string, fieldGroup: 'custody' | 'health' = 'custody', accountId?: string) =>
  world.database.change(actor, async (change) => {
    const news = { caseId, name: 'release-date.moved', subjectId: caseId, fieldGroup }
    change.record({ name: 'release-date.moved', subjectId: caseId, caseId, fieldGroup })
    return accountId ? tellAccount(change, accountId, news) : tellWorkers(change, news)
  })

test('the named workers of a case are told, and not the one who did it', async () => {
  const { prison, probation, caseId } = await aSharedCase()

  const count = await tell(prison, caseId)

  expect(count).toBe(1)
  expect(await told(probation)).toMatchObject([
    { name: 'release-date.moved', personName: 'Danny Okafor', agencyName: 'Prison', isSeen: false },
  ])
  expect(await told(prison)).toEqual([])
})

test('nobody is told of a part of the case that they may not see', async () => {
  const { prison, probation, caseId } = await aSharedCase()
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })

  const counts = [await tell(prison, caseId, 'health'), await tell(prison, caseId, 'custody', stranger.userId)]

  expect(counts).toEqual([0, 0])
  expect(await told(probation)).toEqual([])
})

test('an agency that never worked on a case can tell nobody about it', async () => {
  const { caseId } = await aSharedCase()
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })

  await expect(tell(stranger, caseId)).rejects.toThrow(/does not work on the case/)
})

test('what was told is no longer shown when sight of the case ends', async () => {
  const { prison, probation, caseId } = await aSharedCase()
  await tell(prison, caseId)

  await world.inspect('update case_party set until_on = current_date where account_id = $1', [probation.userId])

  expect(await told(probation)).toEqual([])
})

test('what was seen is marked, and what came after is not', async () => {
  const { prison, probation, caseId } = await aSharedCase()
  await tell(prison, caseId)
  const lookedAt = world.time.now
  world.time.now = new Date(lookedAt.getTime() + 60_000)
  await tell(prison, caseId)

  await world.database.change(probation, (change) => markSeen(change, lookedAt))

  expect((await told(probation)).map(({ isSeen }) => isSeen)).toEqual([false, true])
})

test('an alert says what happened in the reader’s language, one without words of its own too', async () => {
  const { prison, probation, caseId } = await aSharedCase()
  await tell(prison, caseId)
  const [alert] = await told(probation)

  const said = [alertText('en', alert!), alertText('nl', alert!), alertText('it', { ...alert!, name: 'unheard.of' })]

  expect(said).toEqual([
    'The release date of Danny Okafor moved',
    'De vrijlatingsdatum van Danny Okafor is verschoven',
    'Qualcosa è cambiato per Danny Okafor',
  ])
})

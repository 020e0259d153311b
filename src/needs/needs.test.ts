import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aNeed } from './builders.ts'
import { derivePathwayStatus } from './derive-pathway-status.ts'
import {
  changeNeed,
  getNeed,
  listNeeds,
  listPathwayStandings,
  type Need,
  raiseNeeds,
  setPathwayStatus,
  undoNeedChange,
} from './index.ts'
import { listNeedVersions, type NeedFields } from './queries/needs.ts'
import { listEarlierStandings } from './queries/pathway-statuses.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const change = (worker: Actor, need: Need, fields: Partial<NeedFields>, version = need.version) =>
  world.database.change(worker, (work) => changeNeed(work, need.id, version, { ...need, ...fields }))
const read = (worker: Actor, need: Need) => world.database.read(worker, (reading) => getNeed(reading, need.id))
const standing = async (worker: Actor, caseId: string) =>
  (await world.database.read(worker, (reading) => listPathwayStandings(reading, caseId)))[0]

test('a need belongs to any agency or worker, and its owner can change', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const housing = await world.aWorkerAt('Northgate Homes', { kind: 'charity' })
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId, { neededByOn: '2026-05-01' })

  await change(prison, need, { responsible: { agencyId: housing.agencyId, accountId: null, isForPerson: false } })

  expect(need).toMatchObject({ responsibleName: 'Amira Khan', status: 'NOT_STARTED', neededByOn: '2026-05-01' })
  expect(await read(prison, need)).toMatchObject({
    responsibleAgencyName: 'Northgate Homes',
    responsibleName: null,
    version: 2,
  })
})

test('a need is seen by those who may see needs, and by nobody else', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId)

  expect(await world.database.read(police, (reading) => listNeeds(reading, caseId))).toEqual([])
  await expect(read(police, need)).rejects.toMatchObject({ code: 'need.not-found' })
})

test('a declined need says why, and a closed one can be opened again', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId)

  await expect(change(prison, need, { status: 'DECLINED' })).rejects.toMatchObject({ code: 'need.reason-missing' })
  await change(prison, need, { status: 'DECLINED', statusReason: 'Wants to look alone' })
  const closed = await read(prison, need)
  await change(prison, closed, { status: 'IN_PROGRESS' })

  expect(closed.closedAt).not.toBeNull()
  expect(await read(prison, need)).toMatchObject({ status: 'IN_PROGRESS', closedAt: null, version: 3 })
})

test('undo takes a change back, and what was is kept as history', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId)
  await change(prison, need, { status: 'MET' })

  await world.database.change(prison, (work) => undoNeedChange(work, need.id, 2))

  expect(await read(prison, need)).toMatchObject({ status: 'NOT_STARTED', closedAt: null, version: 3 })
  const versions = await world.database.read(prison, (reading) => listNeedVersions(reading, need.id))
  expect(versions.map(({ version, status }) => [version, status])).toEqual([
    [2, 'MET'],
    [1, 'NOT_STARTED'],
  ])
})

test('a worker who saw an older version changes nothing', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId)
  await change(prison, need, { words: 'A room near work' })

  await expect(change(prison, need, { words: 'A flat' })).rejects.toMatchObject({ code: 'need.changed-meanwhile' })

  expect((await read(prison, need)).words).toBe('A room near work')
})

test('a question raises one open need, however many workers submit it', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  const responsible = { agencyId: prison.agencyId, accountId: null, isForPerson: false }
  const raise = () =>
    world.database.change(prison, async (work) => {
      work.record({ name: 'tried', subjectId: caseId, caseId, fieldGroup: 'needs' })
      return raiseNeeds(work, caseId, [{ pathway: 'HEALTH', words: 'A doctor', responsible, questionKey: 'health-gp' }])
    })

  const [first, second] = [await raise(), await raise()]

  expect(first).toHaveLength(1)
  expect(second).toEqual([])
})

test('a pathway follows its needs; set by hand it stands until they say something new; its past is kept', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison)
  const need = await aNeed(world, prison, caseId)
  const raised = await standing(prison, caseId)
  world.time.now = new Date('2026-03-03T09:30:00Z')
  const byHand = {
    pathway: 'ACCOMMODATION',
    status: 'SUPPORT_DECLINED',
    reason: 'Says no for now',
    seen: 'SUPPORT_REQUIRED',
  } as const

  await world.database.change(prison, (work) => setPathwayStatus(work, caseId, byHand))
  const declined = await standing(prison, caseId)
  await aNeed(world, prison, caseId, { words: 'A bed' })
  const still = await standing(prison, caseId)
  world.time.now = new Date('2026-03-04T09:30:00Z')
  await change(prison, need, { status: 'IN_PROGRESS' })
  const moved = await standing(prison, caseId)
  world.time.now = new Date('2026-03-02T09:30:00Z')

  expect(raised).toMatchObject({ status: 'SUPPORT_REQUIRED', isByHand: false })
  expect(declined).toMatchObject({ status: 'SUPPORT_DECLINED', reason: 'Says no for now', setByName: 'Amira Khan' })
  expect(still).toMatchObject({ status: 'SUPPORT_DECLINED' })
  expect(moved).toMatchObject({ status: 'IN_PROGRESS', isByHand: false })
  const past = await world.database.read(prison, (reading) => listEarlierStandings(reading, caseId, 'ACCOMMODATION'))
  expect(past.map(({ status }) => status)).toEqual(['SUPPORT_DECLINED', 'SUPPORT_REQUIRED'])
  const [summary] = await world.inspect('select pathway_statuses from case_summary where case_id = $1', [caseId])
  expect(summary).toEqual({ pathway_statuses: { ACCOMMODATION: 'IN_PROGRESS' } })
})

test('a status that another worker set since is not written over', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)
  await aNeed(world, prison, caseId)

  const late = world.database.change(prison, (work) =>
    setPathwayStatus(work, caseId, { pathway: 'ACCOMMODATION', status: 'DONE', reason: 'x', seen: 'NOT_STARTED' }),
  )

  await expect(late).rejects.toMatchObject({ code: 'pathway.changed-meanwhile' })
})

describe('a pathway status', () => {
  test.each([
    [{ needs: [], isAssessed: false }, 'NOT_STARTED'],
    [{ needs: [], isAssessed: true }, 'SUPPORT_NOT_REQUIRED'],
    [{ needs: [], isAssessed: true, supportWanted: 'YES' }, 'SUPPORT_REQUIRED'],
    [{ needs: ['NOT_STARTED'], isAssessed: true }, 'SUPPORT_REQUIRED'],
    [{ needs: ['NOT_STARTED'], isAssessed: true, supportWanted: 'NO' }, 'SUPPORT_DECLINED'],
    [{ needs: ['NOT_STARTED', 'IN_PROGRESS'], isAssessed: true }, 'IN_PROGRESS'],
    [{ needs: ['MET', 'DECLINED'], isAssessed: true }, 'DONE'],
    [{ needs: ['DECLINED'], isAssessed: true }, 'SUPPORT_DECLINED'],
  ] as const)('of %j is %s', (facts, status) => {
    expect(derivePathwayStatus(facts)).toBe(status)
  })
})

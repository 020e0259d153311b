import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aService } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { sent } from '../referrals/builders.ts'
import { acceptReferral, declineReferral, startReferral } from '../referrals/index.ts'
import { askedTwice } from './asked-twice.ts'
import { readRange } from './range.ts'
import { referralCounts } from './referral-counts.ts'
import { reliability } from './reliability.ts'
import type { MakeReport } from './report.ts'
import { reportNames } from './report-list.ts'
import { timeToService } from './time-to-service.ts'

let world: World
let site: Site
let prison: Actor
let charity: Actor
let police: Actor
const begun = new Date('2026-03-02T09:30:00Z')
const day = 86_400_000
const range = { from: '2026-01-01', to: '2026-12-31', side: 'FROM' as const }

beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  prison = await world.aWorkerAt('HMP Fernhall')
  charity = await world.aWorkerAt('Second Step', { kind: 'charity' })
  police = await world.aWorkerAt('Police', { kind: 'police' })
  const serviceId = await aService(world, charity, { name: '=Rooms' })

  for (const { answerAfter, startAfter } of [
    { answerAfter: 1, startAfter: 2 },
    { answerAfter: 1, startAfter: 4 },
    { answerAfter: 4, startAfter: 9 },
    { answerAfter: 2, startAfter: undefined }, // a no
    { answerAfter: undefined, startAfter: undefined }, // still waiting
  ]) {
    await oneReferral(serviceId, answerAfter, startAfter)
  }
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

async function oneReferral(serviceId: string, answerAfter?: number, startAfter?: number): Promise<void> {
  world.time.now = begun
  const { id: caseId } = await aCase(world, prison)
  const { id: needId } = await aNeed(world, prison, caseId)
  const { id } = await sent(world, prison, { needId, serviceId })
  if (answerAfter !== undefined) {
    world.time.now = new Date(begun.getTime() + answerAfter * day)
    await world.database.change(charity, (change) =>
      startAfter === undefined
        ? declineReferral(change, id, 1, { reason: 'NO_ROOM', words: '' })
        : acceptReferral(change, id, 1, { startsOn: null, workerName: 'Dee' }),
    )
  }
  if (startAfter !== undefined) {
    world.time.now = new Date(begun.getTime() + startAfter * day)
    await world.database.change(charity, (change) => startReferral(change, id, 2))
  }
  world.time.now = begun
}

const make = (actor: Actor, report: MakeReport, side: 'FROM' | 'TO' = 'FROM') =>
  world.database.read(actor, (reading) => report(reading, { ...range, side }, 'en'))

test('referrals are counted by pathway and state, for the sender and for the receiver', async () => {
  const [fromPrison, toCharity] = [await make(prison, referralCounts), await make(charity, referralCounts, 'TO')]

  expect(fromPrison.rows).toEqual([
    { month: '2026-03', pathway: 'ACCOMMODATION', status: 'DECLINED', count: 1 },
    { month: '2026-03', pathway: 'ACCOMMODATION', status: 'SENT', count: 1 },
    { month: '2026-03', pathway: 'ACCOMMODATION', status: 'STARTED', count: 3 },
  ])
  expect(toCharity.rows).toEqual(fromPrison.rows)
  expect((await make(police, referralCounts)).rows).toEqual([])
})

test('how a provider answers is known to all who may ask it, with the reasons of a no', async () => {
  const report = await make(police, reliability)

  expect(report.rows).toEqual([
    {
      providerName: 'Second Step', asked: 5, waiting: 1, answered: 4, inTime: 4, accepted: 3, declined: 1, expired: 0, meanDays: 2,
    }, // biome-ignore format: a line
  ])
  expect(report.tables[1]!.rows).toEqual([['Second Step', 'No room', 1]])
})

test('days from need to service are told by their quartiles, per pathway and provider, to the two ends alone', async () => {
  const report = await make(prison, timeToService)

  const numbers = { started: 3, lowerQuartile: 3, median: 4, upperQuartile: 6.5 }
  expect(report.rows).toEqual([
    { pathway: 'ACCOMMODATION', providerName: null, ...numbers },
    { pathway: 'ACCOMMODATION', providerName: 'Second Step', ...numbers },
  ])
  expect((await make(charity, timeToService, 'TO')).rows).toEqual(report.rows)
  expect((await make(police, timeToService)).rows).toEqual([])
})

test('an agency sees its own questions asked twice, and a coordinator sees all', async () => {
  const coordinator = await world.aWorkerAt('Partnership', { kind: 'council', roles: ['COORDINATOR'] })
  for (const { agencyId } of [prison, charity]) {
    await world.inspect(`insert into answer_count values ($1, '2026-03-01', 'accommodation-before', 10, 4, 1, 2)`, [
      agencyId,
    ])
  }

  const [own, all] = [await make(prison, askedTwice), await make(coordinator, askedTwice)]

  expect(own.tables[0]!.rows).toEqual([['HMP Fernhall', 10, 4, 2, 20]])
  expect(all.tables[0]!.rows.map(([agency]) => agency)).toEqual(['HMP Fernhall', 'Second Step'])
})

test.each(reportNames)('the report %s has a page and a spreadsheet', async (name) => {
  const page = await site.get(prison, `/reports/${name}`)
  const sheet = await site.get(prison, `/reports/${name}.csv`)

  expect([page.statusCode, sheet.statusCode]).toEqual([200, 200])
  expect(sheet.headers['content-type']).toContain('text/csv')
})

test('the report that names people is in the audit', async () => {
  await site.get(prison, '/reports/named-supervisor')

  const [look] = await world.inspect(`select action from audit where account_id = $1 and action = 'consult'`, [
    prison.userId,
  ])
  expect(look).toEqual({ action: 'consult' })
})

test('who may not see reports does not', async () => {
  const administrator = await world.aColleagueOf(prison, { roles: ['ADMINISTRATOR'] })

  expect((await site.get(administrator, '/reports')).statusCode).toBe(403)
})

test('months in the wrong order are turned round, and nonsense falls back to the last twelve', () => {
  expect(readRange({ from: '2026-03', to: '2025-11' }, begun)).toMatchObject({ from: '2025-11-01', to: '2026-03-31' })
  expect(readRange({ from: '2026-13', to: 'x' }, begun)).toEqual({ from: '2025-04-01', to: '2026-03-31', side: 'FROM' })
})

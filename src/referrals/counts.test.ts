import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aService } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor, Change } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptReferral, declineReferral, receiveReferral } from './answer-referral.ts'
import { sent } from './builders.ts'
import { expireReferral } from './chase-referral.ts'
import { endReferral, startReferral, withdrawReferral } from './end-referral.ts'
import { countReferrals } from './queries/counts.ts'

let world: World
let prison: Actor
let charity: Actor
let health: Actor
beforeAll(async () => {
  world = await openWorld()
  prison = await world.aWorkerAt('HMP Fernhall')
  charity = await world.aWorkerAt('Second Step', { kind: 'charity' })
  health = await world.aWorkerAt('Clinic', { kind: 'health' })
})
afterAll(() => world.close())

const day = 86_400_000
const pathways = ['ACCOMMODATION', 'HEALTH'] as const

/** What the rows say, counted anew: by sender and receiver, by service and answer. */
const recounted = async () => {
  const month = `date_trunc('month', sent_at at time zone 'Europe/London')::date`
  const sides = await world.inspect(
    `select agency_id, side, pathway, status, month, count(*)::int as count from (
       select from_agency_id as agency_id, 'FROM' as side, pathway, status, ${month} as month from referral union all
       select to_agency_id, 'TO', pathway, status, ${month} from referral where to_agency_id is not null) x
     group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
  )
  const answers = await world.inspect(
    `select service_id, ${month} as month,
       case when accepted_at is not null then 'ACCEPTED' when declined_at is not null then 'DECLINED' when expired_at is not null
         then 'EXPIRED' when end_kind is not null then 'WITHDRAWN' else 'WAITING' end as answer,
       case when declined_at is not null then coalesce(decline_reason, '') else '' end as reason, count(*)::int as count,
       sum(coalesce(round(extract(epoch from coalesce(accepted_at, declined_at) - sent_at)), 0))::int as seconds
     from referral group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  )
  return { sides, answers }
}
const kept = async () => ({
  sides: await world.inspect(
    `select agency_id, side, pathway, status, month, count from referral_count where count <> 0 order by 1, 2, 3, 4, 5`,
  ),
  answers: await world.inspect(
    `select service_id, month, answer, reason, count, seconds::int from service_answer_count where count <> 0 order by 1, 2, 3, 4`,
  ),
})

type Work = (change: Change, id: string, version: number) => Promise<void>
const steps: Record<string, { by: () => Actor; work: Work }> = {
  receive: { by: () => charity, work: (change, id) => receiveReferral(change, id) },
  accept: { by: () => charity, work: (c, id, v) => acceptReferral(c, id, v, { startsOn: null, workerName: 'Dee' }) },
  declineFull: { by: () => charity, work: (c, id, v) => declineReferral(c, id, v, { reason: 'NO_ROOM', words: '' }) },
  declineFar: { by: () => charity, work: (c, id, v) => declineReferral(c, id, v, { reason: 'TOO_FAR', words: '' }) },
  start: { by: () => charity, work: startReferral },
  complete: {
    by: () => charity,
    work: (c, id, v) =>
      endReferral(c, id, v, {
        kind: 'COMPLETED',
        reason: null,
        words: '',
        outcomes: [{ words: 'x', result: 'ACHIEVED' }],
        personsView: null,
      }),
  },
  withdraw: { by: () => prison, work: (c, id, v) => withdrawReferral(c, id, v, { reason: 'MISTAKE', words: '' }) },
  expire: { by: () => systemFor(prison.agencyId), work: (change, id) => expireReferral(change, id) },
}

test('counts equal the rows after any run of sendings and steps, those that were refused left out', async () => {
  const service = await aService(world, charity, { pathways: [...pathways] })
  const ids: string[] = []

  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          step: fc.constantFrom('send', ...Object.keys(steps)),
          which: fc.nat(),
          days: fc.integer({ min: 0, max: 20 }),
        }),
        {
          minLength: 5,
          maxLength: 14,
        },
      ),
      async (run) => {
        for (const { step, which, days } of run) {
          world.time.now = new Date(world.time.now.getTime() + days * day)
          if (step === 'send' || ids.length === 0) {
            const { id: caseId } = await aCase(world, prison)
            const { id: needId } = await aNeed(world, prison, caseId, { pathway: pathways[which % 2]! })
            ids.push((await sent(world, prison, { needId, serviceId: service })).id)
            continue
          }
          const id = ids[which % ids.length]!
          const [row] = await world.inspect<{ version: number }>('select version from referral where id = $1', [id])
          const { by, work } = steps[step]!
          await world.database.change(by(), (change) => work(change, id, row!.version)).catch(() => {})
        }
        expect(await kept()).toEqual(await recounted())
      },
    ),
    { numRuns: 12 },
  )
}, 60_000)

test('counts stay right when many answer at the same moment', async () => {
  const service = await aService(world, health, { pathways: ['HEALTH'] })
  const made: string[] = []
  for (let count = 0; count < 12; count++) {
    const { id: caseId } = await aCase(world, prison)
    const { id: needId } = await aNeed(world, prison, caseId, { pathway: 'HEALTH' })
    made.push((await sent(world, prison, { needId, serviceId: service })).id)
  }

  await Promise.all(
    made.map((id, index) =>
      world.database.change(health, (change) =>
        index % 2
          ? acceptReferral(change, id, 1, { startsOn: null, workerName: 'Dr Lee' })
          : declineReferral(change, id, 1, { reason: 'NO_ROOM', words: '' }),
      ),
    ),
  )

  expect(await kept()).toEqual(await recounted())
})

test('rows that come in bulk are counted and let in by one statement', async () => {
  const { id: caseId, personId } = await aCase(world, prison)
  const { id: needId } = await aNeed(world, prison, caseId)
  const service = await aService(world, charity)

  await world.inspect(
    `insert into referral (reference, case_id, person_id, need_id, service_id, pathway, from_agency_id, from_account_id,
       to_agency_id, why, sent_at, expires_at, declined_at, owner_agency_id)
     select 'BULK' || n, $1, $2, $3, $4, 'ACCOMMODATION', $5, $6, $7, '', $8, $8, case when n > 1 then $8::timestamptz end, $5
     from generate_series(1, 50) n`,
    [caseId, personId, needId, service, prison.agencyId, prison.userId, charity.agencyId, world.time.now],
  )

  expect(await kept()).toEqual(await recounted())
  const [{ parties } = { parties: 0 }] = await world.inspect<{ parties: number }>(
    'select count(*)::int as parties from case_party where case_id = $1 and agency_id = $2 and until_on is null',
    [caseId, charity.agencyId],
  )
  expect(parties).toBe(1)
})

test('an agency reads its own counts and nobody else’s', async () => {
  const all = { from: '2000-01-01', to: '2100-01-01' }

  const sentByPrison = await world.database.read(prison, (reading) => countReferrals(reading, { ...all, side: 'FROM' }))
  const toHealth = await world.database.read(health, (reading) => countReferrals(reading, { ...all, side: 'TO' }))
  const sentByHealth = await world.database.read(health, (reading) => countReferrals(reading, { ...all, side: 'FROM' }))

  expect(sentByPrison.length).toBeGreaterThan(2)
  expect(toHealth.map(({ status, count }) => [status, count]).sort()).toEqual([
    ['ACCEPTED', 6],
    ['DECLINED', 6],
  ])
  expect(sentByHealth).toEqual([])
})

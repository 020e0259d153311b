import { afterAll, beforeAll, expect, test } from 'vitest'
import { addContextEvent } from '../context-events/index.ts'
import { aRunningCourse } from '../courses/builders.ts'
import { aMatch, aMentee, aMentor } from '../mentors/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from './builders.ts'
import type { Definition } from './definitions.ts'
import { getTarget } from './queries/targets.ts'

// What a charity does is counted once, whoever was promised it: the partnership's targets and the page for its funder read the same rows.

let world: World
let site: Site
let charity: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  charity = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const promised = { MENTORING_SESSIONS: '7000', PEOPLE_MENTORED: '263', PROGRAMMES: '25' }
const year = { 'from-day': '1', 'from-month': '1', 'from-year': '2026', 'until-day': '31', 'until-month': '12', 'until-year': '2026' } // biome-ignore format: one line

/** Three meetings with two people, one contact with nobody in particular, one missed and one taken back; and a group that was held. */
async function aWinterOfWork() {
  const rosa = await aMentor(world, charity)
  const log = (kind: string, matchId = '') =>
    site.post(rosa.actor, '/mentoring/sessions', { formId: newId(), kind, match: matchId, minutes: '45', words: '' })
  const matches = []
  for (const givenName of ['Danny', 'Kim']) {
    const { wishId } = await aMentee(world, charity, { givenName })
    matches.push(await aMatch(world, charity, rosa, wishId))
  }
  const kinds = [['MET', 0], ['CALL', 0], ['MET', 1], ['MISSED', 1], ['MET', 1]] as const // biome-ignore format: one line
  for (const [kind, which] of kinds) await log(kind, matches[which])
  await log('CALL')
  await world.inspect(`update mentor_session set withdrawn_at = made_at where id = (select id from mentor_session where kind = 'MET' and match_id = $1 order by made_at desc, id limit 1)`, [matches[1]]) // biome-ignore format: one line
  const { courseId } = await aRunningCourse(world, charity, ['Ali', 'Bo', 'Cy', 'Di'])
  await world.inspect(`update course set ended_at = $2, ended_how = 'HELD' where id = $1`, [courseId, world.time.now])
}

test('sessions of mentors, the people they met and groups that were held count for the partnership as they do for the funder', async () => {
  await aWinterOfWork()
  const definitions = ['SESSIONS', 'PEOPLE_MENTORED', 'PROGRAMMES'] as const satisfies Definition[]
  const of = { agencyId: charity.agencyId, countedAgencyId: charity.agencyId }
  const counted = []
  for (const definition of definitions) {
    const id = await aTarget(world, coordinator, { ...of, name: definition, definition, amount: 10 })
    counted.push((await world.database.read(coordinator, (reading) => getTarget(reading, id))).delivered)
  }
  for (const [measure, target] of Object.entries(promised))
    await site.post(charity, '/delivery', { ...year, formId: newId(), funder: 'Lottery', measure, target })

  const file = (await site.get(charity, '/delivery.csv')).body

  expect(counted).toEqual([4, 2, 1])
  for (const line of [/Mentoring sessions,[^\n]*7000,4,6996/, /People mentored,[^\n]*263,2,261/, /Programmes delivered,[^\n]*25,1,24/]) expect(file).toMatch(line) // biome-ignore format: one line
})

test('the roll-out of a mentor scheme is a change on the axis: beside it stands what each month added before and since', async () => {
  const scheme = {
    ...({ kind: 'PRACTICE', title: 'Mentors on every wing', words: '', organisation: '', happenedOn: '2026-01-15' } as const),
    ...({ untilOn: null, amountInPence: null, currency: 'GBP', isLost: false, funder: '', conditions: '' } as const),
    ...({ rating: '', actions: '', source: 'Minutes of the board' } as const),
  } // biome-ignore format: rows
  await world.database.change(coordinator, (change) => addContextEvent(change, scheme))
  const id = await aTarget(world, coordinator, {
    ...{ agencyId: charity.agencyId, countedAgencyId: charity.agencyId, name: 'Sessions', definition: 'SESSIONS' },
    ...{ amount: 10, sinceOn: '2025-10-01' },
  })

  const page = (await site.get(charity, `/targets/${id}`)).body

  expect(page).toContain('Mentors on every wing')
  expect(page).toMatch(/Added each time: 0 on average before \(3 points\), [\d.]+ since \(3\)/)
})

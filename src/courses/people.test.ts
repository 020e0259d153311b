import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aCourse, aRunningCourse, aWing, inTheGroup, places } from './builders.ts'
import { getCourse } from './queries/courses.ts'
import { readEligibility } from './queries/eligibility.ts'

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

const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const stays = (personId: string, agencyId: string, wing: string, releaseOn: string | null) =>
  world.inspect(
    `update case_summary set agency_id = $2, wing = $3, release_on = $4, born_on = '1990-05-04' where person_id = $1`,
    [personId, agencyId, wing, releaseOn],
  )

test('whom a programme fits is worked out for all whom one sees, and of everybody else the rule is named', async () => {
  const { keyWorker, charity, people, plan } = await aWing(world)
  const { Danny, Kim, Robin, Sam } = people
  await stays(Danny!.personId, plan.prisonId, 'B2', '2026-08-01')
  await stays(Kim!.personId, plan.prisonId, 'C1', '2026-08-01')
  await stays(Robin!.personId, plan.prisonId, 'B2', '2027-08-01')
  await stays(Sam!.personId, plan.prisonId, 'C1', null)
  const courseId = await aCourse(world, charity, plan)
  const find = (actor: Actor, show: 'eligible' | 'almost') =>
    world.database.read(actor, async (reading) => {
      const course = await getCourse(reading, courseId)
      return readEligibility(reading, course, course.package.eligibility, { show, words: '' })
    })

  const fits = await find(charity, 'eligible')
  expect(fits).toMatchObject({ seen: 4, eligible: 1, failing: { RELEASE_WITHIN_MONTHS: 2, SAME_WING: 2, AGE: 0 } })
  expect(fits.candidates.map(({ name }) => name)).toEqual(['Danny Rivers'])
  const almost = (await find(charity, 'almost')).candidates
  expect(almost.map(({ name, failed }) => [name, failed])).toEqual([
    ['Kim Rivers', ['SAME_WING']],
    ['Robin Rivers', ['RELEASE_WITHIN_MONTHS']],
  ])
  expect(await body(keyWorker, `/courses/${courseId}/eligible?show=almost`)).toContain('Lives on another wing.') // the prison sees for whom it is
  expect(await find(await aCharity(world, 'Elsewhere'), 'eligible').catch(({ code }) => code)).toBe('course.not-found')
})

test('the waiting list keeps its days and what was not met; a prison refers, and puts nobody on a charity’s list', async () => {
  const { keyWorker, charity, people, plan } = await aWing(world)
  const { Danny, Kim } = people
  await stays(Danny!.personId, plan.prisonId, 'C1', '2026-08-01')
  const courseId = await aCourse(world, charity, plan)
  const add = (actor: Actor, caseId: string) =>
    site.post(actor, `/courses/${courseId}/places`, { formId: newId(), caseId })

  expect((await add(charity, Danny!.id)).statusCode).toBe(303)
  expect((await add(keyWorker, Kim!.id)).statusCode).toBe(403)
  expect((await add(charity, Danny!.id)).statusCode).toBe(409) // once

  const page = await body(charity, `/courses/${courseId}`)
  expect(page).toContain('Waits since Mon 2 Mar 2026')
  expect(page).toContain('Put on the list though: Lives on another wing.')
  const nobody = await site.post(charity, `/courses/${courseId}/places`, { formId: newId() })
  expect([nobody.statusCode, nobody.body.includes('Choose at least one person')]).toEqual([422, true])
})

test('one to one is nobody else’s to know, a course without a deputy is warned of, and somebody always leads it', async () => {
  const { keyWorker, charity, plan } = await aWing(world)
  const ben = await world.aColleagueOf(charity, { name: 'Ben Okoro' })
  const courseId = await aCourse(world, charity, { ...plan, mode: 'ONE_TO_ONE' })
  expect((await site.get(keyWorker, `/courses/${courseId}`)).statusCode).toBe(404)
  expect(await body(charity, '/courses')).toContain('No deputy named')

  const name = (role: string) =>
    site.post(charity, `/courses/${courseId}/facilitators`, { formId: newId(), accountId: ben.userId, role })
  expect((await name('DEPUTY')).statusCode).toBe(303)

  expect(await body(charity, `/courses/${courseId}`)).not.toContain('No deputy named')
  expect(
    (await site.post(charity, `/courses/${courseId}/facilitators/${charity.userId}/end`, { formId: newId() }))
      .statusCode,
  ).toBe(409)
  await name('LEAD')
  expect(
    (await site.post(charity, `/courses/${courseId}/facilitators/${charity.userId}/end`, { formId: newId() }))
      .statusCode,
  ).toBe(303)
})

test('nobody from outside sits in unless each of the group said yes', async () => {
  const ana = await aCharity(world)
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  const agreed = (await places(world, ana, courseId)).map(({ id }) => id)
  const ask = (who: string[]) =>
    site.post(ana, `/course-sessions/${sessions[1]!.id}/observers`, {
      formId: newId(),
      name: 'Prof. Lee',
      comesFrom: 'The university',
      agreed: who,
    })

  const one = await ask(agreed.slice(1))
  expect([one.statusCode, one.body.includes('Not everybody said yes'), one.body.includes('Prof. Lee')]).toEqual([
    422,
    true,
    true,
  ])
  expect((await ask(agreed)).statusCode).toBe(303)

  expect(await body(ana, `/course-sessions/${sessions[1]!.id}`)).toContain(
    'Prof. Lee, The university. 4 people said yes.',
  )
})

test('a poster says in three languages for whom it is, by the rules of the programme', async () => {
  const { charity, plan } = await aWing(world)
  const courseId = await aCourse(world, charity, plan)

  const { rawPayload } = await site.get(charity, `/courses/${courseId}/poster.pdf`)

  const { text, pages, isUniversallyAccessible } = await readPdf(rawPayload)
  expect([pages.length, isUniversallyAccessible]).toEqual([3, true])
  for (const words of [
    'Leaves prison within 6 months',
    'Esce entro 6 mesi',
    'Komt vrij binnen 6 maanden',
    'HMP Fernhall, wing B2',
    '18 jaar of ouder',
  ])
    expect(text).toContain(words)
})

test('a form to plan with keeps what was typed, and a group is too small until enough came', async () => {
  const ana = await aCharity(world)
  const wrong = await site.post(ana, '/courses', {
    formId: newId(),
    name: 'Spring',
    mode: 'GROUP',
    time: '25:00',
    largest: '0',
  })
  expect([wrong.statusCode, wrong.body.includes('value="Spring"'), wrong.body.includes('Type a time')]).toEqual([
    422,
    true,
    true,
  ])

  const courseId = await aCourse(world, ana)
  await inTheGroup(world, ana, courseId, ['Danny'])

  expect(await body(ana, `/courses/${courseId}`)).toContain('The group is too small: it needs at least 4')
  expect((await site.post(ana, `/courses/${courseId}/confirmation`, { formId: newId() })).statusCode).toBe(409)
})

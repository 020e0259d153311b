import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCourse, aRunningCourse, inTheGroup, marked, places } from './builders.ts'
import { writeCaution } from './group-cautions.ts'
import { enrol, putOnList, writeEntry } from './keep-places.ts'
import { confirmCourse } from './lead-course.ts'
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

const aCharity = (name = 'Second Step') =>
  world.aWorkerAt(name, { kind: 'charity', roles: ['WORKER', 'MANAGER'], name: 'Ana Silva' })
const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const party = (caseId: string, { agencyId }: Actor, relationship: string) =>
  world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, $3, '2026-03-01', $2)`,
    [caseId, agencyId, relationship],
  )

/** A prison whose key worker knows three people, of whom a charity has said yes to the referral. */
async function aWing() {
  const keyWorker = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const charity = await aCharity()
  const people: Record<string, { id: string; personId: string; number: string }> = {}
  for (const [index, givenName] of ['Danny', 'Kim', 'Robin', 'Sam'].entries()) {
    const number = `A${1000 + Math.floor(Math.random() * 8999)}B${'ABCD'[index]}`
    const made = await aCase(world, keyWorker, { givenName, number })
    await party(made.id, charity, 'ACCEPTED')
    people[givenName] = { ...made, number }
  }
  const prisonId = keyWorker.agencyId
  return { keyWorker, charity, people, plan: { prisonId, wing: 'B2', gender: 'MIXED' as const } }
}
const stays = (personId: string, agencyId: string, wing: string, releaseOn: string | null) =>
  world.inspect(
    `update case_summary set agency_id = $2, wing = $3, release_on = $4, born_on = '1990-05-04' where person_id = $1`,
    [personId, agencyId, wing, releaseOn],
  )

test('whom a programme fits is worked out for all whom one sees, and of everybody else the rule is named', async () => {
  const { keyWorker, charity, people, plan } = await aWing()
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
  expect(await find(await aCharity('Elsewhere'), 'eligible').catch(({ code }) => code)).toBe('course.not-found')
})

test('the waiting list keeps its days and what was not met; a prison refers, and puts nobody on a charity’s list', async () => {
  const { keyWorker, charity, people, plan } = await aWing()
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

test('a group is not confirmed while somebody has to be asked about; who runs it learns that, and never why', async () => {
  const { keyWorker, charity, people, plan } = await aWing()
  const { Danny, Kim } = people
  const write = (caseId: string, caution: Record<string, string>) =>
    site.post(keyWorker, `/cases/${caseId}/group-cautions`, { formId: newId(), words: '', ...caution })
  await write(Danny!.id, { kind: 'DOMESTIC_ABUSE', words: 'Violent to a partner' })
  await write(Danny!.id, { kind: 'KEEP_APART', number: Kim!.number })
  expect((await write(Danny!.id, { kind: 'KEEP_APART', number: 'A0000AA' })).body).toContain(
    'You see nobody else with this number',
  )
  const courseId = await aCourse(world, charity, plan)
  await world.database.change(charity, (change) =>
    putOnList(
      change,
      courseId,
      Object.values(people).map(({ id }) => id),
    ),
  )
  for (const { id, version } of await places(world, charity, courseId))
    await world.database.change(charity, (change) => enrol(change, id, version))

  const page = await body(charity, `/courses/${courseId}`)
  expect(page.match(/To be asked about first/g)).toHaveLength(2) // Danny and Kim
  for (const words of ['abuse', 'Violent', 'apart']) expect(page.toLowerCase()).not.toContain(words.toLowerCase())
  const confirm = () => site.post(charity, `/courses/${courseId}/confirmation`, { formId: newId() })
  expect((await confirm()).statusCode).toBe(409)
  const bySql = world.database.change(charity, async (change) => {
    change.record({ name: 'x', subjectId: courseId, fieldGroup: 'administration' })
    await change.db
      .updateTable('course')
      .set({ confirmed_at: change.now, confirmed_by: charity.userId })
      .where('id', '=', courseId)
      .execute()
  })
  await expect(bySql).rejects.toMatchObject({ code: '42501' }) // the database says no as well
  expect((await site.get(charity, `/cases/${Danny!.id}/group-cautions`)).body).not.toContain('Violent')
  await expect(
    world.database.change(charity, (change) =>
      writeCaution(change, Danny!.id, { kind: 'DOMESTIC_ABUSE', otherPersonId: null, words: '' }),
    ),
  ).rejects.toMatchObject({ code: 'course.risk-closed' })

  // The key worker was told, sees why, and decides of each.
  expect(await body(keyWorker, '/')).toContain('Asks whether Danny Rivers may be in a group')
  const [dannys, kims] = (await places(world, charity, courseId)).map(({ id }) => id)
  expect(await body(keyWorker, `/cases/${Kim!.id}/group-cautions`)).toContain('Keep apart from Danny Rivers')
  await site.post(keyWorker, `/cases/${Danny!.id}/group-cautions/places/${dannys}`, { formId: newId(), may: 'yes' })
  expect((await confirm()).statusCode).toBe(409)
  await site.post(keyWorker, `/cases/${Kim!.id}/group-cautions/places/${kims}`, { formId: newId(), may: 'yes' })
  expect((await confirm()).statusCode).toBe(303)

  // Whoever joins later is looked at, and so is whoever was cleared for the group as it was.
  const late = await aCase(world, keyWorker, { givenName: 'Toni' })
  await party(late.id, charity, 'ACCEPTED')
  await world.database.change(charity, (change) => putOnList(change, courseId, [late.id]))
  const waiting = (await places(world, charity, courseId)).find(({ name }) => name === 'Toni Rivers')!
  const joins = world.database.change(charity, (change) => enrol(change, waiting.id, waiting.version))
  await expect(joins).rejects.toMatchObject({ code: 'course.ask-first' })
})

test('what is written in a programme stays with the charity: the prison sees that somebody takes part, and no more', async () => {
  const { keyWorker, charity, people, plan } = await aWing()
  const other = await aCharity('Elsewhere')
  for (const { id } of Object.values(people)) await party(id, other, 'ACCEPTED')
  const courseId = await aCourse(world, charity, plan)
  await world.database.change(charity, (change) =>
    putOnList(
      change,
      courseId,
      Object.values(people).map(({ id }) => id),
    ),
  )
  for (const { id, version } of await places(world, charity, courseId))
    await world.database.change(charity, (change) => enrol(change, id, version))
  await world.database.change(charity, (change) => confirmCourse(change, courseId))
  const [danny] = await places(world, charity, courseId)
  const session = await world.insert<{ id: string }>(
    'select id from course_session where course_id = $1 order by number limit 1',
    [courseId],
  )
  await marked(world, charity, session.id, { Danny: 'ABSENT_UNACCEPTABLE' }, { why: 'Slept', note: 'A heavy day' })
  const motive = { kind: 'MOTIVE', code: 'EARLIER_RELEASE', words: 'For the tag', happenedOn: '2026-03-01' } as const
  await world.database.change(charity, (change) => writeEntry(change, danny!.id, motive))
  await site.post(charity, `/course-places/${danny!.id}/measures`, {
    formId: newId(),
    moment: 'BEFORE',
    'answer-belong': '2',
  })

  for (const [actor, seen] of [
    [keyWorker, 4],
    [other, 4],
    [charity, 4],
  ] as const) {
    const isOwn = actor === charity
    const found = await world.database.read(actor, async ({ db }) => {
      const count = async (
        table: 'course_place' | 'course_mark' | 'course_entry' | 'course_measure' | 'course_session_note',
      ) => (await db.selectFrom(table).selectAll().execute()).length
      return [
        await count('course_place'),
        await count('course_mark'),
        await count('course_entry'),
        await count('course_measure'),
        await count('course_session_note'),
      ]
    })
    expect(found).toEqual(isOwn ? [seen, 1, 1, 1, 1] : [seen, 0, 0, 0, 0])
  }
  for (const url of [
    `/course-places/${danny!.id}`,
    `/course-sessions/${session.id}`,
    `/course-sessions/${session.id}/register`,
  ]) {
    expect((await site.get(keyWorker, url)).statusCode).toBe(404)
  }
  expect(await body(keyWorker, `/courses/${courseId}`)).not.toContain('Danny')
  const own = await body(charity, `/course-places/${danny!.id}`)
  for (const words of ['to get out earlier, or a tag', 'For the tag', 'There is a place where I belong'])
    expect(own).toContain(words)
})

test('one to one is nobody else’s to know, a course without a deputy is warned of, and somebody always leads it', async () => {
  const { keyWorker, charity, plan } = await aWing()
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
  const ana = await aCharity()
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
  const { charity, plan } = await aWing()
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
  const ana = await aCharity()
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

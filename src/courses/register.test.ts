import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aRunningCourse, marked, places } from './builders.ts'
import { writeEntry } from './keep-places.ts'
import { addCatchUp, changeSession } from './keep-session.ts'
import { readFigures } from './queries/figures.ts'
import { readRegister } from './queries/register.ts'
import { getSession } from './queries/sessions.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterEach(() => {
  world.time.now = monday
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const minutesLater = (minutes: number) => {
  world.time.now = new Date(monday.getTime() + minutes * 60_000)
}
const lines = (actor: Actor, sessionId: string) =>
  world.database.read(actor, async (reading) => readRegister(reading, await getSession(reading, sessionId)))
const figures = (actor: Actor, courseId: string) =>
  world.database.read(actor, (reading) => readFigures(reading, { courseId }))
const placeOf = async (actor: Actor, courseId: string, name: string) =>
  (await places(world, actor, courseId)).find((place) => place.name.startsWith(name))!

test('the whole group is marked in one request: who is not ticked was here, and everything typed is kept', async () => {
  const ana = await aCharity(world)
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  const [first] = sessions
  const address = `/course-sessions/${first!.id}/register`
  const of = Object.fromEntries(
    (await lines(ana, first!.id)).map(({ name, placeId }) => [name.split(' ')[0]!, placeId]),
  )
  const everybody = Object.fromEntries(Object.values(of).map((id) => [`place-${id}`, '1']))
  const ticked = {
    [`mark-${of['Kim']}`]: 'LATE',
    [`mark-${of['Sam']}`]: 'ABSENT_ACCEPTABLE',
    [`why-${of['Sam']}`]: 'Court',
  }
  const form = {
    ...everybody,
    ...ticked,
    formId: newId(),
    seen: monday.toISOString(),
    rest: 'ATTENDED',
    note: 'Good start.',
  }

  const long = await site.post(ana, address, { ...form, formId: newId(), note: 'x'.repeat(4001) })
  expect([long.statusCode, long.body.includes('value="Court"')]).toEqual([422, true])
  const sent = await site.post(ana, address, form)

  expect([sent.statusCode, sent.headers.location]).toEqual([303, `/courses/${courseId}?done=register`])
  const kept = Object.fromEntries(
    (await lines(ana, first!.id)).map(({ name, marks }) => [name.split(' ')[0], [marks[0]!.mark, marks[0]!.why]]),
  )
  expect(kept).toEqual({
    Danny: ['ATTENDED', ''],
    Kim: ['LATE', ''],
    Robin: ['ATTENDED', ''],
    Sam: ['ABSENT_ACCEPTABLE', 'Court'],
  })
  expect((await site.get(ana, address)).body).toContain('Good start.')
  expect((await site.post(ana, address, form)).statusCode).toBe(303) // sent twice, done once
})

test('after one missed session somebody is warned of, until there was contact', async () => {
  const ana = await aCharity(world)
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  await marked(world, ana, sessions[0]!.id, { Danny: 'ABSENT_UNACCEPTABLE', Kim: 'ATTENDED' })

  expect((await site.get(ana, `/courses/${courseId}`)).body).toContain('One person was missing')
  const danny = await placeOf(ana, courseId, 'Danny')
  expect([danny.isMissing, danny.state, danny.missedOn]).toEqual([true, 'ENROLLED', '2026-02-23'])
  await world.database.change(ana, (change) =>
    writeEntry(change, danny.id, { kind: 'CONTACT', code: 'VISIT', words: 'Was ill.', happenedOn: '2026-02-24' }),
  )

  expect((await placeOf(ana, courseId, 'Danny')).isMissing).toBe(false)
})

test('two who take the same register at once are both shown, nothing is lost, and nothing counts until somebody looks', async () => {
  const ana = await aCharity(world)
  const ben = await world.aColleagueOf(ana, { name: 'Ben Okoro' })
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  const id = sessions[0]!.id
  const opened = world.time.now // both open the page before either keeps it
  minutesLater(1)
  await marked(world, ana, id, { Danny: 'ATTENDED', Kim: 'ATTENDED' }, { seenUntil: opened, note: 'From Ana' })
  minutesLater(2)
  await marked(world, ben, id, { Danny: 'ABSENT_ACCEPTABLE', Kim: 'ATTENDED' }, { seenUntil: opened, note: 'From Ben' })

  const [danny, kim] = await lines(ana, id)
  expect(danny!.marks.map(({ takenByName, mark }) => `${takenByName} ${mark}`)).toEqual([
    'Ben Okoro ABSENT_ACCEPTABLE',
    'Ana Silva ATTENDED',
  ])
  expect([danny!.differs, kim!.differs]).toEqual([true, false])
  expect(await figures(ana, courseId)).toMatchObject({ marked: 1, came: 1, differing: 1 })
  minutesLater(3)
  const page = (await site.get(ana, `/course-sessions/${id}/register`)).body
  for (const words of ['Differs', 'Ben Okoro marked “Excused”', 'From Ben', 'From Ana']) expect(page).toContain(words)
  await marked(world, ana, id, { Danny: 'ABSENT_ACCEPTABLE' }, { seenUntil: world.time.now })

  expect((await lines(ben, id))[0]!.differs).toBe(false)
  expect(await figures(ana, courseId)).toMatchObject({ marked: 2, came: 1, differing: 0 })
})

test('a session that is moved after the register was taken keeps its marks: counted where the time was wrong, shown where it is held again', async () => {
  const ana = await aCharity(world)
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  const { id, startsAt, version } = sessions[0]!
  await marked(world, ana, id, { Danny: 'ATTENDED' })
  const hours = (count: number) => new Date(startsAt.getTime() + count * 3_600_000)
  const to = { lengthInMinutes: 120, ownPlan: '' }
  const day = {
    'day-day': '24',
    'day-month': '2',
    'day-year': '2026',
    time: '14:00',
    lengthInMinutes: '120',
    version: '1',
  }
  const asked = await site.post(ana, `/course-sessions/${id}`, { ...day, formId: newId() })
  expect([asked.statusCode, asked.body.includes('The register was taken already')]).toEqual([422, true])

  await world.database.change(ana, (change) =>
    changeSession(change, id, { ...to, startsAt: hours(1), version, isCorrection: true }),
  )
  expect(await figures(ana, courseId)).toMatchObject({ marked: 1 })
  await world.database.change(ana, (change) =>
    changeSession(change, id, { ...to, startsAt: hours(48), version: version + 1, isCorrection: false }),
  )

  expect(await figures(ana, courseId)).toMatchObject({ marked: 0 })
  expect((await lines(ana, id))[0]!.marks).toMatchObject([{ mark: 'ATTENDED', isOfOldTime: true }])
  expect((await site.get(ana, `/course-sessions/${id}/register`)).body).toContain(
    'Before it was moved, Ana Silva marked “Here”',
  )
  const late = world.database.change(ana, (change) =>
    changeSession(change, id, { ...to, startsAt, version, isCorrection: false }),
  )
  await expect(late).rejects.toMatchObject({ code: 'course.changed' })
})

test('a catch-up session is for those who missed one, and makes it good', async () => {
  const ana = await aCharity(world)
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  await marked(world, ana, sessions[0]!.id, {
    Danny: 'ABSENT_ACCEPTABLE',
    Kim: 'ATTENDED',
    Robin: 'LATE',
    Sam: 'ATTENDED',
  })
  expect(await figures(ana, courseId)).toMatchObject({ came: 3, full: 0, held: 1 })

  const again = await world.database.change(ana, (change) =>
    addCatchUp(change, sessions[0]!.id, new Date('2026-03-01T10:00:00Z')),
  )
  expect((await lines(ana, again)).map(({ name }) => name)).toEqual(['Danny Rivers'])
  await marked(world, ana, again, { Danny: 'ATTENDED' })

  expect(await figures(ana, courseId)).toMatchObject({ came: 4, full: 1, held: 1, marked: 4 })
  expect(await placeOf(ana, courseId, 'Danny')).toMatchObject({
    attended: 1,
    missed: 0,
    isMissing: false,
    state: 'ACTIVE',
  })
})

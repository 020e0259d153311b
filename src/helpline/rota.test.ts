import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day } from '../platform/calendar-day.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { aLine, type Night } from './builders.ts'
import { callBackDue, morningAfter } from './call-clock.ts'
import { beOn, planShifts } from './keep-rota.ts'
import { listMeasures } from './queries/measures.ts'
import { listGaps, listShifts, type Span } from './queries/shifts.ts'

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

const monday = '2026-03-02'
const spanOf = (from: Day, days: number): Span => ({ from: instantAt(from, '00:00'), until: instantAt(addDays(from, days), '00:00') }) // biome-ignore format: one line
const plan = ({ lineId, manager }: Night, actor: Actor, day: Day, from = '22:00', until = '08:00') =>
  world.database.change(manager, (change) => planShifts(change, lineId, { accountId: actor.userId, day, from, until, weeks: 1 })) // biome-ignore format: one line
const gapsOf = async ({ lineId, operator }: Night, span: Span) =>
  (await world.database.read(operator, (reading) => listGaps(reading, lineId, span))).map(({ from, until }) => [from.toISOString(), until.toISOString()]) // biome-ignore format: one line
const shiftsOf = ({ lineId, operator }: Night) =>
  world.database.read(operator, (reading) => listShifts(reading, lineId, spanOf(monday, 7)))
const isAway = (actor: Actor, day: Day) =>
  world.insert(`insert into worker_absence (account_id, kind, from_on, until_on, made_by, made_at) values ($1, 'SICK', $2, $2, $1, $3)`, [actor.userId, day, world.time.now]) // biome-ignore format: one line

test('a gap is shown in words, also where who is planned is away', async () => {
  const night = await aLine(world)
  await plan(night, night.operator, monday)
  await plan(night, night.other, monday, '08:00', '22:00')
  await isAway(night.operator, monday)

  const { body } = await site.get(night.manager, `/helpline/${night.lineId}/rota?week=${monday}`)

  expect(await gapsOf(night, spanOf(monday, 1))).toEqual([
    ['2026-03-02T00:00:00.000Z', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02T22:00:00.000Z', '2026-03-03T00:00:00.000Z'],
  ])
  expect(body).toContain('away that day: find somebody')
  expect(body).toContain('22:00 to 24:00')
})

test('a swap is asked and accepted, and one that would leave the night empty is refused in clear words', async () => {
  const night = await aLine(world)
  await plan(night, night.operator, '2026-03-03')
  await plan(night, night.operator, '2026-03-05')
  await plan(night, night.other, '2026-03-06')
  await isAway(night.other, '2026-03-05')
  const [tuesday, thursday, friday] = await shiftsOf(night)
  const ask = (shiftId: string, form: Record<string, string>) =>
    site.post(night.operator, `/helpline/${night.lineId}/shifts/${shiftId}/swaps`, { formId: newId(), ...form })
  const answer = async (actor: Actor, said: string) => {
    const open = (await shiftsOf(night)).flatMap(({ swap }) => swap ?? [])
    return site.post(actor, `/helpline-swaps/${open[0]!.id}/answer`, { formId: newId(), answer: said })
  }

  await ask(tuesday!.id, { offer: `${night.other.userId}:${friday!.id}` })
  const taken = await answer(night.other, 'yes')
  await ask(thursday!.id, { offer: 'any' })
  const refused = await answer(night.other, 'yes')

  expect(taken.statusCode).toBe(303)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('Nobody would answer from')
  expect((await shiftsOf(night)).map(({ name }) => name)).toEqual(['Pia Rossi', 'Olu Adeyemi', 'Olu Adeyemi'])
})

test('who gives a shift back leaves no hour empty; a manager may, and sees the gap', async () => {
  const night = await aLine(world)
  await plan(night, night.operator, '2026-03-03')
  const [shift] = await shiftsOf(night)
  const cancel = (actor: Actor) =>
    site.post(actor, `/helpline/${night.lineId}/shifts/${shift!.id}/cancelling`, { formId: newId() })

  const own = await cancel(night.operator)
  const kept = await shiftsOf(night)
  await cancel(night.manager)

  expect(own.statusCode).toBe(422)
  expect(own.body).toContain('Nobody would answer from')
  expect(kept).toHaveLength(1)
  expect(await shiftsOf(night)).toEqual([])
})

test('a colleague’s shift is not handed on by SQL, nor by an answer to a question that was not theirs', async () => {
  const night = await aLine(world)
  const third = { ...(await world.aColleagueOf(night.manager, { roles: ['OPERATOR'] })), audiences: [] }
  await plan(night, night.operator, '2026-03-03')
  const [shift] = await shiftsOf(night)
  await site.post(night.operator, `/helpline/${night.lineId}/shifts/${shift!.id}/swaps`, { formId: newId(), offer: night.other.userId }) // biome-ignore format: one line
  const swapId = (await shiftsOf(night))[0]!.swap!.id

  const other = await site.post(third, `/helpline-swaps/${swapId}/answer`, { formId: newId(), answer: 'yes' })

  expect(other.statusCode).toBe(409)
  expect((await shiftsOf(night))[0]!.accountId).toBe(night.operator.userId)
})

test('a night is as long as it is: eleven hours when autumn repeats one, nine when spring skips one', async () => {
  const night = await aLine(world)
  const hoursOf = async (day: Day) => {
    await plan(night, night.operator, day)
    world.time.now = instantAt(day, '22:00')
    await world.database.change(night.operator, (change) => beOn(change, night.lineId, true))
    world.time.now = instantAt(addDays(day, 1), '12:00')
    const span = { from: instantAt(day, '12:00'), until: world.time.now }
    const [measures] = await world.database.read(night.operator, (reading) => listMeasures(reading, night.lineId, [span])) // biome-ignore format: one line
    return measures!.hoursCovered
  }

  const [autumn, spring, plain] = [
    await hoursOf('2026-10-24'),
    await hoursOf('2026-03-28'),
    await hoursOf('2026-06-01'),
  ]
  world.time.now = new Date('2026-03-02T09:30:00Z')

  expect([autumn, spring, plain]).toEqual([11, 9, 10])
  expect(await gapsOf(night, { from: instantAt('2026-10-24', '22:00'), until: instantAt('2026-10-25', '08:00') })).toEqual([]) // biome-ignore format: one line
})

test('a call-back over midnight, and in an hour that spring skips or autumn repeats, has one time that still comes', () => {
  const due = (now: string, at: string) => callBackDue(new Date(now), { at }).toISOString()

  expect(due('2026-03-02T23:50:00Z', '00:20')).toBe('2026-03-03T00:20:00.000Z')
  expect(due('2026-03-29T00:10:00Z', '01:30')).toBe('2026-03-29T01:30:00.000Z') // 02:30 on the wall: 01:30 is skipped
  expect(due('2026-10-25T00:10:00Z', '01:30')).toBe('2026-10-25T00:30:00.000Z')
  expect(due('2026-10-25T00:40:00Z', '01:30')).toBe('2026-10-25T01:30:00.000Z') // the second time that it is half past one
})

test('a worker reads of a call on the next working morning', () => {
  const morning = (at: string) => morningAfter(new Date(at), 'UK-EW')

  expect(morning('2026-03-03T02:10:00Z')).toBe('2026-03-03')
  expect(morning('2026-03-03T23:10:00Z')).toBe('2026-03-04')
  expect(morning('2026-03-06T23:10:00Z')).toBe('2026-03-09') // Friday night
  expect(morning('2026-04-02T23:10:00Z')).toBe('2026-04-07') // before Easter
})

test('a number of ten digits where a version is sent is refused, and is no fault', async () => {
  const { manager } = await aLine(world)

  const sent = { formId: newId(), version: '9999999999' }
  const answer = await site.post(manager, `/helpline-numbers/${newId()}/removal`, sent)

  expect(answer.statusCode).toBe(400)
})

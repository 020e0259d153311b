import { aCase, type BuiltCase } from '../cases/builders.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { lifeChange } from '../programmes/builders.ts'
import { enrol, putOnList } from './keep-places.ts'
import { confirmCourse } from './lead-course.ts'
import { type CoursePlan, planCourse } from './plan-course.ts'
import { listPlaces, type Place } from './queries/places.ts'
import { type Mark, readRegister } from './queries/register.ts'
import { getSession, listSessions } from './queries/sessions.ts'
import { takeRegister } from './take-register.ts'

/** LifeChange in the community, from a week ago, planned by the actor. Says only what the test cares about. */
export async function aCourse(world: World, actor: Actor, plan: Partial<CoursePlan> = {}): Promise<string> {
  const { id: programmeId } = await lifeChange(world, actor)
  const whole: CoursePlan = {
    programmeId,
    name: 'LifeChange, spring',
    mode: 'GROUP',
    gender: 'MEN',
    prisonId: null,
    wing: null,
    place: 'The Mill, room 1',
    startsOn: addDays(dayAt(world.time.now), -7),
    time: '09:00',
    daysBetween: 7,
    largest: 12,
    deputyId: null,
    ...plan,
  }
  return world.database.change(actor, (change) => planCourse(change, whole))
}

export const places = (world: World, actor: Actor, courseId: string): Promise<Place[]> =>
  world.database.read(actor, (reading) => listPlaces(reading, courseId))

/** People with a case of the actor's own, in the group. */
export async function inTheGroup(
  world: World,
  actor: Actor,
  courseId: string,
  names: readonly string[],
): Promise<BuiltCase[]> {
  const cases: BuiltCase[] = []
  for (const givenName of names) cases.push(await aCase(world, actor, { givenName, role: 'SUPPORT' }))
  const ids = cases.map(({ id }) => id)
  await world.database.change(actor, (change) => putOnList(change, courseId, ids))
  for (const { id, version, state } of await places(world, actor, courseId)) {
    if (state === 'WAITLISTED') await world.database.change(actor, (change) => enrol(change, id, version))
  }
  return cases
}

/** A course that began, with a group. */
export async function aRunningCourse(
  world: World,
  actor: Actor,
  names: readonly string[],
  plan: Partial<CoursePlan> = {},
) {
  const courseId = await aCourse(world, actor, plan)
  const cases = await inTheGroup(world, actor, courseId, names)
  await world.database.change(actor, (change) => confirmCourse(change, courseId))
  const sessions = await world.database.read(actor, (reading) => listSessions(reading, courseId))
  return { courseId, cases, sessions }
}

/** Marks by given name; whoever is not named is not marked. */
export async function marked(
  world: World,
  actor: Actor,
  sessionId: string,
  marks: Record<string, Mark>,
  { why = '', note = '', seenUntil = world.time.now }: { why?: string; note?: string; seenUntil?: Date } = {},
): Promise<void> {
  const lines = await world.database.read(actor, async (reading) =>
    readRegister(reading, await getSession(reading, sessionId)),
  )
  const byPlace = new Map(
    lines.flatMap(({ placeId, name }) => {
      const mark = marks[name.split(' ')[0]!]
      return mark ? [[placeId, { mark, why }] as const] : []
    }),
  )
  await world.database.change(actor, (change) => takeRegister(change, sessionId, { marks: byPlace, note, seenUntil }))
}

export const aCharity = (world: World, name = 'Second Step'): Promise<Actor> =>
  world.aWorkerAt(name, { kind: 'charity', roles: ['WORKER', 'MANAGER'], name: 'Ana Silva' })

/** An agency that said yes to a referral of the case. */
export const accepted = (world: World, caseId: string, { agencyId }: Actor) =>
  world.insert(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', '2026-03-01', $2)`,
    [caseId, agencyId],
  )

let count = 1000

/** A prison whose key worker knows four people, of whom a charity has said yes to the referral. */
export async function aWing(world: World) {
  const keyWorker = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const charity = await aCharity(world)
  const people: Record<string, BuiltCase & { number: string }> = {}
  for (const givenName of ['Danny', 'Kim', 'Robin', 'Sam']) {
    const number = `A${String(count++)}BC`
    const made = await aCase(world, keyWorker, { givenName, number })
    await accepted(world, made.id, charity)
    people[givenName] = { ...made, number }
  }
  return { keyWorker, charity, people, plan: { prisonId: keyWorker.agencyId, wing: 'B2', gender: 'MIXED' as const } }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCharity, aMatch, aMentee, aMentor } from '../mentors/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTarget } from './builders.ts'
import type { Definition } from './definitions.ts'
import { getTarget } from './queries/targets.ts'

let world: World
let charity: Actor
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  charity = await aCharity(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
}, 60_000)
afterAll(() => world.close())

const session = (
  mentorId: string,
  kind: string,
  day: string,
  of: Partial<Record<'match' | 'case' | 'person', string>>,
) =>
  world.insert(
    `insert into mentor_session (id, mentor_id, match_id, case_id, person_id, kind, happened_on, minutes, made_by, made_at, owner_agency_id)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, case when $5 = 'MISSED' then null else 45 end, $7, now(), $8) returning id`,
    [mentorId, of.match ?? null, of.case ?? null, of.person ?? null, kind, day, charity.userId, charity.agencyId],
  )

async function figures(definition: Definition) {
  const id = await aTarget(world, coordinator, { agencyId: charity.agencyId, definition, countedAgencyId: charity.agencyId, sinceOn: '2026-03-01', dueOn: '2026-08-31' }) // biome-ignore format: one line
  return world.database.read(coordinator, (reading) => getTarget(reading, id))
}

test('what mentors did counts: a session and a one-off contact, not one that was missed; and who met their mentor is one person', async () => {
  const mentor = await aMentor(world, charity)
  const mentee = await aMentee(world, charity)
  const match = await aMatch(world, charity, mentor, mentee.wishId)
  const theirs = { match, case: mentee.id, person: mentee.personId }
  world.time.now = new Date('2026-04-15T09:30:00Z')

  await session(mentor.mentorId, 'MET', '2026-03-20', theirs)
  await session(mentor.mentorId, 'CALL', '2026-03-27', theirs)
  await session(mentor.mentorId, 'MISSED', '2026-04-03', theirs)
  await session(mentor.mentorId, 'MET', '2026-04-04', {})

  expect(await figures('SESSIONS')).toMatchObject({ delivered: 3, engagements: 3, people: 1 })
  expect(await figures('PEOPLE_MENTORED')).toMatchObject({ delivered: 1, engagements: 1, people: 1 })
})

import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { lifeChange } from '../programmes/builders.ts'

/** What a charity did: groups that ended as held, people with mentors, sessions, training; and what does not count beside it. Rows, all at once. */
export async function aYearOfWork(
  world: World,
  manager: Actor,
  { groups, people, sessions, hours }: Record<'groups' | 'people' | 'sessions' | 'hours', number>,
) {
  const { agencyId, userId } = manager
  const { id: programmeId } = await lifeChange(world, manager)
  await world.inspect(
    `insert into course (agency_id, programme_id, edition, name, mode, gender, place, starts_on, smallest, largest, made_by, made_at, confirmed_at, confirmed_by, ended_at, ended_how)
     select $1, $2, (select max(version) from programme_edition where programme_id = $2), 'Group ' || n, 'GROUP', 'MEN', 'The Mill', '2026-01-10', 4, 12, $3, '2026-01-01', '2026-01-02', $3,
       '2026-02-20', case when n <= $4 then 'HELD' else 'CALLED_OFF' end from generate_series(1, $4::int + 1) n`,
    [agencyId, programmeId, userId, groups],
  )
  const { id: mentorId } = await world.insert<{ id: string }>(
    `insert into mentor (agency_id, name, stage, came_from, gender, added_by, added_at) values ($1, 'Rosa Lind', 'MENTOR', 'PROGRAMME', 'WOMAN', $2, '2026-01-01') returning id`,
    [agencyId, userId],
  )
  await world.inspect(
    `insert into mentor_entry (mentor_id, kind, happened_on, minutes, words, made_by, made_at)
     select $1, 'TRAINING', '2026-01-15', 60, 'Listening', $2, '2026-01-15' from generate_series(1, $3::int)`,
    [mentorId, userId, hours],
  )
  await world.inspect(
    `with people as (insert into person (given_name, family_name, owner_agency_id) select 'P' || n, 'Canary', $1 from generate_series(1, $3::int) n returning id),
     cases as (insert into case_file (person_id, opened_on, owner_agency_id) select id, '2026-01-01', $1 from people returning id, person_id),
     wishes as (insert into mentee_wish (case_id, person_id, place, asked_on, made_by, made_at, owner_agency_id)
       select id, person_id, 'Wexley', '2026-01-01', $2, '2026-01-01', $1 from cases returning id, case_id, person_id)
     insert into mentor_match (mentor_id, case_id, person_id, wish_id, proposed_by, proposed_at, mentor_answer, person_answer, risk_signed_by, risk_signed_at, owner_agency_id)
     select $4, case_id, person_id, id, $2, '2026-01-02', 'YES', 'YES', $2, '2026-01-03', $1 from wishes`,
    [agencyId, userId, people, mentorId],
  )
  // one more was missed, and one was taken back: neither counts
  await world.inspect(
    `with matches as (select id, case_id, person_id, row_number() over (order by id) - 1 as nth from mentor_match where mentor_id = $2)
     insert into mentor_session (id, mentor_id, match_id, case_id, person_id, kind, happened_on, minutes, made_by, made_at, withdrawn_at, owner_agency_id)
     select gen_random_uuid(), $2, m.id, m.case_id, m.person_id, case when n = $4::int + 1 then 'MISSED' else 'MET' end, date '2026-01-05' + n % 50,
       case when n <> $4::int + 1 then 45 end, $3, '2026-02-28', case when n = $4::int + 2 then timestamptz '2026-03-01' end, $1
     from generate_series(1, $4::int + 2) n join matches m on m.nth = n % $5::int`,
    [agencyId, mentorId, userId, sessions, people],
  )
}

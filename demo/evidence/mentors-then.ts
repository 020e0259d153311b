import type { Client } from 'pg'
import { addDays, type Day } from '../../src/platform/calendar-day.ts'
import type { Leaver } from './earlier-years.ts'

const mentoredThen = 135
const daysWithMentor = 180

/** Mentors whom the project's first people had: as many as make 135 with those of today. */
export async function writeMentorsThen(
  client: Client,
  newId: () => string,
  leavers: readonly Leaver[],
  { since, today }: { since: Day; today: Day },
): Promise<void> {
  const { rows } = await client.query<{ people: number }>(
    `select count(distinct person_id)::int as people from counted_rows('PEOPLE_MENTORED', null, $1, $2)`,
    [since, today],
  )
  const missing = Math.max(0, mentoredThen - rows[0]!.people)
  const own = leavers.filter(({ isInProject }) => isInProject)
  const isPicked = (nth: number) =>
    Math.floor((nth * missing) / own.length) > Math.floor(((nth - 1) * missing) / own.length)
  const parties = own
    .filter((_, nth) => isPicked(nth + 1)) // all along the way
    .map(({ caseId, leftOn }, nth) => ({
      ...{ id: newId(), caseId, leftOn, untilOn: addDays(leftOn, daysWithMentor) },
      email: nth % 3 === 0 ? 'pauline@riverside.example' : 'joe@riverside.example',
    }))
  await client.query(
    `insert into case_party (id, case_id, agency_id, account_id, relationship, role, since_on, until_on, owner_agency_id)
     select t.id, t."caseId", w.agency_id, w.id, 'ALLOCATED', 'MENTOR', t."leftOn", t."untilOn", w.agency_id
     from jsonb_to_recordset($1) as t(id uuid, "caseId" uuid, "leftOn" date, "untilOn" date, email text) join account w on w.email = t.email`,
    [JSON.stringify(parties)],
  )
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'
import { courseTexts } from './content/courses.ts'
import { minutesOfStart, type Place, type WrittenCourse, writeCaution, writeWords } from './course-words.ts'

/** LifeChange in several states: running on a wing and in town, planned with a waiting list, and over. Written as the rule-keepers. */
export async function writeCourses(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  for (const text of courseTexts) {
    const id = newId()
    const course: WrittenCourse = { ...text, id, sessionIds: [], places: [] }
    await writeCourse(client, newId, calendar, course)
    await writeSessions(client, newId, calendar, course)
    await writePlaces(client, newId, calendar, course)
    await writeMarks(client, calendar, course)
    await writeWords(client, newId, calendar, course)
    if (course.keptApartBy) await writeCaution(client, newId(), calendar, course)
  }
  await client.query('reset role')
}

async function writeCourse(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  { id, ...course }: WrittenCourse,
): Promise<void> {
  const made = calendar.past(moment(course.begins - 30, minutesOfStart))
  const confirmed = course.isConfirmed ? calendar.past(moment(course.begins - 2, minutesOfStart)) : null
  await client.query(
    `insert into course (id, agency_id, programme_id, edition, name, mode, gender, prison_id, wing, place, starts_on, smallest, largest, made_by, made_at,
       confirmed_at, confirmed_by, ended_at, ended_how)
     select $1, a.agency_id, e.programme_id, e.version, $2, 'GROUP', $3, (select id from agency where code = $4), $5, $6, $7, 4, 12, a.id, $8,
       $9, case when $9::timestamptz is not null then a.id end, $10, case when $10::timestamptz is not null then 'HELD' end
     from account a, programme p join programme_edition e on e.programme_id = p.id where a.email = $11 and p.agency_id is null order by e.version desc limit 1`,
    [
      ...[
        id,
        course.name,
        course.gender,
        course.prison,
        course.wing,
        course.place,
        calendar.day(course.begins),
        made,
        confirmed,
      ],
      ...[course.isOver ? calendar.past(moment(course.begins + 56, minutesOfStart)) : null, course.by],
    ],
  )
  const facilitators = [course.by, ...(course.deputy ? [course.deputy] : [])]
  for (const [index, email] of facilitators.entries()) {
    await client.query(
      `insert into course_facilitator (id, course_id, account_id, role, named_by, named_at)
       select $1, c.id, a.id, $3, c.made_by, c.made_at from course c join account a on a.email = $4 and a.agency_id = c.agency_id where c.id = $2`,
      [newId(), id, index === 0 ? 'LEAD' : 'DEPUTY', email],
    )
  }
}

async function writeSessions(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  course: WrittenCourse,
): Promise<void> {
  const { rows } = await client.query<{ key: string; minutes: number }>(
    `select s->>'key' as key, (s->>'minutes')::int as minutes from course c join programme_edition e on e.programme_id = c.programme_id and e.version = c.edition,
       jsonb_array_elements(e.package->'sessions') s where c.id = $1`,
    [course.id],
  )
  for (const [index, { key, minutes }] of rows.entries()) {
    const sessionId = newId()
    course.sessionIds.push(sessionId)
    await client.query(
      `insert into course_session (id, course_id, number, session_key, starts_at, length_in_minutes) values ($1, $2, $3, $4, $5, $6)`,
      [sessionId, course.id, index + 1, key, calendar.at(moment(course.begins + index * 7, minutesOfStart)), minutes],
    )
  }
}

/** People with whom the agency works, those of the wing first; nobody twice in two courses. */
async function writePlaces(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  course: WrittenCourse,
): Promise<void> {
  const { rows } = await client.query<Omit<Place, 'id'>>(
    `select s.case_id as "caseId", s.person_id as "personId", c.agency_id as "ownerId"
     from course c join case_party p on p.agency_id = c.agency_id and p.relationship = 'ACCEPTED' and p.until_on is null
     join case_summary s on s.case_id = p.case_id and s.is_open and s.died_on is null
     where c.id = $1 and not exists (select from course_place o where o.person_id = s.person_id)
       and not exists (select from restricted_record r where r.person_id = s.person_id)
     group by 1, 2, 3, s.wing, c.wing order by s.wing is distinct from c.wing, s.case_id limit $2`,
    [course.id, course.inGroup + course.waiting],
  )
  for (const [index, row] of rows.entries()) {
    const place = { id: newId(), ...row }
    const isIn = index < course.inGroup
    const left = isIn ? course.left[index] : undefined
    const leftAt = left ? calendar.past(moment(course.begins + left.after * 7 - 5, minutesOfStart)) : null
    await client.query(
      `insert into course_place (id, course_id, case_id, person_id, waits_since, enrolled_at, left_at, left_how, made_by, owner_agency_id)
       select $1, c.id, $3, $4, $5, $6, $7, $8, c.made_by, c.agency_id from course c where c.id = $2`,
      [
        ...[
          place.id,
          course.id,
          place.caseId,
          place.personId,
          calendar.day(Math.min(-1, course.begins - 28 + index * 2)),
        ],
        ...[isIn ? calendar.past(moment(course.begins - 7, minutesOfStart)) : null, leftAt, left?.how ?? null],
      ],
    )
    if (isIn) course.places.push(place)
  }
}

async function writeMarks(client: Client, calendar: Calendar, course: WrittenCourse): Promise<void> {
  for (const [number, sessionId] of course.sessionIds.entries()) {
    if (course.begins + number * 7 >= 0) return // not held yet
    const at = calendar.past(moment(course.begins + number * 7, minutesOfStart + 125))
    for (const [index, place] of course.places.entries()) {
      const gone = course.left[index]
      if (gone && gone.how !== 'COMPLETED' && number >= gone.after) continue
      const said = course.absences.find(([who, when]) => who === index && when === number)
      await client.query(
        `insert into course_mark (session_id, place_id, taken_by, case_id, person_id, mark, why, of_starts_at, seen_until, marked_at, owner_agency_id)
         select s.id, $2, c.made_by, $3, $4, $5, $6, s.starts_at, $7, $7, c.agency_id from course_session s join course c on c.id = s.course_id where s.id = $1`,
        [sessionId, place.id, place.caseId, place.personId, said?.[2] ?? 'ATTENDED', said?.[3] ?? '', at],
      )
    }
  }
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'
import type { CourseText } from './content/courses.ts'

export interface Place {
  id: string
  caseId: string
  personId: string
  ownerId: string
}
export interface WrittenCourse extends CourseText {
  id: string
  sessionIds: string[]
  places: Place[]
}
export const minutesOfStart = 10 * 60

/** Why people came, what changed on the wing, why some left, and what they answered. */
export async function writeWords(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  course: WrittenCourse,
): Promise<void> {
  const entry = (place: Place, kind: string, code: string, day: number, words: string) =>
    client.query(
      `insert into course_entry (id, place_id, case_id, person_id, kind, code, happened_on, words, made_by, made_at, owner_agency_id)
       select $1, $2, $3, $4, $5, $6, $7, $8, c.made_by, $9, c.agency_id from course c where c.id = $10`,
      [
        newId(),
        place.id,
        place.caseId,
        place.personId,
        kind,
        code,
        calendar.day(Math.min(day, 0)),
        words,
        calendar.past(moment(day, 700)),
        course.id,
      ],
    )
  for (const [index, place] of course.places.entries()) {
    for (const [who, kind, code, after, words] of course.entries)
      if (who === index) await entry(place, kind, code, course.begins + after, words)
    const gone = course.left[index]
    if (gone?.why) await entry(place, 'LEAVING', gone.why, course.begins + gone.after * 7 - 5, gone.words ?? '')
    const before = { 'know-what-matters': 2 + (index % 2), belong: 2, 'can-choose': 3, 'have-a-step': 1 + (index % 3) }
    const after = { 'know-what-matters': 4, belong: 3, 'can-choose': 4, 'have-a-step': 4 }
    const moments = [
      ['BEFORE', before, course.begins - 3],
      ...(gone?.how === 'COMPLETED' ? [['AFTER', after, course.begins + 49]] : []),
    ]
    for (const [when, answers, day] of moments as [string, object, number][]) {
      await client.query(
        `insert into course_measure (place_id, moment, case_id, person_id, answers, answered_on, made_by, made_at, owner_agency_id)
         select $1, $2, $3, $4, $5, $6, c.made_by, $7, c.agency_id from course c where c.id = $8`,
        [
          place.id,
          when,
          place.caseId,
          place.personId,
          JSON.stringify(answers),
          calendar.day(Math.min(day, 0)),
          calendar.past(moment(day, 660)),
          course.id,
        ],
      )
    }
  }
}

export async function writeCaution(
  client: Client,
  id: string,
  calendar: Calendar,
  { places, keptApartBy }: WrittenCourse,
): Promise<void> {
  const [one, other] = places
  await client.query(
    `insert into group_caution (id, case_id, person_id, kind, other_person_id, words, made_by, made_at, owner_agency_id, sensitivity)
     select $1, $2, $3, 'KEEP_APART', $4, 'A fight in the exercise yard; each has friends on the wing.', a.id, $5, a.agency_id, 'SENSITIVE' from account a where a.email = $6`,
    [id, one?.caseId, one?.personId, other?.personId, calendar.past(moment(-40, minutesOfStart)), keptApartBy],
  )
}

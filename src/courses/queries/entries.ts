import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { EntryKind } from '../entry-kinds.ts'
import type { Place } from './places.ts'

/** What somebody of the agency wrote about a participant. */
export interface Entry {
  id: string
  kind: EntryKind
  code: string
  happenedOn: Day
  words: string
  madeByName: string
  madeAt: Date
}

export async function listEntries({ db }: Reading, placeId: string): Promise<Entry[]> {
  const { rows } =
    await sql<Entry>`select e.id, e.kind, e.code, e.happened_on as "happenedOn", e.words, a.name as "madeByName", e.made_at as "madeAt"
    from course_entry e join account a on a.id = e.made_by where e.place_id = ${placeId} order by e.happened_on desc, e.made_at desc limit 300`.execute(
      db,
    )
  return rows
}

export type NewEntry = Pick<Entry, 'kind' | 'code' | 'happenedOn' | 'words'>

export async function insertEntry(
  { db, actor, now }: Change,
  { id, caseId, personId }: Place,
  entry: NewEntry,
): Promise<string> {
  const entryId = newId()
  await sql`insert into course_entry (id, place_id, case_id, person_id, kind, code, happened_on, words, made_by, made_at, owner_agency_id)
    values (${entryId}, ${id}, ${caseId}, ${personId}, ${entry.kind}, ${entry.code}, ${entry.happenedOn}, ${entry.words}, ${actor.userId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
  return entryId
}

export type MeasureMoment = 'BEFORE' | 'AFTER'

/** What somebody answered to the statements, from 1 to 5 by key. */
export interface Measured {
  moment: MeasureMoment
  answers: Record<string, number>
  answeredOn: Day
}

export async function listMeasured({ db }: Reading, placeId: string): Promise<Measured[]> {
  const { rows } =
    await sql<Measured>`select moment, answers, answered_on as "answeredOn" from course_measure where place_id = ${placeId} order by moment desc`.execute(
      db,
    )
  return rows
}

export async function upsertMeasured(
  { db, actor, now }: Change,
  { id, caseId, personId }: Place,
  { moment, answers, answeredOn }: Measured,
): Promise<void> {
  await sql`insert into course_measure (place_id, moment, case_id, person_id, answers, answered_on, made_by, made_at, owner_agency_id)
    values (${id}, ${moment}, ${caseId}, ${personId}, ${JSON.stringify(answers)}, ${answeredOn}, ${actor.userId}, ${now}, ${actor.agencyId})
    on conflict (place_id, moment) do update set answers = excluded.answers, answered_on = excluded.answered_on, made_by = excluded.made_by, made_at = excluded.made_at`.execute(
    db,
  )
}

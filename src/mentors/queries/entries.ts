import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { EntryKind, OwnWay } from '../kinds.ts'

export interface NewEntry {
  kind: EntryKind
  /** Which vetting, background or way; '' for the others. */
  code: string
  happenedOn: Day
  /** A vetting's last day, the next supervision, by when a goal. */
  untilOn: Day | null
  /** Of training and supervision, 5 to 1440. */
  minutes: number | null
  words: string
  standardId: string | null
}

export interface Entry extends NewEntry {
  id: string
  madeBy: string
  endedAt: Date | null
  endedWords: string
}

/** The file of a mentor as far as the actor may read it, the latest first. */
export async function listEntries({ db }: Reading, mentorId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.kind, e.code, e.happened_on as "happenedOn", e.until_on as "untilOn", e.minutes, e.words, e.standard_id as "standardId",
      a.name as "madeBy", e.ended_at as "endedAt", e.ended_words as "endedWords"
    from mentor_entry e join account a on a.id = e.made_by where e.mentor_id = ${mentorId} order by e.happened_on desc, e.id desc limit 500`.execute(
    db,
  )
  return rows
}

/** How many of the agency's mentors said that they got to each, as far as the actor may read it. */
export async function countWays({ db, actor }: Reading): Promise<{ way: OwnWay; count: number }[]> {
  const { rows } = await sql<{ way: OwnWay; count: number }>`
    select e.code as way, count(distinct e.mentor_id)::int as count from mentor_entry e join mentor m on m.id = e.mentor_id
    where m.agency_id = ${actor.agencyId} and e.kind = 'PROGRESS' and e.ended_at is null group by 1 order by 2 desc, 1`.execute(
    db,
  )
  return rows
}

export async function insertEntry(
  { db, actor, now }: Change,
  id: string,
  mentorId: string,
  entry: NewEntry,
): Promise<void> {
  const { kind, code, happenedOn, untilOn, minutes, words, standardId } = entry
  await sql`insert into mentor_entry (id, mentor_id, kind, code, happened_on, until_on, minutes, words, standard_id, made_by, made_at)
    values (${id}, ${mentorId}, ${kind}, ${code}, ${happenedOn}, ${untilOn}, ${minutes}, ${words}, ${standardId}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

/** @returns whose it is; undefined where the actor may not, or it is over already. */
export async function updateEntryEnded({ db, now }: Change, id: string, words: string): Promise<string | undefined> {
  const { rows } = await sql<{ mentorId: string }>`update mentor_entry set ended_at = ${now}, ended_words = ${words}
    where id = ${id} and ended_at is null returning mentor_id as "mentorId"`.execute(db)
  return rows[0]?.mentorId
}

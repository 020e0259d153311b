import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface MeetingFields {
  heldOn: Day
  place: string
  agenda: string
  /** Names and agencies, as they were written down. */
  attended: string
  minutes: string
  decisions: string
}

export interface Meeting extends MeetingFields {
  id: string
  themeId: string
  writtenByName: string
  writtenAt: Date
  settledAt: Date | null
  settledByName: string | null
  version: number
}

const columns = sql`m.id, m.theme_id as "themeId", m.held_on as "heldOn", m.place, m.agenda, m.attended, m.minutes, m.decisions,
  a.name as "writtenByName", m.written_at as "writtenAt", m.settled_at as "settledAt", b.name as "settledByName", m.version
  from theme_meeting m join account a on a.id = m.written_by left join account b on b.id = m.settled_by`

/** The latest first. */
export async function listMeetings({ db }: Reading, themeId: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns} where m.theme_id = ${themeId} order by m.held_on desc, m.id desc limit 200`.execute(db)
  return rows
}

/** @throws Refusal `theme-meeting.not-found` */
export async function getMeeting({ db }: Reading, id: string): Promise<Meeting> {
  const { rows } = await sql<Meeting>`select ${columns} where m.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'theme-meeting.not-found')
  return rows[0]
}

export async function insertMeeting({ db, actor, now }: Change, themeId: string, of: MeetingFields): Promise<string> {
  const id = newId()
  await sql`insert into theme_meeting (id, theme_id, held_on, place, agenda, attended, minutes, decisions, written_by, written_at)
    values (${id}, ${themeId}, ${of.heldOn}, ${of.place}, ${of.agenda}, ${of.attended}, ${of.minutes}, ${of.decisions}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns whether it was open and still at this version. */
export async function updateMeeting(
  { db, actor, now }: Change,
  id: string,
  version: number,
  of: MeetingFields,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update theme_meeting set held_on = ${of.heldOn}, place = ${of.place}, agenda = ${of.agenda}, attended = ${of.attended}, minutes = ${of.minutes},
      decisions = ${of.decisions}, written_by = ${actor.userId}, written_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and settled_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Settles minutes that were written. @returns whether they were there to be settled, at this version. */
export async function updateSettled({ db, actor, now }: Change, id: string, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update theme_meeting set settled_by = ${actor.userId}, settled_at = ${now}, version = version + 1
    where id = ${id} and version = ${version} and settled_at is null and attended <> '' and minutes <> ''`.execute(db)
  return numAffectedRows === 1n
}

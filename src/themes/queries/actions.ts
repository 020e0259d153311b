import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export interface ActionFields {
  words: string
  ownerId: string
  dueOn: Day
  /** The meeting that decided it. */
  meetingId: string | null
}

export interface Action extends ActionFields {
  id: string
  themeId: string
  themeTitle: string
  ownerName: string
  ownerAgencyId: string
  ownerAgency: string
  metOn: Day | null
  doneAt: Date | null
  doneByName: string | null
  doneWords: string
}

const columns = sql`a.id, a.theme_id as "themeId", t.title as "themeTitle", a.words, a.owner_id as "ownerId", w.name as "ownerName",
  y.id as "ownerAgencyId", y.name as "ownerAgency", a.due_on as "dueOn", a.meeting_id as "meetingId", m.held_on as "metOn", a.done_at as "doneAt",
  d.name as "doneByName", a.done_words as "doneWords"
  from theme_action a join theme t on t.id = a.theme_id join account w on w.id = a.owner_id join agency y on y.id = w.agency_id
  left join theme_meeting m on m.id = a.meeting_id left join account d on d.id = a.done_by`

/** Of a theme: what is to do by day, then what was done, the latest first. */
export async function listActions({ db }: Reading, themeId: string): Promise<Action[]> {
  const { rows } = await sql<Action>`
    select ${columns} where a.theme_id = ${themeId} order by a.done_at desc nulls first, a.due_on, a.id limit 300`.execute(
    db,
  )
  return rows
}

/** What the reader took on and has not done, in every theme. */
export async function listOwnActions({ db, actor }: Reading): Promise<Action[]> {
  const { rows } = await sql<Action>`
    select ${columns} where a.owner_id = ${actor.userId} and a.done_at is null order by a.due_on, a.id limit 50`.execute(
    db,
  )
  return rows
}

/** Somebody who can take on an action. */
export interface Owner {
  id: string
  name: string
  agencyName: string
}

const mostOwners = 2_000

/** Those who work at the agency that leads a theme, or at one that takes part. */
export async function listOwners({ db }: Reading, themeId: string): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select a.id, a.name, y.name as "agencyName" from account a join agency y on y.id = a.agency_id
    where a.disabled_at is null and not a.is_integration and a.roles && '{WORKER,MANAGER}'
      and (a.agency_id = (select lead_agency_id from theme where id = ${themeId})
        or exists (select from theme_agency x where x.theme_id = ${themeId} and x.agency_id = a.agency_id and x.left_at is null))
    order by y.name collate "C", a.name collate "C", a.id limit ${mostOwners}`.execute(db)
  return rows
}

export async function insertAction({ db, actor, now }: Change, themeId: string, of: ActionFields): Promise<string> {
  const id = newId()
  await sql`insert into theme_action (id, theme_id, meeting_id, words, owner_id, due_on, made_by, made_at)
    values (${id}, ${themeId}, ${of.meetingId}, ${of.words}, ${of.ownerId}, ${of.dueOn}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}

/** @returns whether it was to be done, by the actor or somebody for whom they may say so. */
export async function updateDone(
  { db, actor, now }: Change,
  themeId: string,
  id: string,
  words: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update theme_action set done_by = ${actor.userId}, done_at = ${now}, done_words = ${words}
    where id = ${id} and theme_id = ${themeId} and done_at is null`.execute(db)
  return numAffectedRows === 1n
}

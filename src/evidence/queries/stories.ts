import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Locale } from '../../platform/words.ts'

/** A case told without a name. */
export interface Story {
  id: string
  caseId: string
  personId: string
  title: string
  words: string
  locale: Locale
  isPublic: boolean
  writtenBy: string
  writtenAt: Date
}

/** The agency's stories whose yes stands, the latest first. At most 100. */
export async function listStories({ db }: Reading): Promise<Story[]> {
  const { rows } =
    await sql<Story>`select s.id, s.case_id as "caseId", s.person_id as "personId", s.title, s.words, s.locale,
    s.is_public as "isPublic", w.name as "writtenBy", s.written_at as "writtenAt"
    from case_story s join account w on w.id = s.written_by order by s.written_at desc, s.id limit 100`.execute(db)
  return rows
}

export interface PublicStory {
  title: string
  words: string
  locale: Locale
  agency: string
}

/** Those that everybody may read, without anybody signed in. */
export async function listPublicStories({ unknown }: Database): Promise<PublicStory[]> {
  const { rows } = await sql<PublicStory>`select * from read_public_stories()`.execute(unknown)
  return rows
}

export async function isAgreed({ db, actor }: Reading, personId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select story_is_agreed(${personId}, ${actor.agencyId}) as "is"`.execute(
    db,
  )
  return rows[0]!.is
}

/** Whether a text holds any of the person's names. */
export async function namesPerson({ db }: Reading, caseId: string, said: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select story_names_person(${caseId}, ${said}) as "is"`.execute(db)
  return rows[0]!.is
}

export type NewStory = Pick<Story, 'title' | 'words' | 'locale' | 'isPublic'>

export async function insertStory(
  { db, actor, now }: Change,
  { caseId, personId }: { caseId: string; personId: string },
  told: NewStory,
): Promise<string> {
  const id = newId()
  await sql`insert into case_story (id, case_id, person_id, title, words, locale, is_public, written_by, written_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${told.title}, ${told.words}, ${told.locale}, ${told.isPublic}, ${actor.userId}, ${now},
      ${actor.agencyId})`.execute(db)
  return id
}

/** @returns false where it is gone already. */
export async function updateRemoved({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update case_story set removed_at = ${now} where id = ${id} and removed_at is null`.execute(db)
  return numAffectedRows === 1n
}

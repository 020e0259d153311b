import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import type { Ending, Undone } from './end-case.ts'
import type { EndingReason } from './reasons.ts'

/** An ended case, as a list tells of it. */
export interface EndedCase {
  id: string
  caseId: string
  personId: string
  name: string
  number: string | null
  /** The agency that answered for it. */
  agencyName: string
  reason: EndingReason
  /** Empty to the other agencies. */
  words: string
  personsWords: string
  endedAt: Date
  endedByName: string
  /** The reader's agency answered for it. */
  isOurs: boolean
}

const columns = sql`id, case_id as "caseId", person_id as "personId", name, number, agency as "agencyName", reason, words_at_end as words,
  persons_words as "personsWords", ended_at as "endedAt", ended_by_name as "endedByName", is_ours as "isOurs"`

/** The latest first. `words` are part of a name, or a prison number; empty for all. */
export async function listEndedCases(
  { db, now }: Reading,
  { words, limit, offset }: { words: string; limit: number; offset: number },
): Promise<EndedCase[]> {
  const { rows } = await sql<EndedCase>`
    select ${columns} from endings_told(null, ${words}, ${now}) order by ended_at desc, id limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows
}

/** @throws Refusal `case-ending.not-found` */
export async function getEndedCase({ db, now }: Reading, id: string): Promise<EndedCase> {
  const { rows } = await sql<EndedCase>`select ${columns} from endings_told(${id}, '', ${now})`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'case-ending.not-found')
  return rows[0]
}

/** @throws Refusal `case-ending.not-theirs` when the actor may not end the case, or it has ended. */
export async function getUndone({ db }: Reading, caseId: string): Promise<Undone> {
  const { rows } = await sql<Undone>`
    select u.services, u.offers, u.steps, u.appointments, s.died_on is not null as "hasDied", exists (select from custody k
      where k.person_id = s.person_id and k.left_on is null) as "isInCustody"
    from left_undone(${caseId}) u join case_summary s on s.case_id = ${caseId}`.execute(db)
  if (!rows[0]) throw new Refusal('not allowed', 'case-ending.not-theirs')
  return rows[0]
}

export async function insertEnding(
  { db, actor, now }: Change,
  { id, caseId, personId, reason, words, personsWords }: Ending & { id: string; caseId: string; personId: string },
): Promise<void> {
  await sql`
    insert into case_ending (id, case_id, person_id, reason, words, persons_words, ended_at, ended_by, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${reason}, ${words}, ${personsWords}, ${now}, ${actor.userId}, ${actor.agencyId})`.execute(
    db,
  )
}

/** @throws Refusal `case-ending.not-found`; `case-ending.other-open` */
export async function setReopened(
  { db, actor, now }: Change,
  id: string,
  words: string,
): Promise<{ caseId: string; personId: string }> {
  try {
    const { rows } = await sql<{ caseId: string; personId: string }>`
      update case_ending set reopened_at = ${now}, reopened_by = ${actor.userId}, reopen_words = ${words}
      where id = ${id} and reopened_at is null returning case_id as "caseId", person_id as "personId"`.execute(db)
    if (!rows[0]) throw new Refusal('not found', 'case-ending.not-found')
    return rows[0]
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'one_open_case_for_a_purpose')
      throw new Refusal('conflict', 'case-ending.other-open')
    throw error
  }
}

/** The mail addresses of the other agencies on a case that the actor has just ended, and the language of the partnership. */
export async function listToTell({ db }: Reading, caseId: string): Promise<{ email: string; locale: Locale }[]> {
  const { rows } = await sql<{ email: string; locale: Locale }>`
    select t.email, p.locale from agencies_to_tell(${caseId}) t cross join partnership p`.execute(db)
  return rows
}

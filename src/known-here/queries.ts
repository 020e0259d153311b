import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Purpose, Question } from './ask-known-here.ts'

/** The answer is written with the question and not looked at here. */
export async function insertQuestion({ db, now }: Change, id: string, question: Question): Promise<void> {
  const { numbers, givenName, familyName, bornOn, askedAgencyId, purpose } = question
  await sql`select ask_known_here(${id}, ${numbers}::text[], ${givenName}, ${familyName}, ${bornOn}, ${askedAgencyId}, ${purpose}, ${now})`.execute(
    db,
  )
}

export interface Desk {
  id: string
  name: string
  kind: string
  phone: string
  email: string
  place: string
}

/** Agencies that may be asked, by name, without the actor's own. */
export async function listDesks({ db, actor }: Reading): Promise<Desk[]> {
  const { rows } = await sql<Desk>`
    select id, name, kind, phone, email, place from agency
    where closed_on is null and kind in ('prison', 'probation', 'police', 'council') and id <> ${actor.agencyId}
    order by name collate "C", id`.execute(db)
  return rows
}

export interface Asked {
  id: string
  isKnown: boolean
  purpose: Purpose
  askedAt: Date
  agencyName: string
  agencyPhone: string
  agencyEmail: string
}

const columns = sql`q.id, q.is_known as "isKnown", q.purpose, q.asked_at as "askedAt", y.name as "agencyName", y.phone as "agencyPhone",
  y.email as "agencyEmail" from known_here_question q join agency y on y.id = q.asked_agency_id`

/** One of the actor's own questions. @throws Refusal `known-here.not-found` */
export async function getAsked({ db }: Reading, id: string): Promise<Asked> {
  const { rows } = await sql<Asked>`select ${columns} where q.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'known-here.not-found')
  return rows[0]
}

/** The actor's own questions, the latest first. */
export async function listOwnQuestions({ db, actor }: Reading, limit: number): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select ${columns} where q.asked_by = ${actor.userId} order by q.asked_at desc, q.id limit ${limit}`.execute(db)
  return rows
}

export interface AskedAbout {
  askedAt: Date
  agencyName: string
  askedAgencyName: string
  isKnown: boolean
  purpose: Purpose
}

/** Who asked about a person, the latest first, also before they were on record; nothing where the actor may not see who they are. */
export async function listQuestionsAbout({ db }: Reading, personId: string, limit: number): Promise<AskedAbout[]> {
  const { rows } = await sql<AskedAbout>`
    select asked_at as "askedAt", agency_name as "agencyName", asked_agency_name as "askedAgencyName", is_known as "isKnown", purpose
    from list_known_here(${personId}, ${limit})`.execute(db)
  return rows
}

/** The open case by which the actor sees a person. @throws Refusal `person.not-found` */
export async function getCaseOf({ db }: Reading, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from case_file where person_id = ${personId} order by ended_on is not null, made_at desc limit 1`.execute(
    db,
  )
  if (!rows[0]) throw new Refusal('not found', 'person.not-found')
  return rows[0].id
}

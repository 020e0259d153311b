import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Locale } from '../../platform/words.ts'
import type { Answer, ConsentKind, Way } from '../answers.ts'

export interface Consent {
  id: string
  kind: ConsentKind
  agencyId: string
  agencyName: string
  answer: Answer
  how: Way
  locale: Locale
  saidOn: string
  /** Of the text that the person was told. */
  edition: number
  recordedBy: string
  recordedAgency: string
  recordedAt: Date
  /** A later answer stands instead. */
  isReplaced: boolean
}

/** Every answer that was written down on a case, those that stand first, then newest first. */
export async function listConsents({ db }: Reading, caseId: string): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select c.id, c.kind, c.agency_id as "agencyId", y.name as "agencyName", c.answer, c.how, c.locale, c.said_on as "saidOn",
      t.edition, w.name as "recordedBy", o.name as "recordedAgency", c.recorded_at as "recordedAt",
      c.replaced_at is not null as "isReplaced"
    from consent c join agency y on y.id = c.agency_id join consent_text t on t.id = c.text_id
    join account w on w.id = c.recorded_by join agency o on o.id = c.owner_agency_id
    where c.case_id = ${caseId} order by c.replaced_at is not null, y.name collate "C", c.recorded_at desc`.execute(db)
  return rows
}

/** The answer that stands; undefined where nobody asked. */
export async function findAnswer(
  { db }: Reading,
  { personId, purpose, agencyId, kind }: { personId: string; purpose: string; agencyId: string; kind: ConsentKind },
): Promise<Answer | undefined> {
  const row = await db
    .selectFrom('consent')
    .select('answer')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('agency_id', '=', agencyId)
    .where('kind', '=', kind)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  return row?.answer as Answer | undefined
}

export interface ConsentSubject {
  personId: string
  purpose: string
  /** Whether the actor works on the whole case, and so writes down a yes as well. */
  mayAsk: boolean
}

/** Whose case it is and for what; undefined when the case does not exist for the actor. */
export async function findSubject({ db }: Reading, caseId: string): Promise<ConsentSubject | undefined> {
  const { rows } = await sql<ConsentSubject>`
    select person_id as "personId", purpose, may_bring_in(id) as "mayAsk" from case_file where id = ${caseId}`.execute(
    db,
  )
  return rows[0]
}

export interface ConsentText {
  id: string
  kind: ConsentKind
  edition: number
  words: Record<Locale, string>
}

/** The edition that people are told today. */
export async function getLatestText({ db }: Reading, kind: ConsentKind): Promise<ConsentText> {
  const row = await db
    .selectFrom('consent_text')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id: row.id, kind, edition: row.edition, words: { en: row.words_en, it: row.words_it, nl: row.words_nl } }
}

export async function insertText(
  { db, actor, now }: Change,
  kind: ConsentKind,
  edition: number,
  words: Record<Locale, string>,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('consent_text')
    .values({
      ...{ id, kind, edition, made_by: actor.userId, made_at: now },
      ...{ words_en: words.en, words_it: words.it, words_nl: words.nl },
    })
    .execute()
  return id
}

export interface NewConsent {
  kind: ConsentKind
  agencyId: string
  how: Way
  textId: string
  locale: Locale
  saidOn: string
}

/** Replaces the answer before it, and moves sight, in the database. @returns the id. */
export async function insertConsent(
  { db, actor, now }: Change,
  caseId: string,
  { personId, purpose }: ConsentSubject,
  { kind, agencyId, how, textId, locale, saidOn }: NewConsent,
  answer: Answer,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('consent')
    .values({
      ...{ id, case_id: caseId, person_id: personId, purpose, agency_id: agencyId, kind, answer, how, locale },
      ...{ text_id: textId, said_on: saidOn, recorded_by: actor.userId, recorded_at: now },
      ...{ owner_agency_id: actor.agencyId, basis: 'SELF_REPORT' },
    })
    .execute()
  return id
}

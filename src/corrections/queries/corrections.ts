import { sql } from 'kysely'
import type { Change, FieldGroup, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'
import type { CorrectionKind, FactKind } from '../kinds.ts'
import type { FactSaid } from './facts.ts'

export interface Correction {
  id: string
  caseId: string
  personId: string
  personName: string
  factKind: FactKind
  factId: string
  /** What the fact says, to a reader who sees it; null to others. */
  fact: FactSaid | null
  part: FieldGroup
  kind: CorrectionKind
  words: string
  agencyId: string
  agencyName: string
  madeByName: string
  madeAt: Date
  liftedAt: Date | null
  /** Whom it was sent to and when they acknowledged: to the agency that said it; the reader's own agency alone to another. */
  recipients: { agencyId: string; agencyName: string; acknowledgedAt: string | null }[]
}

const columns = sql`k.id, k.case_id as "caseId", k.person_id as "personId", k.person_name as "personName", k.fact_kind as "factKind",
  k.fact_id as "factId", (select jsonb_build_object('kind', k.fact_kind, 'words', f.words, 'code', f.code, 'day', f.day)
    from said_fact(k.fact_kind, k.fact_id) f) as fact, k.field_group as part,
  k.kind, k.words, k.owner_agency_id as "agencyId", y.name as "agencyName", coalesce(w.name, '') as "madeByName", k.made_at as "madeAt",
  k.lifted_at as "liftedAt", coalesce((select jsonb_agg(jsonb_build_object('agencyId', r.agency_id, 'agencyName', z.name,
    'acknowledgedAt', r.acknowledged_at) order by z.name) from correction_recipient r join agency z on z.id = r.agency_id
    where r.correction_id = k.id), '[]') as recipients
  from correction k join agency y on y.id = k.owner_agency_id left join account w on w.id = k.made_by`

/** @throws Refusal `correction.not-found` */
export async function getCorrection({ db }: Reading, id: string): Promise<Correction> {
  const { rows } = await sql<Correction>`select ${columns} where k.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'correction.not-found')
  return rows[0]
}

/** What was said beside the facts of a case, the newest first. */
export async function listOfCase({ db }: Reading, caseId: string, limit: number): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select ${columns} where k.case_id = ${caseId} order by k.made_at desc, k.id limit ${limit}`.execute(db)
  return rows
}

/** What the actor's agency was told: what it has not acknowledged first. */
export async function listToUs(
  { db, actor }: Reading,
  { limit, offset }: { limit: number; offset: number },
): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select ${columns} join correction_recipient m on m.correction_id = k.id and m.agency_id = ${actor.agencyId}
    order by m.acknowledged_at is not null, m.told_at desc, k.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface NewCorrection {
  id: string
  caseId: string
  personId: string
  factKind: FactKind
  factId: string
  kind: CorrectionKind
  words: string
  ownRequestId: string | null
}

/** Sent to all who had sight, by the database, in the same transaction. */
export async function insertCorrection({ db, actor, now }: Change, made: NewCorrection): Promise<void> {
  const { id, caseId, personId, factKind, factId, kind, words, ownRequestId } = made
  const basis = kind === 'STATEMENT' ? 'SELF_REPORT' : 'FACT'
  await sql`
    insert into correction (id, case_id, person_id, fact_kind, fact_id, kind, words, own_request_id, made_by, made_at, owner_agency_id, basis)
    values (${id}, ${caseId}, ${personId}, ${factKind}, ${factId}, ${kind}, ${words}, ${ownRequestId}, ${actor.userId}, ${now},
      ${actor.agencyId}, ${basis})`.execute(db)
}

/** @returns whether the actor's agency had not acknowledged it. */
export async function updateAcknowledged({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('correction_recipient')
    .set({ acknowledged_at: now, acknowledged_by: actor.userId })
    .where('correction_id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns whether it was a restriction in force, and the actor's to lift. */
export async function updateLifted({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('correction')
    .set({ lifted_at: now, lifted_by: actor.userId })
    .where('id', '=', id)
    .where('kind', '=', 'RESTRICTION')
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether nobody may rely on a fact at present. */
export async function isRestricted({ db }: Reading, factId: string): Promise<boolean> {
  const { rows } = await sql`
    select from correction where fact_id = ${factId} and kind = 'RESTRICTION' and lifted_at is null`.execute(db)
  return rows.length > 0
}

/** What the person said at their own door; undefined where the actor does not read it. */
export async function findOwnWords({ db }: Reading, caseId: string, requestId: string): Promise<string | undefined> {
  const { rows } = await sql<{ words: string }>`
    select words from own_request where id = ${requestId} and case_id = ${caseId}`.execute(db)
  return rows[0]?.words
}

/** Mail addresses of the agencies that a correction was sent to. */
export async function listDesks({ db }: Reading, id: string): Promise<{ email: string; locale: Locale }[]> {
  const { rows } = await sql<{ email: string; locale: Locale }>`
    select y.email, p.locale from correction_recipient r join agency y on y.id = r.agency_id cross join partnership p
    where r.correction_id = ${id} and y.email <> '' order by y.id`.execute(db)
  return rows
}

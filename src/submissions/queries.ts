import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Basis } from './bases.ts'

/** Information that somebody gave to those who may write in the notes of a case. */
export interface Submission {
  id: string
  caseId: string
  personId: string
  words: string
  basis: Basis
  madeById: string
  madeByName: string
  agencyName: string
  madeAt: Date
  state: 'WAITING' | 'TAKEN' | 'DECLINED' | 'WITHDRAWN'
  decidedByName: string | null
  /** Of a no. */
  reason: string
  noteId: string | null
}

const submissions = sql`
  select s.id, s.case_id as "caseId", s.person_id as "personId", s.words, s.basis, s.made_by as "madeById", a.name as "madeByName",
    y.name as "agencyName", s.made_at as "madeAt", s.reason, s.note_id as "noteId", d.name as "decidedByName",
    case when s.withdrawn_at is not null then 'WITHDRAWN' else coalesce(s.decision, 'WAITING') end as state
  from submission s join account a on a.id = s.made_by join agency y on y.id = s.owner_agency_id left join account d on d.id = s.decided_by`

/** What waits first, then the newest. */
export async function listSubmissions({ db }: Reading, caseId: string, limit: number): Promise<Submission[]> {
  const { rows } = await sql<Submission>`${submissions} where s.case_id = ${caseId}
    order by s.decision is not null or s.withdrawn_at is not null, s.made_at desc, s.id limit ${limit}`.execute(db)
  return rows
}

/** @throws Refusal `submission.not-found` */
export async function getSubmission({ db }: Reading, id: string): Promise<Submission> {
  const { rows } = await sql<Submission>`${submissions} where s.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'submission.not-found')
  return rows[0]
}

export interface NewSubmission {
  id: string
  caseId: string
  personId: string
  words: string
  basis: Basis
}

export async function insertSubmission({ db, actor, now }: Change, made: NewSubmission): Promise<void> {
  const { id, caseId, personId, words, basis } = made
  await sql`
    insert into submission (id, case_id, person_id, words, basis, made_by, made_at, owner_agency_id)
    values (${id}, ${caseId}, ${personId}, ${words}, ${basis}, ${actor.userId}, ${now}, ${actor.agencyId})`.execute(db)
}

/** @returns false when somebody else was faster. */
export async function updateDecided(
  { db, actor, now }: Change,
  id: string,
  decided: { decision: 'TAKEN'; noteId: string } | { decision: 'DECLINED'; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('submission')
    .set({
      decision: decided.decision,
      decided_by: actor.userId,
      decided_at: now,
      ...('noteId' in decided ? { note_id: decided.noteId } : { reason: decided.reason }),
    })
    .where('id', '=', id)
    .where('decision', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns false when it was decided or withdrawn already. */
export async function updateWithdrawn({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('submission')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('made_by', '=', actor.userId)
    .where('decision', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

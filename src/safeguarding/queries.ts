import { sql } from 'kysely'
import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'

export interface WalledNote {
  id: string
  caseId: string
  personId: string
  /** Whether the actor may open it: its author, or a manager of the author's agency. */
  isTheirs: boolean
}

/** A mentoring note that the actor sees. @throws Refusal `note.not-found` for any other. */
export async function getWalledNote({ db, actor }: Reading, noteId: string): Promise<WalledNote> {
  const { rows } = await sql<WalledNote>`
    select id, case_id as "caseId", person_id as "personId",
      owner_agency_id = ${actor.agencyId} and (author_id = ${actor.userId} or is_manager()) as "isTheirs"
    from note where id = ${noteId} and field_group = 'mentoring' and withdrawn_at is null`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'note.not-found')
  return rows[0]
}

export interface Opening {
  id: string
  noteId: string
  caseId: string
  personId: string
  toAgencyId: string
  toAgencyName: string
  fromAgencyName: string
  openerName: string
  reason: string
  openedAt: Date
  closedAt: Date | null
}

const columns = sql`o.id, o.note_id as "noteId", o.case_id as "caseId", o.person_id as "personId", o.to_agency_id as "toAgencyId",
  y.name as "toAgencyName", f.name as "fromAgencyName", w.name as "openerName", o.reason, o.opened_at as "openedAt",
  o.closed_at as "closedAt"
  from note_opening o join agency y on y.id = o.to_agency_id join agency f on f.id = o.owner_agency_id
  join account w on w.id = o.opened_by`

/** @throws Refusal `safeguarding.not-found` */
export async function getOpening({ db }: Reading, id: string): Promise<Opening> {
  const { rows } = await sql<Opening>`select ${columns} where o.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'safeguarding.not-found')
  return rows[0]
}

/** To whom a note was opened, the latest first. */
export async function listOpeningsOf({ db }: Reading, noteId: string): Promise<Opening[]> {
  const { rows } =
    await sql<Opening>`select ${columns} where o.note_id = ${noteId} order by o.opened_at desc, o.id`.execute(db)
  return rows
}

/** What stands open to the actor's agency, the latest first. */
export async function listOpenedToUs({ db, actor }: Reading, limit: number, offset: number): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select ${columns} where o.to_agency_id = ${actor.agencyId} and o.closed_at is null
    order by o.opened_at desc, o.id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export interface OpenedNote {
  id: string
  personId: string
  caseId: string
  personName: string
  bornOn: string | null
  body: string
  ownWords: string
  happenedAt: Date
  authorName: string
  agencyName: string
  agencyPhone: string
  reason: string
  openedAt: Date
}

/** @throws Refusal `safeguarding.not-found` where it is not open to the actor's agency. */
export async function getOpenedNote({ db }: Reading, id: string): Promise<OpenedNote> {
  const { rows } = await sql<OpenedNote>`
    select id, person_id as "personId", case_id as "caseId", person_name as "personName", born_on as "bornOn", body,
      own_words as "ownWords", happened_at as "happenedAt", author_name as "authorName", agency_name as "agencyName",
      agency_phone as "agencyPhone", reason, opened_at as "openedAt"
    from read_opened_note(${id})`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'safeguarding.not-found')
  return rows[0]
}

interface NewOpening {
  id: string
  noteId: string
  caseId: string
  personId: string
  toAgencyId: string
  reason: string
}

export async function insertOpening({ db, actor, now }: Change, opening: NewOpening): Promise<void> {
  await db
    .insertInto('note_opening')
    .values({
      id: opening.id,
      note_id: opening.noteId,
      case_id: opening.caseId,
      person_id: opening.personId,
      to_agency_id: opening.toAgencyId,
      reason: opening.reason,
      opened_by: actor.userId,
      opened_at: now,
      owner_agency_id: actor.agencyId,
      retention_class: 'SAFEGUARDING',
      sensitivity: 'SENSITIVE',
    })
    .execute()
}

/** @returns whether it was open, and the actor's to close. */
export async function closeOpening({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('note_opening')
    .set({ closed_at: now, closed_by: actor.userId })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function listManagers({ db }: Reading, agencyId: string) {
  const { rows } = await sql<{ id: string; email: string; locale: Locale }>`
    select id, email, locale from account where agency_id = ${agencyId} and 'MANAGER' = any(roles) and disabled_at is null
    order by id`.execute(db)
  return rows
}

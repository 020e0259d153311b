import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { DeclineReason } from '../../referrals/index.ts'
import type { Ticket } from './tickets.ts'

/** Whether the agency of a desk may see a part of somebody's record, asked by one who sees it. */
export async function maySee({ db }: Reading, deskId: string, personId: string, part: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select desk_may_see(${deskId}, ${personId}, ${part}) as may`.execute(db)
  return rows[0]!.may
}

export interface NewHandOff {
  toDeskId: string
  /** '' of a referral: what is to be said stands in it. */
  line: string
  noteId: string | null
  referralId: string | null
}

export async function insertHandOff(
  { db, actor, now }: Change,
  { id: ticketId, hubId, deskId, personId, caseId }: Ticket,
  { toDeskId, line, noteId, referralId }: NewHandOff,
): Promise<string> {
  const id = newId()
  await sql`insert into hub_hand_off (id, ticket_id, hub_id, from_desk_id, to_desk_id, person_id, case_id, line, note_id, referral_id, made_by, made_at, owner_agency_id)
    values (${id}, ${ticketId}, ${hubId}, ${deskId}, ${toDeskId}, ${personId}, ${caseId}, ${line}, ${noteId}, ${referralId}, ${actor.userId}, ${now}, ${actor.agencyId})`.execute(
    db,
  )
  return id
}

export async function updateHandOffAccepted({ db, actor, now }: Change, id: string): Promise<void> {
  await sql`update hub_hand_off set accepted_by = ${actor.userId}, accepted_at = ${now}
    where id = ${id} and accepted_at is null and declined_at is null`.execute(db)
}

/** @returns the desk that it came from; undefined where it was answered already or goes to others. */
export async function updateHandOffDeclined(
  { db, actor, now }: Change,
  id: string,
  reason: DeclineReason,
): Promise<string | undefined> {
  const { rows } = await sql<{ deskId: string }>`
    update hub_hand_off set declined_by = ${actor.userId}, declined_at = ${now}, decline_reason = ${reason}
    where id = ${id} and accepted_at is null and declined_at is null returning from_desk_id as "deskId"`.execute(db)
  return rows[0]?.deskId
}

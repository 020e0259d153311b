import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { BarReason, ContactKind } from '../kinds.ts'
import type { About, MemberOfCase } from './members.ts'

export async function insertInvitation(
  { db, actor, now }: Change,
  memberId: string,
  { hash, endsAt }: { hash: Buffer; endsAt: Date },
): Promise<void> {
  const row = { id: newId(), family_member_id: memberId, code_hash: hash, made_by: actor.userId }
  await db
    .insertInto('family_invitation')
    .values({ ...row, made_at: now, ends_at: endsAt })
    .execute()
}

export interface NewCheck {
  isOwnWish: boolean
  isSafe: boolean
  outcome: 'SHOW' | 'NOT_NOW'
  words: string
}

export async function insertCheck({ db, actor, now }: Change, member: MemberOfCase, check: NewCheck): Promise<void> {
  await db
    .insertInto('family_check')
    .values({
      ...{ id: newId(), case_id: member.caseId, person_id: member.personId, family_member_id: member.id },
      ...{ is_own_wish: check.isOwnWish, is_safe: check.isSafe, outcome: check.outcome, words: check.words },
      ...{ made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId },
      ...{ sensitivity: 'RESTRICTED', basis: 'SELF_REPORT' },
    })
    .execute()
}

export async function insertContact(
  { db, actor, now }: Change,
  member: Pick<MemberOfCase, 'id' | 'caseId' | 'personId'>,
  { kind, happenedOn }: { kind: ContactKind; happenedOn: Day },
): Promise<void> {
  await db
    .insertInto('family_contact')
    .values({
      ...{ id: newId(), case_id: member.caseId, person_id: member.personId, family_member_id: member.id },
      ...{ kind, happened_on: happenedOn, made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId },
    })
    .execute()
}

export interface ContactCount {
  /** The first day of the month. */
  month: Day
  kind: ContactKind
  count: number
}

/** Contact with family of a case by month and kind, over the last six months that had any. */
export async function countContacts({ db }: Reading, caseId: string): Promise<ContactCount[]> {
  const { rows } = await sql<ContactCount>`
    select date_trunc('month', happened_on)::date as month, kind, count(*)::int as count from family_contact
    where case_id = ${caseId} group by 1, 2 order by 1 desc, 2 limit 30`.execute(db)
  return rows
}

export interface QuietFamily {
  caseId: string
  personId: string
  personName: string
  memberName: string
  lastContactOn: Day | null
}

/** Family and friends with whom no worker was in touch since a day, the longest silence first. */
export async function listQuietFamilies({ db }: Reading, since: Day, limit: number): Promise<QuietFamily[]> {
  const { rows } = await sql<QuietFamily>`
    select m.case_id as "caseId", m.person_id as "personId", coalesce(nullif(p.chosen_name, ''), p.given_name) || ' ' || p.family_name as "personName",
      m.name as "memberName", f.last_on as "lastContactOn"
    from family_member m join person p on p.id = m.person_id join case_summary c on c.case_id = m.case_id and c.is_open and c.died_on is null
    cross join lateral (select max(happened_on) as last_on from family_contact where family_member_id = m.id) f
    where m.stopped_at is null and (m.blocked_at is null or m.block_decision = 'ALLOWED') and coalesce(f.last_on, m.consented_at::date) < ${since}
    order by coalesce(f.last_on, m.consented_at::date), m.id limit ${limit}`.execute(db)
  return rows
}

export interface Barred {
  id: string
  name: string
  why: BarReason
}

/** With whom the person must not be in touch, as far as the reader sees the risk. */
export async function listBarred({ db }: Reading, caseId: string): Promise<Barred[]> {
  const { rows } = await sql<Barred>`select id, name, why from barred_contact
    where case_id = ${caseId} and ended_at is null order by made_at, id limit 50`.execute(db)
  return rows
}

export async function insertBarred(
  { db, actor, now }: Change,
  about: About,
  barred: { name: string; toAddress: string; why: BarReason },
): Promise<string> {
  const id = newId()
  await db
    .insertInto('barred_contact')
    .values({
      ...{ id, case_id: about.caseId, person_id: about.personId, name: barred.name, to_address: barred.toAddress },
      ...{ why: barred.why, made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId },
      ...{ sensitivity: 'RESTRICTED', subject_category: barred.why === 'VICTIM' ? 'VICTIM' : 'OTHER' },
    })
    .execute()
  return id
}

/** @returns whose it was; undefined where none stands that the actor may end. */
export async function endBarred({ db, actor, now }: Change, caseId: string, id: string): Promise<About | undefined> {
  const { rows } = await sql<About>`update barred_contact set ended_at = ${now}, ended_by = ${actor.userId}
    where id = ${id} and case_id = ${caseId} and ended_at is null returning case_id as "caseId", person_id as "personId"`.execute(
    db,
  )
  return rows[0]
}

import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Locale } from '../../platform/words.ts'
import type { FamilyWay, Relation, Share, WordKind } from '../kinds.ts'

export interface NewMember {
  name: string
  relation: Relation
  way: FamilyWay
  /** '' where the invitation is on paper. */
  toAddress: string
  locale: Locale
  shares: Share[]
  consentHow: 'SPOKEN' | 'SIGNED'
}

export interface Member extends Omit<NewMember, 'consentHow'> {
  id: string
  consentHow: 'OWN_DOOR' | 'SPOKEN' | 'SIGNED'
  consentedAt: Date
  recordedByName: string | null
  dateClearedAt: Date | null
  /** They may not be in touch, as far as is known: a manager decides. */
  isBlocked: boolean
  conflict: string
  joinedAt: Date | null
  stoppedAt: Date | null
  stoppedBy: 'PERSON' | 'WORKER' | 'FAMILY' | 'DEATH' | null
  said: { kind: WordKind; words: string; at: string; isForWorkerOnly: boolean }[]
  /** What the person said when they were asked alone; empty for a reader who did not ask and is not their manager. */
  checks: { outcome: 'SHOW' | 'NOT_NOW'; words: string; at: string }[]
  /** How what is shared changed, the last first; `by` is null where the person did it at their own door. */
  changes: ShareChange[]
  lastContactOn: Day | null
}

export interface ShareChange {
  was: Share[]
  shares: Share[]
  at: string
  by: string | null
}

/** Family and friends of a case, those who stopped last. At most 50. */
export async function listMembers({ db }: Reading, caseId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.name, m.relation, m.way, m.to_address as "toAddress", m.locale, m.shares, m.consent_how as "consentHow",
      m.consented_at as "consentedAt", a.name as "recordedByName", m.date_cleared_at as "dateClearedAt",
      m.blocked_at is not null and m.block_decision is distinct from 'ALLOWED' as "isBlocked", m.conflict,
      m.joined_at as "joinedAt", m.stopped_at as "stoppedAt", m.stopped_by as "stoppedBy",
      (select coalesce(json_agg(json_build_object('kind', w.kind, 'words', w.words, 'at', w.said_at, 'isForWorkerOnly', w.is_for_worker_only)
        order by w.said_at desc), '[]') from family_word w where w.family_member_id = m.id) as said,
      (select coalesce(json_agg(json_build_object('outcome', c.outcome, 'words', c.words, 'at', c.made_at) order by c.made_at desc), '[]')
        from family_check c where c.family_member_id = m.id) as checks,
      (select coalesce(json_agg(json_build_object('was', h.was, 'shares', h.shares, 'at', h.made_at, 'by', w.name) order by h.made_at desc), '[]')
        from family_share_change h left join account w on w.id = h.made_by where h.family_member_id = m.id) as changes,
      (select max(f.happened_on) from family_contact f where f.family_member_id = m.id) as "lastContactOn"
    from family_member m left join account a on a.id = m.recorded_by where m.case_id = ${caseId}
    order by m.stopped_at is not null, m.consented_at, m.id limit 50`.execute(db)
  return rows
}

export interface About {
  caseId: string
  personId: string
}

export async function insertMember({ db, actor, now }: Change, about: About, member: NewMember): Promise<string> {
  const id = newId()
  await db
    .insertInto('family_member')
    .values({
      ...{ id, case_id: about.caseId, person_id: about.personId, name: member.name, relation: member.relation },
      ...{ way: member.way, to_address: member.toAddress, locale: member.locale, shares: member.shares },
      ...{ consent_how: member.consentHow, consented_at: now, recorded_by: actor.userId },
      ...{ owner_agency_id: actor.agencyId, basis: 'SELF_REPORT' },
    })
    .execute()
  return id
}

export interface MemberOfCase extends About {
  id: string
  name: string
  way: FamilyWay
  toAddress: string
  locale: Locale
  shares: Share[]
  isOpen: boolean
}

/** Somebody of a case, as the actor sees them; undefined where there is none. */
export async function findMember({ db }: Reading, caseId: string, id: string): Promise<MemberOfCase | undefined> {
  const { rows } = await sql<MemberOfCase>`
    select id, case_id as "caseId", person_id as "personId", name, way, to_address as "toAddress", locale, shares, is_open_to_family(id) as "isOpen"
    from family_member where id = ${id} and case_id = ${caseId}`.execute(db)
  return rows[0]
}

/** @returns whether they had not stopped yet. */
export async function updateStopped({ db, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update family_member set stopped_at = ${now}, stopped_by = 'WORKER'
    where id = ${id} and stopped_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateConflict({ db }: Change, id: string, conflict: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update family_member set conflict = ${conflict} where id = ${id}`.execute(db)
  return numAffectedRows === 1n
}

/** What the person lets them see from now on; the database keeps what was. */
export async function insertShareChange(
  { db, actor, now }: Change,
  member: Pick<MemberOfCase, 'id' | 'caseId' | 'personId'>,
  { shares, consentHow }: Pick<NewMember, 'shares' | 'consentHow'>,
): Promise<void> {
  await db
    .insertInto('family_share_change')
    .values({
      ...{ id: newId(), case_id: member.caseId, person_id: member.personId, family_member_id: member.id, shares },
      ...{ consent_how: consentHow, made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId },
      basis: 'SELF_REPORT',
    })
    .execute()
}

export interface BlockedMember extends About {
  id: string
  name: string
  relation: Relation
  personName: string
  blockedAt: Date
}

/** Who looks like somebody with whom there must be no contact; nobody for whoever is no manager of the case's agencies. */
export async function listBlocked({ db }: Reading): Promise<BlockedMember[]> {
  const { rows } = await sql<BlockedMember>`select id, case_id as "caseId", person_id as "personId", name, relation,
    person_name as "personName", blocked_at as "blockedAt" from blocked_family()`.execute(db)
  return rows
}

/** @returns undefined where nothing stands against them, or the actor is no manager of the case's agencies. */
export async function decideBlock(
  { db, now }: Change,
  id: string,
  decision: 'ALLOWED' | 'KEPT',
): Promise<About | undefined> {
  const { rows } = await sql<About>`select case_id as "caseId", person_id as "personId"
    from decide_family_block(${id}, ${decision}, ${now})`.execute(db)
  return rows[0]
}

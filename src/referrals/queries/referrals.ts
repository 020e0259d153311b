import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReferralState } from '../referral-states.ts'

export interface Referral {
  id: string
  reference: string
  caseId: string
  personId: string
  needId: string
  serviceId: string
  serviceName: string
  providerName: string
  providerEmail: string
  pathway: string
  status: ReferralState
  version: number
  fromAgencyId: string
  fromAgencyName: string
  fromAgencyKind: string
  fromAccountId: string
  fromName: string
  fromPhone: string
  /** Null for a provider without an account. */
  toAgencyId: string | null
  /** Null once the reader's share of the case has ended: then the person has no name here. */
  shownName: string | null
  calledName: string | null
  /** As the need said when this was sent; '' where it came from a restricted answer. */
  needWords: string
  needRaisedAt: Date | null
  why: string
  desiredOutcomes: string[]
  neededByOn: Day | null
  sentAt: Date
  receivedAt: Date | null
  acceptedAt: Date | null
  declinedAt: Date | null
  decidedByName: string | null
  declineReason: string | null
  declineWords: string
  startsOn: Day | null
  namedWorker: string
  question: string | null
  askedAt: Date | null
  reply: string | null
  repliedAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
  endReason: string | null
  endWords: string
  personsView: string | null
  expiresAt: Date
  expiredAt: Date | null
  chasedCount: number
  chasedAt: Date | null
}

const columns = sql`
  r.id, r.reference, r.case_id as "caseId", r.person_id as "personId", r.need_id as "needId", r.service_id as "serviceId",
  s.name as "serviceName", s.provider_name as "providerName", s.provider_email as "providerEmail", r.pathway, r.status, r.version,
  r.from_agency_id as "fromAgencyId", y.name as "fromAgencyName", y.kind as "fromAgencyKind", r.from_account_id as "fromAccountId",
  coalesce(a.name, '') as "fromName", coalesce(nullif(a.phone, ''), y.phone) as "fromPhone", r.to_agency_id as "toAgencyId",
  c.shown_name as "shownName", coalesce(nullif(p.chosen_name, ''), p.given_name) as "calledName",
  r.need_words as "needWords", r.need_raised_at as "needRaisedAt", r.why, r.desired_outcomes as "desiredOutcomes",
  r.needed_by_on as "neededByOn", r.sent_at as "sentAt", r.received_at as "receivedAt", r.accepted_at as "acceptedAt",
  r.declined_at as "declinedAt", r.decided_by_name as "decidedByName", r.decline_reason as "declineReason",
  r.decline_words as "declineWords", r.starts_on as "startsOn", r.named_worker as "namedWorker", r.question,
  r.asked_at as "askedAt", r.reply, r.replied_at as "repliedAt", r.started_at as "startedAt", r.ended_at as "endedAt",
  r.end_reason as "endReason", r.end_words as "endWords", r.persons_view as "personsView", r.expires_at as "expiresAt",
  r.expired_at as "expiredAt", r.chased_count as "chasedCount",
  r.chased_at as "chasedAt"`
const sources = sql`referral r join service s on s.id = r.service_id join agency y on y.id = r.from_agency_id
  left join account a on a.id = r.from_account_id
  left join case_summary c on c.case_id = r.case_id left join person p on p.id = r.person_id`

/** @throws Refusal `referral.not-found` when the actor stands at neither end of it and does not see the case's referrals. */
export async function getReferral({ db }: Reading, id: string): Promise<Referral> {
  const { rows } = await sql<Referral>`select ${columns} from ${sources} where r.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'referral.not-found')
  return rows[0]
}

/** A case's referrals that the actor may see, the latest first. At most 200. */
export async function listReferralsOfCase({ db }: Reading, caseId: string): Promise<Referral[]> {
  const { rows } = await sql<Referral>`select ${columns} from ${sources} where r.case_id = ${caseId}
    order by r.sent_at desc, r.id desc limit 200`.execute(db)
  return rows
}

/** Whom was asked about a need, the latest first. */
export async function listReferralsOfNeed({ db }: Reading, needId: string): Promise<Referral[]> {
  const { rows } = await sql<Referral>`select ${columns} from ${sources} where r.need_id = ${needId}
    order by r.sent_at desc, r.id desc limit 100`.execute(db)
  return rows
}

export interface ReferralToInsert {
  id: string
  reference: string
  caseId: string
  personId: string
  needId: string
  serviceId: string
  pathway: string
  toAgencyId: string | null
  needWords: string
  needRaisedAt: Date
  why: string
  desiredOutcomes: string[]
  neededByOn: Day | null
  expiresAt: Date
}

/**
 * @returns false when the reference is taken: try another.
 * @throws Refusal `referral.already-open` when the same need has an open one to the same service (a unique index says so).
 */
export async function insertReferral({ db, actor, now }: Change, referral: ReferralToInsert): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('referral')
    .values({
      id: referral.id,
      reference: referral.reference,
      case_id: referral.caseId,
      person_id: referral.personId,
      need_id: referral.needId,
      service_id: referral.serviceId,
      pathway: referral.pathway,
      from_agency_id: actor.agencyId,
      from_account_id: actor.userId,
      to_agency_id: referral.toAgencyId,
      need_words: referral.needWords,
      need_raised_at: referral.needRaisedAt,
      why: referral.why,
      desired_outcomes: referral.desiredOutcomes,
      needed_by_on: referral.neededByOn,
      sent_at: now,
      expires_at: referral.expiresAt,
      owner_agency_id: actor.agencyId,
    })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst()
    .catch((error: { constraint?: string }) => {
      if (error.constraint === 'one_open_referral') throw new Refusal('conflict', 'referral.already-open')
      throw error
    })
  return numInsertedOrUpdatedRows === 1n
}

/** The open referral of a need to a service, if there is one. */
export async function findOpenReferral(
  { db }: Reading,
  needId: string,
  serviceId: string,
): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('referral')
    .select('id')
    .where('need_id', '=', needId)
    .where('service_id', '=', serviceId)
    .where('status', 'in', ['SENT', 'RECEIVED', 'ACCEPTED', 'STARTED'])
    .executeTakeFirst()
}

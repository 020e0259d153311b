import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Database } from '../../platform/database.ts'

export async function insertLink(
  { db, now }: Change,
  { referralId, tokenHash, expiresAt }: { referralId: string; tokenHash: Buffer; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('referral_link')
    .values({ token_hash: tokenHash, referral_id: referralId, made_at: now, expires_at: expiresAt })
    .execute()
}

/** The least that a provider needs to answer. No name, no number, no date of birth. */
export interface OpenLink {
  state: 'open'
  referralId: string
  fromAgencyId: string
  reference: string
  initials: string
  pathway: string
  serviceName: string
  providerName: string
  why: string
  neededByOn: Day | null
  sentAt: string
  answerBy: string
  fromAgency: string
  fromWorker: string
  phone: string
}
export type FoundLink = OpenLink | { state: 'used' | 'expired' | 'closed' }

/** What a link shows; that it was shown is in the audit before this returns. Undefined when there is no such link. */
export async function openLink(
  { unknown, clock }: Database,
  tokenHash: Buffer,
  requestId: string,
): Promise<FoundLink | undefined> {
  const { rows } = await sql<{ found: FoundLink | null }>`
    select open_referral_link(${tokenHash}, ${clock.now()}, ${requestId}) as found`.execute(unknown)
  return rows[0]?.found ?? undefined
}

/** Uses a link up. @returns the referral that it answers; undefined when it was used, or is too old. */
export async function useLink({ db, now }: Change, tokenHash: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select use_referral_link(${tokenHash}, ${now}) as id`.execute(db)
  return rows[0]?.id ?? undefined
}

/** How often this network address opened or answered links lately; trying is counted before it is judged. */
export async function countLinkTries({ unknown, clock }: Database, address: string, since: Date): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    select count_attempt(${`answer-link ${address}`}, ${clock.now()}, ${since}) as tries`.execute(unknown)
  return rows[0]!.tries
}

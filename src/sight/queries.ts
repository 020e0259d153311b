import { sql } from 'kysely'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'

/** Why an audience sees one part of a case: one of possibly several reasons. */
export interface SightRow {
  agencyId: string
  agencyName: string
  agencyKind: string
  /** Null where the audience is one worker, or everybody in the agency who works with people. */
  teamName: string | null
  accountId: string | null
  accountName: string | null
  fieldGroup: string
  mayContribute: boolean
  /** The last day; null while the agreement has no end. */
  until: string | null
  /** Null where no agreement in force explains the row. */
  relationship: string | null
  role: string | null
  sinceOn: string | null
  agreementId: string | null
  agreementTitle: string | null
  needsConsent: boolean | null
}

/**
 * Everybody who sees anything of a case, cell by cell, by agency, team and worker.
 *
 * @throws Refusal `sight.not-whole-case` for who does not work on the whole case; the database decides that as well.
 */
export async function listSight({ db }: Reading, caseId: string): Promise<SightRow[]> {
  const { rows: mine } = await sql<{ may: boolean }>`select may_bring_in(${caseId}) as may`.execute(db)
  if (!mine[0]!.may) throw new Refusal('not allowed', 'sight.not-whole-case')
  const { rows } = await sql<SightRow>`
    select agency_id as "agencyId", agency_name as "agencyName", agency_kind as "agencyKind", team_name as "teamName",
      account_id as "accountId", account_name as "accountName", field_group as "fieldGroup", may_contribute as "mayContribute",
      nullif(until, 'infinity')::text as until, relationship, role, since_on::text as "sinceOn", agreement_id as "agreementId",
      agreement_title as "agreementTitle", needs_consent as "needsConsent"
    from case_sight(${caseId})`.execute(db)
  return rows
}

/** How many cases an agency would gain or lose sight of, for one part. */
export interface Effect {
  agencyId: string
  agencyName: string
  fieldGroup: string
  gains: number
  losses: number
}

/**
 * What would change if an agreement came into force, or ended: counts, by agency and part. Under two seconds for changes that touch
 * up to some 100,000 cases of a part.
 */
export async function listEffects({ db }: Reading, agreementId: string, isEnding: boolean): Promise<Effect[]> {
  const { rows } = await sql<Effect>`
    select e.agency_id as "agencyId", y.name as "agencyName", e.field_group as "fieldGroup", e.gains, e.losses
    from agreement_effect(${agreementId}, ${isEnding}) e join agency y on y.id = e.agency_id
    order by y.name collate "C", e.field_group`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Reading } from '../platform/database.ts'
import type { FieldGroupCode, Purpose } from '../sight/index.ts'

/** What an agency does with data under one agreement that is in force. */
export interface Processing {
  agreementId: string
  title: string
  edition: number
  purpose: Purpose
  /** The law as it is cited where it holds. */
  basis: string
  needsConsent: boolean
  startsOn: string
  endsOn: string | null
  sees: FieldGroupCode[]
  writes: FieldGroupCode[]
  /** Names of the other parties. */
  recipients: string[]
}

/** Of one agency, from the agreements that are in force now, by purpose and title. */
export async function listProcessing({ db }: Reading, agencyId: string): Promise<Processing[]> {
  const { rows } = await sql<Processing>`
    select a.id as "agreementId", a.title, a.edition, a.purpose, coalesce(g.citation, a.legal_basis) as basis,
      a.needs_consent as "needsConsent", a.starts_on::text as "startsOn", a.ends_on::text as "endsOn",
      array(select distinct field_group from agreement_grant r where r.agreement_id = a.id and (r.agency_kind is null or r.agency_kind = y.kind)
        and not is_walled(y.kind, r.field_group, r.agency_kind) order by 1) as sees,
      array(select distinct field_group from agreement_grant r where r.agreement_id = a.id and r.may_contribute
        and (r.agency_kind is null or r.agency_kind = y.kind) and not is_walled(y.kind, r.field_group, r.agency_kind) order by 1) as writes,
      array(select o.name from agreement_party x join agency o on o.id = x.agency_id
        where x.agreement_id = a.id and x.agency_id <> y.id and x.signed_at is not null order by o.name collate "C") as recipients
    from agency y join agreement_party p on p.agency_id = y.id and p.signed_at is not null join agreement a on a.id = p.agreement_id
    left join legal_gateway g on g.code = a.gateway
    where y.id = ${agencyId} and is_in_force(a) order by a.purpose, a.title, a.id`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Grant, Purpose } from '../terms.ts'

export interface Party {
  agencyId: string
  agencyName: string
  agencyKind: string
  signedAt: Date | null
  signerName: string | null
  signerTitle: string | null
  /** Bound by joining the partnership or as successor, without a signature of its own. */
  hasJoined: boolean
}

export interface Agreement {
  id: string
  title: string
  purpose: Purpose
  gateway: string | null
  legalBasis: string
  needsConsent: boolean
  startsOn: string
  reviewOn: string | null
  endsOn: string | null
  documentReference: string
  edition: number
  replacesId: string | null
  admitsJoiners: boolean
  offeredAt: Date | null
  inForceAt: Date | null
  endedAt: Date | null
  version: number
}

export interface WholeAgreement extends Agreement {
  parties: Party[]
  grants: Grant[]
  /** The edition that is to replace this one, while it is drafted or waits. */
  nextId: string | null
}

const columns = [
  'id', 'title', 'purpose', 'gateway', 'legal_basis as legalBasis', 'needs_consent as needsConsent', 'starts_on as startsOn',
  'review_on as reviewOn', 'ends_on as endsOn', 'document_reference as documentReference', 'edition', 'replaces_id as replacesId',
  'admits_joiners as admitsJoiners', 'offered_at as offeredAt', 'in_force_at as inForceAt', 'ended_at as endedAt', 'version',
] as const // biome-ignore format: a list

export interface ListedAgreement extends Agreement {
  parties: number
  signatures: number
  /** Whether the actor's agency is a party and has not signed. */
  isOursToSign: boolean
}

/** Every agreement and edition, those that are not over first, then by title. */
export async function listAgreements({ db, actor }: Reading): Promise<ListedAgreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .select(columns)
    .select(
      sql<number>`(select count(*)::int from agreement_party p where p.agreement_id = agreement.id)`.as('parties'),
    )
    .select(
      sql<number>`(select count(*)::int from agreement_party p where p.agreement_id = agreement.id and p.signed_at is not null)`.as(
        'signatures',
      ),
    )
    .select(
      sql<boolean>`offered_at is not null and ended_at is null and exists (select from agreement_party p
        where p.agreement_id = agreement.id and p.agency_id = ${actor.agencyId} and p.signed_at is null)`.as(
        'isOursToSign',
      ),
    )
    .orderBy(sql`ended_at is not null, title collate "C", edition desc`)
    .execute()
  return rows as ListedAgreement[]
}

/** @throws Refusal `agreement.not-found` */
export async function getAgreement({ db }: Reading, id: string): Promise<WholeAgreement> {
  const found = await db.selectFrom('agreement').select(columns).where('id', '=', id).executeTakeFirst()
  if (!found) throw new Refusal('not found', 'agreement.not-found')
  const { rows: parties } = await sql<Party>`
    select p.agency_id as "agencyId", y.name as "agencyName", y.kind as "agencyKind", p.signed_at as "signedAt",
      p.signer_name as "signerName", p.signer_title as "signerTitle", p.has_joined as "hasJoined"
    from agreement_party p join agency y on y.id = p.agency_id where p.agreement_id = ${id} order by y.name collate "C"`.execute(
    db,
  )
  const grants = await db
    .selectFrom('agreement_grant')
    .select([
      'agency_kind as agencyKind',
      'relationship',
      'field_group as fieldGroup',
      'may_contribute as mayContribute',
    ])
    .where('agreement_id', '=', id)
    .execute()
  const next = await db
    .selectFrom('agreement')
    .select('id')
    .where('replaces_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return { ...(found as Agreement), parties, grants, nextId: next?.id ?? null }
}

export interface Gateway {
  code: string
  citation: string
  needsConsent: boolean
}

/** By which law agencies of the partnership's country may share. */
export async function listGateways({ db }: Reading): Promise<Gateway[]> {
  const { rows } = await sql<Gateway>`
    select code, citation, needs_consent as "needsConsent" from legal_gateway
    where jurisdiction = (select jurisdiction from partnership) order by position`.execute(db)
  return rows
}

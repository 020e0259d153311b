import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Terms } from '../terms.ts'
import type { Agreement, Gateway } from './agreements.ts'

/** Of an edition: which one it replaces once it is signed. */
export type Earlier = Pick<Agreement, 'id' | 'edition' | 'admitsJoiners'>

export async function insertAgreement(
  change: Change,
  terms: Terms,
  gateway: Gateway,
  earlier?: Earlier,
): Promise<string> {
  const id = newId()
  await change.db
    .insertInto('agreement')
    .values({
      id,
      ...rowOf(terms, gateway),
      edition: (earlier?.edition ?? 0) + 1,
      replaces_id: earlier?.id ?? null,
      admits_joiners: earlier?.admitsJoiners ?? false,
    })
    .execute()
  await insertPartiesAndGrants(change, id, terms)
  return id
}

/** @returns whether the draft still was at that version. */
export async function updateDraft(
  change: Change,
  { id, version }: { id: string; version: number },
  terms: Terms,
  gateway: Gateway,
): Promise<boolean> {
  const { numUpdatedRows } = await change.db
    .updateTable('agreement')
    .set({ ...rowOf(terms, gateway), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('offered_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await change.db.deleteFrom('agreement_party').where('agreement_id', '=', id).execute()
  await change.db.deleteFrom('agreement_grant').where('agreement_id', '=', id).execute()
  await insertPartiesAndGrants(change, id, terms)
  return true
}

/** @returns whether it was a draft of that version. */
export async function offerDraft(
  { db, now }: Change,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('agreement')
    .set({ offered_at: now, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('offered_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Signs for the actor's agency. @returns whether this was the last signature, so that it came into force. */
export async function insertSignature({ db, now }: Change, id: string, name: string, title: string): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select sign_agreement(${id}, ${name}, ${title}, ${now}) as done`.execute(db)
  return rows[0]!.done
}

/** @returns whether there was one to end. */
export async function closeAgreement({ db, now }: Change, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select end_agreement(${id}, ${now}) as done`.execute(db)
  return rows[0]!.done
}

export interface Due {
  id: string
  title: string
  dueOn: string
  isReview: boolean
}

/** What midnight brings. @returns what is due within 30 days and was not told yet. */
export async function tend({ db }: Change): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select id, title, due_on::text as "dueOn", is_review as "isReview" from tend_agreements()`.execute(db)
  return rows
}

/** To whom an agreement that is due is told. */
export async function listCoordinators({ db }: Change): Promise<{ email: string; locale: 'en' | 'it' | 'nl' }[]> {
  const { rows } = await sql<{ email: string; locale: 'en' | 'it' | 'nl' }>`
    select email, locale from account where 'COORDINATOR' = any(roles) and disabled_at is null and not is_integration`.execute(
    db,
  )
  return rows
}

const rowOf = (terms: Terms, gateway: Gateway) => ({
  title: terms.title,
  purpose: terms.purpose,
  gateway: gateway.code,
  legal_basis: gateway.citation,
  needs_consent: gateway.needsConsent,
  starts_on: terms.startsOn,
  review_on: terms.reviewOn,
  ends_on: terms.endsOn,
  document_reference: terms.documentReference,
})

async function insertPartiesAndGrants({ db }: Change, id: string, { partyIds, grants }: Terms): Promise<void> {
  await db
    .insertInto('agreement_party')
    .values(partyIds.map((agency_id) => ({ agreement_id: id, agency_id })))
    .execute()
  await sql`insert into agreement_grant (agreement_id, agency_kind, relationship, field_group, may_contribute)
    select ${id}, g->>'agencyKind', g->>'relationship', g->>'fieldGroup', (g->>'mayContribute')::boolean
    from jsonb_array_elements(${JSON.stringify(grants)}::jsonb) as g`.execute(db)
}

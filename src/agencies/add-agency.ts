import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Agency, insertAgency, joinAgreements } from './queries/agencies.ts'

/** The kinds of agency that there are. */
export const agencyKinds = ['prison', 'probation', 'police', 'council', 'charity', 'health'] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** Two to sixteen capitals, digits or hyphens: `LPI`, `STC2`, `HOUSING-N`. */
export const agencyCode = /^[A-Z0-9][A-Z0-9-]{1,15}$/

/**
 * Takes an agency into the partnership, and into the agreements that admit joiners.
 *
 * @param agency.code - as `agencyCode`; stays for good, since imports and other systems name the agency by it.
 * @returns the id.
 * @throws Refusal `agency.code-taken` when an agency has or had that code.
 */
export async function addAgency(change: Change, agency: Omit<Agency, 'id'>): Promise<string> {
  const id = await insertAgency(change, agency)
  if (!id) throw new Refusal('conflict', 'agency.code-taken')
  await joinAgreements(change, id)
  change.record({ name: 'agency.added', subjectId: id, fieldGroup: 'administration', details: { code: agency.code } })
  return id
}

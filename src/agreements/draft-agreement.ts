import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Gateway, getAgreement, listGateways } from './queries/agreements.ts'
import { insertAgreement, offerDraft, updateDraft } from './queries/change-agreements.ts'
import type { Purpose, Terms } from './terms.ts'

/** Writes down what agencies mean to sign. It gives nobody sight. @returns the id. @throws Refusal `agreement.gateway-not-found` */
export async function draftAgreement(change: Change, terms: Terms): Promise<string> {
  const id = await insertAgreement(change, terms, await gatewayOf(change, terms.gateway))
  change.record({ name: 'agreement.drafted', subjectId: id, fieldGroup: 'administration' })
  return id
}

/**
 * Changes a draft.
 *
 * @throws Refusal `settings.changed-meanwhile` when somebody else was faster, or it was offered.
 */
export async function changeDraft(change: Change, draft: { id: string; version: number }, terms: Terms): Promise<void> {
  const gateway = await gatewayOf(change, terms.gateway)
  if (!(await updateDraft(change, draft, terms, gateway))) throw changedMeanwhile()
  change.record({ name: 'agreement.draft-changed', subjectId: draft.id, fieldGroup: 'administration' })
}

/** Offers a draft for signing: its terms stand from now on. @throws Refusal `settings.changed-meanwhile` */
export async function offerAgreement(change: Change, draft: { id: string; version: number }): Promise<void> {
  if (!(await offerDraft(change, draft))) throw changedMeanwhile()
  change.record({ name: 'agreement.offered', subjectId: draft.id, fieldGroup: 'administration' })
}

/**
 * Drafts the next edition of an agreement with the same terms, to be changed and signed anew. The old one rules until then.
 *
 * @returns the id of the draft; of the one that there is already, where somebody began it.
 */
export async function draftNextEdition(
  change: Change,
  id: string,
  startsOn: string,
  reviewOn: string,
): Promise<string> {
  const { nextId, ...earlier } = await getAgreement(change, id)
  if (nextId) {
    change.record({ name: 'agreement.edition-reopened', subjectId: nextId, fieldGroup: 'administration' })
    return nextId
  }
  const { title, purpose, documentReference, parties, grants } = earlier
  const gateways = await listGateways(change)
  const gateway = gateways.find(({ code }) => code === earlier.gateway) ?? gateways[0]!
  const partyIds = parties.map(({ agencyId }) => agencyId)
  const terms = { title, purpose: purpose as Purpose, gateway: gateway.code, startsOn, reviewOn, endsOn: null }
  const next = await insertAgreement(change, { ...terms, documentReference, partyIds, grants }, gateway, earlier)
  change.record({ name: 'agreement.drafted', subjectId: next, fieldGroup: 'administration', details: { replaces: id } })
  return next
}

async function gatewayOf(change: Change, code: string): Promise<Gateway> {
  const found = (await listGateways(change)).find((gateway) => gateway.code === code)
  if (!found) throw new Refusal('not found', 'agreement.gateway-not-found')
  return found
}

const changedMeanwhile = () => new Refusal('conflict', 'settings.changed-meanwhile')

import type { Change } from '../platform/database.ts'
import { getAgreement } from './queries/agreements.ts'
import { insertPaper, type NewPaper } from './queries/papers.ts'

/**
 * Keeps a paper with an agreement: what was signed, or what was added to it. Papers are never changed or taken away.
 *
 * @returns its id.
 * @throws Refusal `agreement.not-found`
 */
export async function addPaper(change: Change, agreementId: string, paper: NewPaper): Promise<string> {
  await getAgreement(change, agreementId)
  const id = await insertPaper(change, agreementId, paper)
  const details = { agreementId, kind: paper.kind }
  change.record({ name: 'agreement.paper-added', subjectId: id, fieldGroup: 'administration', details })
  return id
}

import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { derivePathwayStatus } from './derive-pathway-status.ts'
import type { Pathway, PathwayStatus } from './pathways.ts'
import { getCaseSubject } from './queries/cases.ts'
import { readPathwayFacts, upsertStandings } from './queries/pathway-statuses.ts'

/**
 * Says by hand where a pathway stands, and why. It holds until the needs or answers of the pathway say something new.
 *
 * @param standing.reason - one sentence, 1 to 200 characters, shown beside the status.
 * @param standing.seen - the status that the worker saw.
 * @throws Refusal `case.not-found`; `pathway.changed-meanwhile` when another worker set it since.
 */
export async function setPathwayStatus(
  change: Change,
  caseId: string,
  standing: { pathway: Pathway; status: PathwayStatus; reason: string; seen: PathwayStatus },
): Promise<void> {
  const { personId } = await getCaseSubject(change, caseId)
  const [facts] = await readPathwayFacts(change, caseId, [standing.pathway])
  const current = facts?.current ?? 'NOT_STARTED'
  if (current !== standing.seen) throw new Refusal('conflict', 'pathway.changed-meanwhile', { caseId })

  const { pathway, status, reason } = standing
  await upsertStandings(change, caseId, [
    { pathway, status, reason, isByHand: true, derivedStatus: derivePathwayStatus(facts!) },
  ])
  const details = { pathway, from: current, to: status, isByHand: true }
  change.record({ name: 'pathway.status-changed', subjectId: caseId, caseId, personId, fieldGroup: 'needs', details })
}

import type { Change } from '../platform/database.ts'
import { derivePathwayStatus } from './derive-pathway-status.ts'
import type { Pathway } from './pathways.ts'
import { readPathwayFacts, upsertStandings } from './queries/pathway-statuses.ts'

/**
 * Brings the status of some pathways of a case in line with their needs and answers. A status that somebody set by hand
 * stands until what the needs and answers say changes.
 */
export async function renewPathwayStatuses(change: Change, caseId: string, pathways: Pathway[]): Promise<void> {
  const facts = await readPathwayFacts(change, caseId, pathways)
  const moved = facts
    .map((fact) => ({ ...fact, derived: derivePathwayStatus(fact) }))
    .filter(({ derived, currentlyDerived }) => derived !== (currentlyDerived ?? 'NOT_STARTED'))
  if (moved.length === 0) return

  const standings = moved.map(({ pathway, derived }) => ({
    pathway,
    status: derived,
    derivedStatus: derived,
    reason: '',
    isByHand: false,
  }))
  await upsertStandings(change, caseId, standings)
  for (const { pathway, current, derived } of moved) {
    const details = { pathway, from: current ?? 'NOT_STARTED', to: derived, isByHand: false }
    change.record({ name: 'pathway.status-changed', subjectId: caseId, caseId, fieldGroup: 'needs', details })
  }
}

import { getPartnershipId } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { updateExportLimit } from './queries.ts'

/** Says up to how many people a file needs nobody's approval: 1 to 100,000. */
export async function setExportLimit(change: Change, people: number): Promise<void> {
  const id = await getPartnershipId(change)
  await updateExportLimit(change, people)
  change.record({ name: 'export-limit.set', subjectId: id, fieldGroup: 'administration', details: { people } })
}

import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { replaceWeights } from '../queries/severity.ts'
import { readWeightsIn, type WeightsProblem } from './read-weights.ts'

/** Takes a table of weights in the place of the agency's last one, and has every cohort counted by it. @returns what has to be mended. */
export async function loadWeights(
  change: Change,
  file: { name: string; bytes: Uint8Array },
): Promise<WeightsProblem | undefined> {
  const read = readWeightsIn(file.bytes)
  if ('code' in read) {
    const details = { problem: read.code }
    change.record({ name: 'severity.unreadable', subjectId: change.actor.agencyId, fieldGroup: 'research', details })
    return read
  }
  const id = newId()
  await replaceWeights(change, { id, fileName: file.name.slice(-100) || 'weights.csv', ...read })
  change.later('count-cohorts', {})
  const details = { version: read.version, kinds: read.weightOf.size }
  change.record({ name: 'severity.loaded', subjectId: id, fieldGroup: 'research', details })
  return undefined
}

import { FileProblem } from '../../outcomes/index.ts'
import { plainKind, type Weights } from '../severity/weights.ts'
import { bad, eachRow } from './read-rows.ts'

/** @throws FileProblem where a weight is no number from 0, or the rows are of two versions. */
export async function readWeights(file: { name: string; path: string }): Promise<Weights> {
  const weightOf = new Map<string, number>()
  let version: string | undefined
  const required = ['offence_kind', 'weight', 'version'] as const
  await eachRow({ ...file, required, optional: [] }, (row) => {
    const weight = Number(row.text('weight'))
    if (!(weight >= 0 && weight < Infinity))
      bad(file.name, row.row, 'weight', 'This is no number from 0', 'Write it as 365 or 182.5.')
    version ??= row.text('version')
    if (row.text('version') !== version)
      bad(file.name, row.row, 'version', `The table began with "${version}"`, 'Keep one version in a file.')
    weightOf.set(plainKind(row.text('offence_kind')), weight)
  })
  if (version === undefined)
    throw new FileProblem(`${file.name} has no row under its header.`, 'Give a weight for each kind of offence.')
  return { version, weightOf }
}

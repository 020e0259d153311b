import { type FileProblem, readSheet } from '../../imports/index.ts'
import { plainKind, type Weights } from './weights.ts'

/** What has to be mended in a file of weights: a code, and where it stands. */
export interface WeightsProblem {
  code: FileProblem | 'columns' | 'weight' | 'version' | 'version-differs' | 'kind-twice' | 'none'
  row?: number
}

const columns = ['offence_kind', 'weight', 'version'] as const
const longestVersion = 100

/** Reads a file of weights, the same as `outcomes proven --weights` takes. A kind without a weight is left out. */
export function readWeightsIn(bytes: Uint8Array): Weights | WeightsProblem {
  const read = readSheet(bytes)
  if ('problem' in read) return { code: read.problem }
  const heads = read.sheet.columns.map((column) => column.trim().toLowerCase())
  const places = columns.map((column) => heads.indexOf(column))
  if (read.sheet.format !== 'CSV' || places.includes(-1)) return { code: 'columns' }
  const weightOf = new Map<string, number>()
  let version = ''
  for (const { row, cells } of read.sheet.rows) {
    const [kind, weight, said] = places.map((place) => (cells[place] ?? '').trim()) as [string, string, string]
    if (weight === '') continue
    if (!/^\d+([.,]\d+)?$/.test(weight)) return { code: 'weight', row }
    if (said === '' || said.length > longestVersion) return { code: 'version', row }
    version ||= said
    if (said !== version) return { code: 'version-differs', row }
    if (weightOf.has(plainKind(kind))) return { code: 'kind-twice', row }
    weightOf.set(plainKind(kind), Number(weight.replace(',', '.')))
  }
  return weightOf.size === 0 ? { code: 'none' } : { version, weightOf }
}

/** How a value of a table is written. `points` are hundredths of a share; `times` is a ratio. */
export type ValueKind = 'text' | 'count' | 'share' | 'points' | 'number' | 'p'

export interface FindingTable {
  /** Key of the words for its caption: `table.NAME`. */
  name: string
  columns: { name: string; kind: ValueKind }[]
  /** null is held back or not defined. */
  rows: (string | number | null)[][]
}

export type FindingPicture =
  | {
      kind: 'survival'
      curves: { group: string; points: PicturePoint[] }[]
      upTo: number
      time: string
    }
  | { kind: 'forest'; rows: { name: string; estimate: number; lower: number; upper: number }[] }
  | { kind: 'balance'; rows: { covariate: string; before: number; after: number; flag: 'green' | 'amber' | 'red' }[] }
  | {
      kind: 'series'
      values: number[]
      breakAt: number
      value: string
      trend: [number, number, number, number]
      /** The month of the first row, `2022-01`, where the rows are months. */
      from?: string
      /** What happened around it, by row; numbered as in the table of events. Put in where it is shown, and not kept. */
      events?: { t: number; number: number }[]
    }

export interface PicturePoint {
  time: number
  atRisk: number
  events: number
  survival: number
  standardError: number | null
  lower: number | null
  upper: number | null
}

/** What may be shown of an answer: its sentences (keys of the words and their values), tables and pictures. */
export interface Finding {
  /** Nothing can be shown, and why. */
  held?: 'FEW_PEOPLE' | 'FEW_COUNTED'
  sentences: { key: string; values: Record<string, string | number> }[]
  tables: FindingTable[]
  pictures: FindingPicture[]
}

export const heldFinding = (held: NonNullable<Finding['held']>): Finding => ({
  held,
  sentences: [],
  tables: [],
  pictures: [],
})

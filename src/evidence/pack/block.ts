import type { FindingPicture } from '../analyses/finding.ts'

export interface BlockTable {
  caption: string
  heads: { text: string; isNumeric: boolean }[]
  rows: string[][]
}

/** A piece of evidence in finished words: what was found, and what one has to know to judge it. */
export interface Block {
  title: string
  /** One line under the title: period, file, agency. */
  sub: string
  sentences: string[]
  tables: BlockTable[]
  pictures: FindingPicture[]
  /** What was counted or asked, how, from where, and what it does not say. */
  definition: string
  method: string
  source: string
  caveats: string[]
  /** Of a story: the language that it was told in. */
  lang?: string
}

import { shared } from './blocks.ts'
import type { Kind } from './values.ts'

/** One field of all records: each value once, and for each record the number of its value. */
export interface Field {
  name: string
  kind: Kind
  /** By record: the place of its value in `values`; -1 says nothing. */
  codes: Int32Array
  values: string[]
  /** By value: how many records have it. */
  counts: Int32Array
  /** The field with which values are swapped by mistake: given with family name, one line of an address with the next. */
  neighbour?: number
}

/** What is to be linked, in columns. */
export interface Records {
  size: number
  ids: string[]
  fields: Field[]
  /** By record: which real person it is of, for measuring. -1: not known. */
  truth?: Int32Array
  /** With two files: where the second begins; only pairs across are looked at. */
  secondFrom?: number
}

/** Takes records one at a time and keeps each value once: a million records of ten fields are some hundred megabytes. */
export class FieldBuilder {
  private readonly codeOf = new Map<string, number>()
  private codes = new Int32Array(1024)
  private readonly values: string[] = []
  private readonly counts: number[] = []
  private size = 0

  add(value: string): void {
    if (this.size === this.codes.length) {
      const wider = new Int32Array(this.size * 2)
      wider.set(this.codes)
      this.codes = wider
    }
    this.codes[this.size] = this.codeFor(value)
    this.size += 1
  }

  private codeFor(value: string): number {
    if (value === '') return -1
    const known = this.codeOf.get(value)
    if (known !== undefined) {
      this.counts[known]! += 1
      return known
    }
    const code = this.values.push(value) - 1
    this.codeOf.set(value, code)
    this.counts.push(1)
    return code
  }

  done(): Pick<Field, 'codes' | 'values' | 'counts'> {
    this.codeOf.clear()
    const codes = shared(this.size)
    codes.set(this.codes.subarray(0, this.size))
    return { codes, values: this.values, counts: Int32Array.from(this.counts) }
  }
}

/** Tells each field which one its values are swapped with by mistake. */
export function pairNeighbours(fields: Field[]): void {
  const join = (left: number, right: number) => {
    if (left < 0 || right < 0) return
    fields[left]!.neighbour = right
    fields[right]!.neighbour = left
  }
  const first = (kind: Kind) => fields.findIndex((field) => field.kind === kind)
  join(first('given-name'), first('family-name'))
  const lines = fields.flatMap(({ kind }, index) => (kind === 'text' ? [index] : []))
  for (let at = 0; at + 1 < lines.length; at += 2) join(lines[at]!, lines[at + 1]!)
  if (lines.length % 2 === 1) join(lines.at(-1)!, first('postcode'))
}

/** How many pairs there are to tell apart. */
export function pairsOf({ size, secondFrom }: Records): number {
  return secondFrom === undefined ? (size * (size - 1)) / 2 : secondFrom * (size - secondFrom)
}

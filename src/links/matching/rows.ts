import { shared } from './blocks.ts'
import { marks } from './marks.ts'
import type { Field, Records } from './records.ts'

/** What comparing asks of a record, beside each other, record after record: a pair is told in two places of memory. */
export interface Rows {
  cells: Int32Array
  /** How many cells a record has; the first are the codes of its fields. */
  stride: number
  /** By field: in which cell of a record its marks begin; -1 where it has none. */
  markAt: Int32Array
  /** By field with a neighbour: in which cell its first letter stands (0 where it is silent); else -1. */
  initialAt: Int32Array
}

export function rowsOf({ size, fields }: Records): Rows {
  let stride = fields.length
  const take = (width: number) => {
    stride += width
    return width === 0 ? -1 : stride - width
  }
  const markAt = Int32Array.from(fields, ({ kind }) => take(marks[kind]?.width ?? 0))
  const initialAt = Int32Array.from(fields, ({ neighbour }) => take(neighbour === undefined ? 0 : 1))
  const cells = shared(size * stride)
  const spread = (field: Field, ofValues: Int32Array, width: number, from: number, silent: number) => {
    for (let record = 0, at = from; record < size; record += 1, at += stride) {
      const code = field.codes[record]!
      for (let place = 0; place < width; place += 1)
        cells[at + place] = code < 0 ? silent : ofValues[code * width + place]!
    }
  }
  fields.forEach((field, f) => {
    const { values, kind } = field
    spread(field, Int32Array.from(values.keys()), 1, f, -1)
    const marking = marks[kind]
    if (marking) {
      const ofValues = new Int32Array(values.length * marking.width)
      for (let code = 0; code < values.length; code += 1) marking.write(values[code]!, ofValues, code * marking.width)
      spread(field, ofValues, marking.width, markAt[f]!, 0)
    }
    if (initialAt[f]! >= 0)
      spread(
        field,
        Int32Array.from(values, (value) => value.charCodeAt(0)),
        1,
        initialAt[f]!,
        0,
      )
  })
  return { cells, stride, markAt, initialAt }
}

/** Whether the first letter of one field is found in its neighbour's: else their values were not swapped. */
export function mayBeSwapped(
  { cells, stride, initialAt }: Rows,
  left: number,
  right: number,
  f: number,
  neighbour: number,
): boolean {
  const [one, other] = [initialAt[f]!, initialAt[neighbour]!]
  const a = cells[left * stride + one]!
  const b = cells[left * stride + other]!
  return (a !== 0 && a === cells[right * stride + other]) || (b !== 0 && b === cells[right * stride + one])
}

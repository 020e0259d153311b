/** A cell without a value: empty, or NA as statistics programs write it. */
export const isMissing = (cell: string): boolean => cell === '' || cell === 'NA'

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const numberWithComma = /^[+-]?\d*,\d+$/

/** The number that a cell holds, or undefined. A comma is read as the decimal sign where it does not part the cells. */
export function readNumber(cell: string, delimiter: string): number | undefined {
  if (number.test(cell)) return finite(Number(cell))
  if (delimiter !== ',' && numberWithComma.test(cell)) return finite(Number(cell.replace(',', '.')))
  return undefined
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined)

const yes = new Set(['1', '1.0', 'true', 't', 'yes', 'y', 'sì', 'si', 'ja'])
const no = new Set(['0', '0.0', 'false', 'f', 'no', 'n', 'nee'])

/** 1 or 0 for yes and no, in digits or in one of our languages; undefined for anything else. */
export function readYesNo(cell: string): 1 | 0 | undefined {
  const said = cell.toLowerCase()
  if (yes.has(said)) return 1
  return no.has(said) ? 0 : undefined
}

const alphabet = new Intl.Collator('en', { numeric: false })

/** Levels in alphabetical order; numbers among themselves by size. */
export function inOrder(levels: Iterable<string>): string[] {
  const all = [...levels]
  const areNumbers = all.every((level) => number.test(level))
  return all.sort(areNumbers ? (one, two) => Number(one) - Number(two) : alphabet.compare)
}

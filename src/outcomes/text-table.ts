/** A table for a terminal: words to the left, numbers to the right. */
export function textTable(header: string[], rows: string[][]): string[] {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
  return [line(header), ...rows.map(line)].map((text) => `  ${text.trimEnd()}`)
}

/** A number with four digits that matter, or a dash where there is none. */
export function shown(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–'
  if (value === 0 || Number.isInteger(value)) return String(value)
  return Math.abs(value) >= 0.001 && Math.abs(value) < 100_000
    ? String(Number(value.toPrecision(4)))
    : value.toExponential(2)
}

/** A probability as papers print it. */
export const shownP = (p: number): string => (p < 0.0001 ? '< 0.0001' : p.toFixed(4))

/** A share as a percentage with one decimal. */
export const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)

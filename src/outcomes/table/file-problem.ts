/**
 * Something in an analyst's file that has to be mended there. The message is the whole sentence: which row (as a
 * spreadsheet counts, headers are row 1), which column, what is wrong and how to mend it.
 */
export class FileProblem extends Error {
  readonly row: number | undefined
  readonly column: string | undefined

  constructor(wrong: string, cure: string, where: { row?: number; column?: string } = {}) {
    const place = [
      where.row === undefined ? '' : `Row ${where.row}`,
      where.column === undefined ? '' : `column ${where.column}`,
    ].filter(Boolean)
    const opening = place.length > 0 ? `${place.join(', ').replace(/^c/, 'C')}: ` : ''
    super(`${opening}${wrong} ${cure}`)
    this.row = where.row
    this.column = where.column
  }
}

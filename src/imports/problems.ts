/** What is wrong with a whole file: nothing of it is read. */
export type FileProblem =
  | 'empty'
  | 'too-large'
  | 'workbook'
  | 'not-text'
  | 'not-json'
  | 'too-deep'
  | 'key-twice'
  | 'not-a-page'
  | 'no-rows'
  | 'quote-not-closed'

/** What is wrong with one value. The same code is an error (the row stays out) or a warning (the person comes in). */
export type ValueProblem =
  | 'name-missing'
  | 'given-name-missing'
  | 'name-unreadable'
  | 'cannot-recognise'
  | 'key-missing'
  | 'key-column-missing'
  | 'key-malformed'
  | 'same-key-twice'
  | 'same-row-twice'
  | 'same-person-twice'
  | 'check-letter'
  | 'check-digit'
  | 'identifier-malformed'
  | 'identifier-not-here'
  | 'no-value'
  | 'date-unreadable'
  | 'date-impossible'
  | 'date-year'
  | 'date-month-first'
  | 'date-ambiguous'
  | 'date-two-digit-year'
  | 'date-serial'
  | 'date-of-birth-odd'
  | 'date-type-missing'
  | 'date-type-unknown'
  | 'no-release-date'
  | 'alias-unreadable'
  | 'yes-or-no'
  | 'sex-unknown'
  | 'other-prison'
  | 'too-long'
  | 'extra-cell'
  | 'two-values'
  | 'corrected-here'
  | 'number-missing'
  | 'offence-day-missing'
  | 'outcome-day-missing'
  | 'outcome-first'
  | 'outcome-unknown'
  | 'category-unknown'
  | 'same-reference-twice'

/** One value that could not be taken as it stands, and where in the file it is. */
export interface RowProblem {
  /** As a spreadsheet counts: the headers are row 1. In a JSON page the first person is row 1. */
  row: number
  column: string
  value: string
  problem: ValueProblem
}

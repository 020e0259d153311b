import { youngestAge } from '../scores/ogrs3.ts'
import { bad, type FileRow } from './read-rows.ts'

export interface Ages {
  ageAtConviction: number
  ageAtFirstSanction: number
  ageAtFollowUp: number
}

const oldestAge = 120

/** @throws FileProblem where an age is absurd, or the first sanction comes after the present conviction. */
export function readAges(name: string, row: FileRow<string>): Ages {
  const ageAt = (column: string) => wholeNumberAt(name, row, column, youngestAge, oldestAge)
  const ages = {
    ageAtConviction: ageAt('age_at_conviction'),
    ageAtFirstSanction: ageAt('age_at_first_sanction'),
    ageAtFollowUp: ageAt('age_at_follow_up'),
  }
  if (ages.ageAtFollowUp < ages.ageAtConviction) {
    const what = `Follow-up at ${ages.ageAtFollowUp}, conviction at ${ages.ageAtConviction}`
    bad(name, row.row, 'age_at_follow_up', what, 'Follow-up cannot begin sooner: look which age is wrong.')
  }
  if (ages.ageAtFirstSanction > ages.ageAtConviction) {
    const what = `First sanction at ${ages.ageAtFirstSanction}, conviction at ${ages.ageAtConviction}`
    bad(name, row.row, 'age_at_first_sanction', what, 'The first cannot come later: look which age is wrong.')
  }
  return ages
}

/** @throws FileProblem where it is neither. */
export function readSex(name: string, row: FileRow<string>): 'M' | 'F' {
  const written = row.text('sex').toLowerCase()
  if (['m', 'male', '1'].includes(written)) return 'M'
  if (['f', 'female', '2'].includes(written)) return 'F'
  return bad(name, row.row, 'sex', `"${row.cell('sex')}" is not known to the model`, 'It was fitted for M and F alone.')
}

/** @throws FileProblem where it is no whole number between the bounds. */
export function wholeNumberAt(name: string, row: FileRow<string>, column: string, least: number, most: number): number {
  const written = row.text(column)
  const value = Number(written)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  return bad(name, row.row, column, `"${written}" is no whole number from ${least} to ${most}`, 'Write it in figures.')
}

/** @throws FileProblem where it is none of them; capitals do not matter. */
export function choiceAt<Choice extends string>(
  name: string,
  row: FileRow<string>,
  column: string,
  choices: readonly Choice[],
): Choice {
  const written = row.text(column)
  const found = choices.find((choice) => choice.toLowerCase() === written.toLowerCase())
  return found ?? bad(name, row.row, column, `"${written}" is not on the list`, '--help lists what is.')
}

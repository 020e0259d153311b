import { type Answer, FileProblem, type Given, outcomeCommand } from '../../outcomes/index.ts'
import { arpOffences, scoreArp } from '../scores/arp.ts'
import { type Band, bandOf } from '../scores/bands.ts'
import { ogrs3Offences, ogrs3Statuses, scoreOgrs3 } from '../scores/ogrs3.ts'
import { type Ages, choiceAt, readAges, readSex, wholeNumberAt } from './read-facts.ts'
import { eachRow, type FileRow } from './read-rows.ts'

const shared = ['sex', 'age_at_conviction', 'age_at_first_sanction', 'age_at_follow_up', 'offence']
const columnsOf = {
  ogrs3: { required: [...shared, 'previous_sanctions'], optional: ['sanction_status'] },
  arp: { required: [...shared, 'total_sanctions'], optional: ['offence_free_months'] },
}
type Model = keyof typeof columnsOf

/** Names under which research files hold the same columns. */
const otherNames: Record<string, string> = {
  ageConv: 'age_at_conviction',
  ageFirst: 'age_at_first_sanction',
  ageRisk: 'age_at_follow_up',
  ageFollow: 'age_at_follow_up',
  off: 'offence',
  cat: 'offence',
  prevSanctions: 'previous_sanctions',
  sanctions: 'total_sanctions',
  ofm: 'offence_free_months',
}

const unofficial = {
  ogrs3:
    'An unofficial calculation by the published OGRS3 coefficients (2009, legacy). It speaks of a group of people, not of one, and decides nothing.',
  arp: 'An unofficial calculation by the published static ARP coefficients (current). It speaks of a group of people, not of one, and decides nothing.',
}

export const riskCommand = outcomeCommand({
  name: 'risk',
  summary: 'Scores people by published predictors of proven reoffending; unofficial.',
  options: [
    {
      name: 'model',
      takes: 'ogrs3|arp',
      says: 'which predictor: OGRS3 (2009, legacy) or the static ARP (current)',
      isRequired: true,
    },
    { name: 'data', takes: 'FILE', says: 'one row a person, with the columns below', isRequired: true },
  ],
  prints: [
    'Both: sex (M or F), age_at_conviction, age_at_first_sanction, age_at_follow_up (whole years from 10), offence.',
    `ogrs3: previous_sanctions (from 0); if there, sanction_status: ${ogrs3Statuses.join(', ')}.`,
    `  offence: ${ogrs3Offences.join('; ')}.`,
    'arp: total_sanctions (from 1, the present one too); if there, offence_free_months (0; 36 is as good as more).',
    `  offence: ${arpOffences.join(', ')}.`,
    `Also read: ${Object.entries(otherNames)
      .map(([other, name]) => `${other} for ${name}`)
      .join(', ')}.`,
    'Prints the rows as they came with oneYear and twoYear, 0 to 1, and the band of the two-year score. ARP has no one-year',
    'form: its oneYear is null.',
  ],
  answer: answerRisk,
})

type Score = { oneYear: number | null; twoYear: number; band: Band; z?: number }

async function answerRisk(given: Given): Promise<Answer> {
  const model = given.choice('model', ['ogrs3', 'arp'])
  const name = given.text('data')
  const rows: (Score & Record<string, unknown>)[] = []
  const file = { name, path: given.file('data'), ...columnsOf[model], otherNames }
  await eachRow<string>(file, (row) => rows.push({ ...row.cells(), ...scoreRow(model, name, row) }))
  if (rows.length === 0) throw new FileProblem(`${name} has no row under its header.`, 'Give one for each person.')
  return { json: { model, note: unofficial[model], rows }, lines: linesOf(model, rows) }
}

function scoreRow(model: Model, name: string, row: FileRow<string>): Score {
  const ages: Ages = readAges(name, row)
  const sex = readSex(name, row)
  if (model === 'ogrs3') {
    const score = scoreOgrs3({
      ...ages,
      sex,
      previousSanctions: wholeNumberAt(name, row, 'previous_sanctions', 0, 1_000),
      offence: choiceAt(name, row, 'offence', ogrs3Offences),
      ...(row.cell('sanction_status') ? { status: choiceAt(name, row, 'sanction_status', ogrs3Statuses) } : {}),
    })
    return { ...score, band: bandOf(Math.round(score.twoYear * 100)) }
  }
  const { z, twoYear } = scoreArp({
    ...ages,
    sex,
    totalSanctions: wholeNumberAt(name, row, 'total_sanctions', 1, 1_000),
    offence: choiceAt(name, row, 'offence', arpOffences),
    offenceFreeMonths: row.cell('offence_free_months') ? wholeNumberAt(name, row, 'offence_free_months', 0, 1_200) : 0,
  })
  return { oneYear: null, twoYear, band: bandOf(Math.round(twoYear * 10_000) / 100), z }
}

function linesOf(model: Model, rows: Score[]): string[] {
  const percent = (value: number | null) => (value === null ? 'none' : `${(value * 100).toFixed(2)}%`)
  const mean = rows.reduce((sum, { twoYear }) => sum + twoYear, 0) / rows.length
  return [
    unofficial[model],
    ...rows.map(
      ({ oneYear, twoYear, band }, index) =>
        `  row ${index + 2}: one year ${percent(oneYear)}, two years ${percent(twoYear)}, ${band}`,
    ),
    `  expected of all ${rows.length} within two years: ${percent(mean)}`,
  ]
}

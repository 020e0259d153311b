import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileCommand } from '../platform/capability.ts'
import { provenCommand } from './commands/proven.ts'
import { riskCommand } from './commands/risk.ts'
import { scoreArp } from './scores/arp.ts'
import { scoreOgrs3 } from './scores/ogrs3.ts'

const data = '../shared/data'
const isThere = existsSync(`${data}/reference.json`)
const reference = isThere ? JSON.parse(readFileSync(`${data}/reference.json`, 'utf8')).reference : undefined
if (!isThere) console.warn('The reference values are not beside the project: their tests are left out.')

const folder = mkdtempSync(join(tmpdir(), 'reoffending-'))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Runs a command with --json. */
async function run(command: FileCommand, flags: Record<string, string>) {
  const printed: string[] = []
  const print = (line: string) => void printed.push(line)
  const code = await command.run({ args: [], flags: { ...flags, json: true }, print, fileAt: (name) => name })
  return { code, ...JSON.parse(printed.join('')) }
}

const index = file('index.csv', 'person,index_date\nA,2023-04-10\nB,2023-05-31\n')
const counted = (offences: string, more: Record<string, string> = {}) => {
  const path = file('offences.csv', `person,offence_date,outcome_type,outcome_date,offence_kind\n${offences}`)
  return run(provenCommand, { index, offences: path, window: '2023-04-01..2023-06-30', ...more })
}

describe.skipIf(!isThere)('the reference values', () => {
  test('proven reoffending is counted person by person as the golden set says', async () => {
    const golden = `${data}/golden/proven`
    const flags = { index: `${golden}_index_events.csv`, offences: `${golden}_offences.csv` }
    const proven = await run(provenCommand, { ...flags, window: '2023-04-01..2023-06-30', 'as-of': '2026-11-22' })

    const expected = reference.proven_reoffending.expected.filter(({ idx }: { idx: string | null }) => idx)
    expect(proven.people).toEqual(
      expected.map(({ person, idx, n }: Golden) => ({ person, indexOn: idx, reoffences: n })),
    )
    expect(proven).toMatchObject({ cohort: 16, reoffenders: 6, reoffences: 12, rate: 6 / 16, ratePerReoffender: 2 })
    expect(proven).toMatchObject({ ratePerPerson: 12 / 16, mature: true, matureOn: '2024-12-30' })
  })

  test('OGRS3 and ARP give what the published vectors give', () => {
    for (const vector of reference.ogrs3.vectors) {
      const { oneYear, twoYear } = scoreOgrs3({
        sex: vector.sex,
        ageAtConviction: vector.ageConv,
        ageAtFirstSanction: vector.ageFirst,
        ageAtFollowUp: vector.ageRisk,
        previousSanctions: vector.prevSanctions,
        offence: vector.off,
      })
      expect([oneYear, twoYear].map((p) => p.toFixed(8))).toEqual([vector.p1, vector.p2].map((p) => p.toFixed(8)))
    }
    for (const vector of reference.arp_static.vectors) {
      const { twoYear } = scoreArp({
        sex: vector.sex,
        ageAtConviction: vector.ageConv,
        ageAtFirstSanction: vector.ageFirst,
        ageAtFollowUp: vector.ageFollow,
        totalSanctions: vector.sanctions,
        offence: vector.cat,
        offenceFreeMonths: vector.ofm,
      })
      expect((twoYear * 100).toFixed(2)).toBe(vector.pct.toFixed(2))
    }
  })
})

describe('proven reoffending from two files', () => {
  test('the last day that counts is the one before the anniversary, and the outcome has until the month’s end', async () => {
    const inTime = await counted('B,2024-05-30,conviction,2024-11-30,theft\n')
    const tooLate = await counted('B,2024-05-31,conviction,2024-11-30,theft\nB,2024-05-30,caution,2024-12-01,theft\n')

    expect(inTime.reoffences).toBe(1)
    expect(tooLate).toMatchObject({ reoffences: 0, notCounted: { AFTER_FOLLOW_UP: 1, PROVEN_TOO_LATE: 1 } })
  })

  test('a cohort that is not mature has no rate, rather than 0%', async () => {
    const day = { 'as-of': '2024-11-29' }
    const early = await counted('A,2023-06-01,conviction,2023-07-01,theft\n', day)
    const due = await counted('', { 'as-of': '2024-11-30' })

    expect(early).toMatchObject({ mature: false, rate: null, ratePerReoffender: null, reoffenders: 1 })
    expect(early.matureOn).toBe('2024-11-30')
    expect(due).toMatchObject({ mature: true, rate: 0, ratePerReoffender: null, ratePerPerson: 0 })
  })

  test('a word for an outcome that is not known is told, lest a conviction under another name is lost', async () => {
    const found = await counted('A,2023-06-01,Guilty plea,2023-07-01,theft\nA,2023-06-01,acquittal,2023-07-01,theft\n')

    expect(found).toMatchObject({ reoffences: 0, unknownOutcomes: { 'Guilty plea': 1 } })
  })

  test('severity is summed by the table that was given, and names its version', async () => {
    const weights = file('weights.csv', 'offence_kind,weight,version\nTheft,2.5,2026\n')
    const offences = 'A,2023-06-01,conviction,2023-07-01,theft\nA,2023-06-02,conviction,2023-07-01,arson\n'

    expect(await counted(offences, { weights })).toMatchObject({
      severity: { version: '2026', total: 2.5, unweighted: 1 },
    })
  })

  test.each([
    ['a date that is none', 'A,2023-02-30,conviction,2023-03-01,theft\n', 2, 'offence_date'],
    ['an outcome before the offence', 'A,2023-06-01,caution,2023-05-01,theft\n', 2, 'outcome_date'],
    ['nobody', 'A,2023-06-01,caution,2023-06-01,theft\n,2023-06-01,caution,2023-06-01,theft\n', 3, 'person'],
  ])('%s is named with its row, its column and a cure', async (_, offences, row, column) => {
    expect(await counted(offences)).toMatchObject({ code: 1, problem: { row, column } })
  })

  test('the order of the rows changes nothing', async () => {
    const rows = ['A,2023-06-01,conviction,2023-07-01,theft', 'B,2023-06-02,caution,2023-07-02,theft', 'A,2023-08-01,pending,,theft'] // biome-ignore format: a list
    const [forwards, backwards] = [await counted(`${rows.join('\n')}\n`), await counted(rows.toReversed().join('\r\n'))]

    expect(backwards).toEqual(forwards)
  })
})

describe('published scores from a file', () => {
  const header = 'sex,age_at_conviction,age_at_first_sanction,age_at_follow_up,offence'

  test('each row comes back with its chances, and ARP has no one-year form', async () => {
    const ogrs3 = file('ogrs3.csv', `${header},previous_sanctions\nF,30,21,30,fraud and forgery,1\n`)
    const arp = file('arp.csv', `${header},total_sanctions\nM,30,21,30,OTHER_OFFENCES,2\n`)

    const legacy = await run(riskCommand, { model: 'ogrs3', data: ogrs3 })
    const current = await run(riskCommand, { model: 'arp', data: arp })

    expect(legacy.rows[0]).toMatchObject({ sex: 'F', oneYear: expect.closeTo(0.1278, 4), band: 'low' })
    expect(current.rows[0]).toMatchObject({ oneYear: null, twoYear: expect.any(Number) })
    expect([legacy.note, current.note].every((note) => note.startsWith('An unofficial calculation'))).toBe(true)
  })

  test.each([
    ['a first sanction after the conviction', 'M,20,30,20,Violence,1', 'age_at_first_sanction'],
    ['an offence that the model does not know', 'M,20,18,20,Piracy,1', 'offence'],
    ['text where a number belongs', 'M,twenty,18,20,Violence,1', 'age_at_conviction'],
    ['nothing', 'M,20,18,20,Violence,', 'previous_sanctions'],
  ])('%s is named with its row, its column and a cure', async (_, row, column) => {
    const path = file('bad.csv', `${header},previous_sanctions\n${row}\n`)

    expect(await run(riskCommand, { model: 'ogrs3', data: path })).toMatchObject({
      code: 1,
      problem: { row: 2, column },
    })
  })
})

interface Golden {
  person: string
  idx: string
  n: number
}

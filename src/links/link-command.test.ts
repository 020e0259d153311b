import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agencyRecords } from '../../bench/linkage-records.ts'
import { linkCommand } from './link-command.ts'
import { isOneSlip, isTwoSlips, jaroWinkler, soundOf } from './matching/likeness.ts'
import { type Linked, linkRecords } from './matching/link-records.ts'
import { readRecords } from './matching/read-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-link-'))
const febrl = resolve('../shared/data/linkage')

const anchors = existsSync('../shared/data/reference.json')
  ? Object.entries<Anchor>(
      JSON.parse(readFileSync('../shared/data/reference.json', 'utf8')).reference.linkage.splink.febrl3,
    )
  : []

interface Anchor {
  tp: number
  fp: number
  fn: number
}

describe.skipIf(!existsSync(febrl))('the published sets of FEBRL (../shared/data, where it is)', () => {
  test.each(anchors.filter(([name]) => name.startsWith('p0_')))(
    'as good as Splink on the third set at %s',
    async (name, { tp, fp, fn }) => {
      const said = await run([join(febrl, 'febrl_dataset3.csv')], {
        truth: 'rec_id',
        threshold: name.slice(1).replace('_', '.'),
      })

      expect(said.f1).toBeGreaterThanOrEqual((2 * tp) / (2 * tp + fp + fn) - 0.005)
      expect(said.fp).toBeLessThanOrEqual(fp + 5)
    },
  )

  test.each([
    ['febrl_dataset1.csv', 500, 0.995],
    ['febrl_dataset3.csv', 6538, 0.99],
  ])('%s: nearly every pair is found, and hardly a wrong one', async (name, truePairs, least) => {
    const said = await run([join(febrl, name)], { truth: 'rec_id', threshold: '0.5' })

    expect(said).toMatchObject({ truePairs })
    expect(said.f1).toBeGreaterThan(least)
    expect(said.blockingRecall).toBeGreaterThanOrEqual(0.99)
    expect(said.fields).toContainEqual(expect.objectContaining({ name: 'date_of_birth', kind: 'date' }))
  })
})

test('records as agencies hold them: aliases, swaps, no fixed address, families and twins', async () => {
  const file = fileOf([...agencyRecords(3000, 7)].join('\n'))

  const said = await run([file], { id: 'record', truth: 'person' })

  expect(said.precision).toBeGreaterThan(0.985)
  expect(said.recall).toBeGreaterThan(0.95)
  expect(said.blockingRecall).toBeGreaterThan(0.99)
})

test('a name the other way round, a day for a month and a short form are one person; "no fixed abode" joins nobody', async () => {
  const crowd = Array.from(
    { length: 60 },
    (_, n) => `c${n},Given${n},Family${n * 7},19${10 + n}-0${1 + (n % 9)}-1${n % 9},NFA`,
  )
  const file = fileOf(
    [
      'id,given_name,family_name,date_of_birth,address',
      'a1,Giulia,Bianchi,1988-03-07,Via Verdi 3',
      'a2,Bianchi,Giulia,1988-07-03,via verdi 3',
      'b1,William,Oduya,1971-11-30,NFA',
      'b2,Bill,Oduya,30/11/1971,no fixed abode',
      ...crowd,
    ].join('\n'),
  )

  const said = await run([file], {})

  expect(said.pairs.map(({ a, b }: { a: string; b: string }) => `${a} ${b}`).sort()).toEqual(['a1 a2', 'b1 b2'])
  expect(said.pairs[0].weights).toHaveProperty('family_name')
})

test('two files are linked across, never within one', async () => {
  const head = 'id,given_name,family_name,date_of_birth'
  const one = fileOf(`${head}\np1,Ana,Kowal,1990-01-02\np2,Ana,Kowal,1990-01-02\np3,Tom,Reed,1960-05-06\n`)
  const two = fileOf(`${head}\nq1,Ana,Kowal,1990-01-02\nq2,Jo,Marsh,1977-08-09\n`)

  const { pairs } = await run([one, two], { threshold: '0.3' })

  expect(pairs.map(({ a, b }: { a: string; b: string }) => `${a} ${b}`).sort()).toEqual(['p1 q1', 'p2 q1'])
})

test('several threads find what one finds', { timeout: 60_000 }, async () => {
  const file = fileOf([...agencyRecords(14_000, 11)].join('\n'))
  const records = await readRecords({ files: [file], id: 'record', truth: 'person', kinds: new Map() })

  const [alone, together] = [await linkRecords(records, 1), await linkRecords(records, 3)]

  expect(together.pairs.count).toBeGreaterThan(6000)
  expect(hashOf(together)).toBe(hashOf(alone))
  expect(together.model).toEqual(alone.model)
})

const hashOf = ({ pairs, chances }: Linked) =>
  [pairs.left, pairs.right, pairs.levels, chances]
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')

test('a file is read as spreadsheets save it: semicolons, a byte order mark, Windows line ends, a name of two lines', async () => {
  const file = fileOf(
    '\uFEFFid;given_name;surname;date_of_birth\r\na1;"Ana\nMaria";Kowal;02/01/1990\r\na2;Ana Maria;Kowal;1990-01-02\r\n\r\n',
  )

  const { pairs, fields } = await run([file], { threshold: '0.1' })

  expect(pairs).toMatchObject([{ a: 'a1', b: 'a2' }])
  expect(fields.map(({ kind }: { kind: string }) => kind)).toEqual(['given-name', 'family-name', 'date'])
})

test('one bad line among many is named by its row, with its cure', async () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `${at},Ana,Kowal${at}`)
  const file = fileOf(['id,given_name,surname', ...lines.with(40_000, '40000,Ana Kowal')].join('\n'))

  const { problem } = await run([file], {})

  expect(problem).toBe(
    `${file}: Row 40002: It has 2 cells where the header has 3. Mend the line: a cell that holds the separator goes in quotes.`,
  )
})

test('a file that cannot be linked is told what is wrong and how it is mended', async () => {
  const file = fileOf('id,name\n1,x\n')

  expect(await run([file], { fields: 'surname' })).toEqual({
    problem: `${file} has no column "surname". Its columns: id, name.`,
  })
  expect(await run([file], { threshold: 'high' })).toEqual({ problem: '--threshold is a probability, from 0 to 1.' })
  expect(await run([file], { types: 'name=colour' })).toMatchObject({ problem: expect.stringContaining('given-name') })
  expect(await run([fileOf('id,name\n')], {})).toMatchObject({ problem: expect.stringContaining('no rows') })
  expect(await run([fileOf('')], {})).toMatchObject({ problem: expect.stringContaining('no rows') })
  expect(await run([fileOf('id\n1\n2\n')], {})).toMatchObject({
    problem: expect.stringContaining('no column to compare'),
  })
  expect(await run([fileOf('id,name,name\n1,x,y\n')], {})).toMatchObject({
    problem: expect.stringContaining('Rename one'),
  })
  expect(await run([fileOf('id,name\n1,"x\n')], {})).toMatchObject({
    problem: expect.stringContaining('Row 2: A quotation mark'),
  })
  expect(await run([join(folder, 'none.csv')], {})).toMatchObject({
    problem: expect.stringContaining('There is no file'),
  })
  expect(await run([file], { field: 'name' })).toMatchObject({ problem: expect.stringContaining('no option --field') })
})

test('likeness agrees with the values that are published for it', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
  expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4)
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4)
  expect([soundOf('robert'), soundOf('rupert')]).toEqual(['r163', 'r163'])
  expect([isOneSlip('smith', 'smiht'), isOneSlip('smith', 'smit'), isOneSlip('smith', 'smote')]).toEqual([
    true,
    true,
    false,
  ])
  expect([isTwoSlips('1234567', '2134576'), isTwoSlips('1234567', '7654321')]).toEqual([true, false])
})

let number = 0
function fileOf(text: string): string {
  number += 1
  const file = join(folder, `${number}.csv`)
  writeFileSync(file, text)
  return file
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the command prints
async function run(files: string[], flags: Record<string, string>): Promise<any> {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  await linkCommand.run({ args: files, flags: { ...flags, json: true }, print, fileAt: (name) => name })
  return JSON.parse(lines.join('\n'))
}

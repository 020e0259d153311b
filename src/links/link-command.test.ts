import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agencyRecords } from '../../bench/linkage-records.ts'
import { linkCommand } from './link-command.ts'
import { isOneSlip, isTwoSlips, jaroWinkler, soundOf } from './matching/likeness.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-link-'))
const febrl = resolve('../shared/data/linkage')

describe.skipIf(!existsSync(febrl))('the published sets of FEBRL (../shared/data, where it is)', () => {
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

test('a file that cannot be linked is told what is wrong and how it is mended', async () => {
  const file = fileOf('id,name\n1,x\n')

  expect(await run([file], { fields: 'surname' })).toEqual({
    problem: `${file} has no column "surname". Its columns: id, name.`,
  })
  expect(await run([file], { threshold: 'high' })).toEqual({ problem: '--threshold is a probability, from 0 to 1.' })
  expect(await run([file], { types: 'name=colour' })).toMatchObject({ problem: expect.stringContaining('given-name') })
  expect(await run([fileOf('id,name\n')], {})).toMatchObject({ problem: expect.stringContaining('no rows') })
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

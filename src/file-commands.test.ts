import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { capability as fairness } from './fairness/index.ts'
import { capability as links } from './links/index.ts'
import { capability as outcomes } from './outcomes/index.ts'
import { capability as reoffending } from './reoffending/index.ts'

// What every command over an analyst's file owes, whatever it reckons.

const commands = [outcomes, reoffending, fairness, links].flatMap(({ fileCommands }) => fileCommands!)
const folder = mkdtempSync(join(tmpdir(), 'file-commands-'))
beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const people = Array.from({ length: 40 }, (_, at) => [
  at,
  20 + ((at * 7) % 31),
  at % 2,
  Number(at % 5 < 2),
  1 + ((at * 13) % 9),
])
const scored = { header: 'id,age,joined,back,week', rows: people.map((row) => row.join()) }

interface Asked {
  header: string
  rows: string[]
  flags: Record<string, string>
  /** A column that the command reads. */
  column: string
  /** No row at all is an answer too. */
  mayBeEmpty?: boolean
}

const asked: Record<string, Asked> = {
  'outcomes survival': {
    ...scored,
    flags: { time: 'week', event: 'back', covariates: 'age', group: 'joined' },
    column: 'week',
  },
  'outcomes match': { ...scored, flags: { treatment: 'joined', outcome: 'back', covariates: 'age' }, column: 'back' },
  'outcomes its': { ...scored, flags: { value: 'age', break: '21' }, column: 'age' },
  'outcomes fairness': {
    ...scored,
    flags: { score: 'week', threshold: '5', outcome: 'back', group: 'joined' },
    column: 'week',
  },
  'outcomes funnel': {
    ...{ header: 'area,back,people', rows: ['North,3,40', 'South,9,41', 'East,12,60'] },
    ...{ flags: { area: 'area', events: 'back', n: 'people' }, column: 'back' },
  },
  'outcomes risk': {
    header: 'sex,age_at_conviction,age_at_first_sanction,age_at_follow_up,offence,previous_sanctions',
    ...{ rows: ['M,30,21,30,Violence,1', 'F,22,20,23,Robbery,2'], flags: { model: 'ogrs3' }, column: 'offence' },
  },
  'outcomes proven': {
    header: 'person,offence_date,outcome_type,outcome_date,offence_kind',
    rows: ['A,2023-06-01,conviction,2023-07-01,theft', 'B,2023-06-02,caution,2023-07-02,theft'],
    ...{ flags: { window: '2023-04-01..2023-06-30', index: 'INDEX' }, column: 'outcome_type', mayBeEmpty: true },
  },
  link: {
    header: 'id,given_name,surname,date_of_birth',
    rows: ['a,Ana,Kowal,1990-01-02', 'b,Ana,Kowal,1990-01-02', 'c,Tom,Reed,1960-05-06', 'd,Jo,Marsh,1977-08-09'],
    ...{ flags: { fields: 'given_name,surname,date_of_birth' }, column: 'surname' },
  },
}
/** A column and what none of its cells may hold, where that is not "3O1" in the column that stands there. */
const wrongCell: Record<string, [string, string]> = {
  'outcomes risk': ['offence', 'Robery'],
  'outcomes proven': ['offence_date', '2023-02-30'],
}

test('every command that reads a file is here', () => {
  const names = commands.map(({ name }) => name).filter((name) => name !== 'outcomes power')
  expect(names.sort()).toEqual(Object.keys(asked).sort())
})

describe.each(Object.entries(asked))('%s', (name, { header, rows, flags, column, mayBeEmpty }) => {
  const plain = [header, ...rows].join('\n')
  const run = (text: string, more: Record<string, string> = {}) => call(name, fileOf(text), { ...flags, ...more })
  const columns = header.split(',')
  const of = columns.indexOf(column)

  test('finds in a spreadsheet’s file what it finds in a plain one, and no number that is none', async () => {
    const [bare, quoted] = [
      await run(`${plain}\n`),
      await run(`\uFEFF${quotedAll([header, ...rows]).join('\r\n')}\r\n\r\n`),
    ]
    const text = await call(name, fileOf(plain), flags, false)

    expect(bare.exit).toBe(0)
    expect(timeless(quoted.json)).toEqual(timeless(bare.json))
    expect(JSON.stringify(bare.json) + text.printed).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('says what is wrong with a file, where, and how it is mended', async () => {
    const twice = [`${header},${column}`, ...rows.map((row) => `${row},1`)].join('\n')
    const without = columns.map((one) => (one === column ? 'other' : one)).join()
    const short = [...rows.slice(0, -1), rows.at(-1)!.split(',').slice(1).join()]

    for (const [text, wrong] of [
      ['', /empty|no rows|no row/],
      [mayBeEmpty ? '' : `${header}\n`, /no row|empty/i],
      [twice, new RegExp(`${column}.*Rename|Rename.*${column}|${column}.*twice`, 's')],
      [[without, ...rows].join('\n'), new RegExp(column)],
      [[header, ...short].join('\n'), new RegExp(`Row ${rows.length + 1}\\b`)],
      [plain.replace(rows.at(-1)!.split(',')[of]!, '"torn'), /Row \d+: A quotation mark/],
    ] as const) {
      const { exit, json } = await run(text)
      expect([exit, messageOf(json)]).toEqual([1, expect.stringMatching(wrong)])
      expect(messageOf(json)).toMatch(/[.!]$/)
    }
  })

  test('names the one bad line of a file that is read in several pieces', async () => {
    const pieces = 2.5 * (1 << 20) // bytes: it is read a million at a time
    const many = Math.ceil(pieces / rows.join('\n').length / 2)
    const before = Array.from({ length: many }, () => rows).flat()
    const row = before.length + 2
    const [wrongColumn, value] = wrongCell[name] ?? [column, '3O1']
    const bad = rows[0]!.split(',').with(columns.indexOf(wrongColumn), value).join()
    const withLine = (line: string) => `${[header, ...before, line, ...before].join('\n')}\n`
    const [cell, quoted, longer, torn] = [withLine(bad), withLine(quotedAll([bad])[0]!), withLine(`${rows[0]},1`), withLine(`"${rows[0]}`)] // biome-ignore format: one line

    const at = name === 'link' ? '^\\S+[.]csv: ' : '^' // one of several files may be meant
    const ofCell = new RegExp(`^Row ${row}, column ${wrongColumn}: .+[.] .+[.]$`)
    for (const [text, wrong] of [
      ...(name === 'link'
        ? []
        : ([
            [cell, ofCell],
            [quoted, ofCell],
          ] as const)), // any value may stand in a record that is linked
      [longer, new RegExp(`${at}Row ${row}: .*cells.* Mend the line.*[.]$`)],
      [torn, new RegExp(`${at}Row ${row}: .* Close each quote.*[.]$`)],
    ] as const) {
      const { exit, json } = await run(text)
      expect([exit, messageOf(json)]).toEqual([1, expect.stringMatching(wrong)])
    }
  })

  test('names an option that it does not know, and a file that is not there', async () => {
    const unknown = await run(plain, { colour: 'red' })
    const nowhere = await call(name, join(folder, 'nowhere.csv'), flags)

    expect([unknown.exit, messageOf(unknown.json)]).toEqual([2, expect.stringContaining('colour')])
    expect([nowhere.exit, messageOf(nowhere.json)]).toEqual([1, expect.stringContaining('nowhere.csv')])
  })

  test('lists its options', () => {
    const command = commands.find((one) => one.name === name)!
    for (const flag of Object.keys(flags)) expect(command.usage + command.details!.join('\n')).toContain(`--${flag}`)
    expect(command.summary).toMatch(/\.$/)
  })
})

let count = 0
function fileOf(text: string): string {
  count += 1
  const path = join(folder, `${count}.csv`)
  writeFileSync(path, text)
  return path
}

async function call(name: string, path: string, flags: Record<string, string>, isJson = true) {
  const command = commands.find((one) => one.name === name)!
  const file = name === 'link' ? {} : { [name === 'outcomes proven' ? 'offences' : 'data']: path }
  const index = flags['index'] ? { index: fileOf('person,index_date\nA,2023-04-10\nB,2023-05-31\n') } : {}
  const lines: string[] = []
  const exit = await command.run({
    args: name === 'link' ? [path] : [],
    flags: { ...flags, ...file, ...index, ...(isJson && { json: true as const }) },
    print: (line) => lines.push(line),
    fileAt: (one) => one,
  })
  const printed = lines.join('\n')
  return { exit, printed, json: isJson ? JSON.parse(printed) : undefined }
}

const quotedAll = (lines: string[]) => lines.map((line) => line.split(',').map((cell) => `"${cell}"`).join()) // biome-ignore format: one line
const messageOf = ({ problem }: { problem: string | { message: string } }) => typeof problem === 'string' ? problem : problem?.message // biome-ignore format: one line
const timeless = ({ seconds: _, ...json }: { seconds?: number }) => json

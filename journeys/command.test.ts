import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// The command as somebody calls it: the script itself, from another folder, on a database of its own.
const folder = mkdtempSync(join(tmpdir(), 'command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  printed: string
  complained: string
}

function throughline(words: string, data = 'var'): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, DATA_DIR: join(folder, data), DEMO: 'off', LOG_LEVEL: 'fatal' }
  return new Promise((done) => {
    execFile(resolve('scripts/throughline'), words.split(' '), { cwd: folder, env }, (error, printed, complained) => {
      done({ code: error ? Number(error.code) : 0, printed, complained })
    })
  })
}

const list = `Prison number,First name,Last name,Date of birth,Conditional release date
A1234BC,Ann,Other,1990-01-01,2027-01-05
A12,Bad,Row,1990-02-28,2027-01-05
`

test('from nothing to a prison’s list, by the shell alone', async () => {
  writeFileSync(join(folder, 'list.csv'), list)
  const first =
    '--agency-code WXP --agency-kind probation --agency-name Wexley --admin-email a@example.org --admin-name A'

  const help = await throughline('help')
  const setup = await throughline(`setup --name Wexley --jurisdiction UK-EW ${first} --json`)
  const added = await throughline('agencies add FHI --kind prison --name Fernhall --json')
  const tried = await throughline('import people list.csv --agency FHI --json')
  const kept = await throughline('import people list.csv --agency FHI --commit --json')
  const again = await throughline('import people list.csv --agency FHI --commit --json')
  const missing = await throughline('import people other.csv --agency FHI')
  const stranger = await throughline('import people list.csv --agency NONE --json')

  expect(help.printed).toContain('npx throughline import people FILE --agency CODE')
  expect([setup.code, added.code]).toEqual([0, 0])
  expect(JSON.parse(setup.printed).link).toContain('/sign-in/new-password/')
  for (const { code, printed } of [tried, kept]) {
    const { counts, errors } = JSON.parse(printed)
    expect(counts).toEqual({ read: 2, added: 1, changed: 0, unchanged: 0, duplicates: 0, rejected: 1 })
    expect(errors).toMatchObject([{ row: 3, column: 'Prison number', value: 'A12' }])
    expect(code).toBe(1) // a row was rejected
  }
  expect(JSON.parse(again.printed).counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  expect(missing.code).toBe(1)
  expect(missing.complained).toBe(
    'Refused (file.not-found). There is no such file, or it may not be read. Look at the path. Nothing was changed.\n',
  )
  expect([stranger.code, JSON.parse(stranger.printed)]).toEqual([1, { refused: 'agency.not-found' }])
}, 120_000)

test('what was brought in by the shell is saved by it, and restored into a new database and no other', async () => {
  const saved = await throughline('backup saved --json')
  const again = await throughline('backup saved')
  const restored = await throughline('restore saved --json', 'new')
  const over = await throughline('restore saved', 'new')
  const agencies = await throughline('agencies list', 'new')

  expect(saved.code).toBe(0)
  expect(again).toMatchObject({ code: 1, complained: expect.stringContaining('is there already') })
  expect(JSON.parse(restored.printed)).toMatchObject({ rows: JSON.parse(saved.printed).rows, faults: [] })
  expect(over).toMatchObject({ code: 1, complained: expect.stringContaining('is not empty') })
  expect(agencies.printed).toContain('Fernhall')
}, 120_000)

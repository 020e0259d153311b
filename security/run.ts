import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Bug, isQuick, wantedBugs } from './planted-bugs.ts'
import { type Standing, standUp } from './standing.ts'

// `npm run test:security`: the matrix on the program as it is, then with one mistake at a time: those of policies in a database
// that stands, the others (and those that it does not see) in a copy of the program. `-- WORDS` plants the mistakes that say
// these words, and runs no matrix. Each line begins with the minutes and seconds since the start.

const copied = ['src', 'database', 'security', 'demo', 'journeys', 'package.json', 'tsconfig.json', 'docs/reference']
const routesTest = 'security/routes.test.ts'
const quickTest = 'security/planted-sql.test.ts'
const began = Date.now()
const wanted = process.argv.slice(2).join(' ')
const bugs = wantedBugs(wanted)
const caught = new Set<string>()
const inCopies = bugs.filter((bug) => !isQuick(bug))
const inDatabase = bugs.filter(isQuick)

const matrix: Ran[] = []
let quick: Ran = { isGreen: true, printed: '' }
await Promise.all([firstLane(), ...(bugs.length > 1 ? [secondLane()] : [])])

if (!wanted) {
  const [cells, unexpected] = countsOf(matrix.map(({ printed }) => printed).join('\n'))
  console.log(`matrix: ${cells} cells, ${unexpected} unexpected`)
}
console.log(`planted: ${caught.size} of ${bugs.length} caught`)
const mayMiss = Math.floor(bugs.length / 20)
process.exitCode = [...matrix, quick].every(({ isGreen }) => isGreen) && bugs.length - caught.size <= mayMiss ? 0 : 1

/** The longest of the matrix, then what the other has left. */
async function firstLane(): Promise<void> {
  if (!wanted) await runMatrix([routesTest])
  await plantInLane(wanted !== '')
}

async function secondLane(): Promise<void> {
  if (!wanted) await runMatrix(['security/', '--exclude', routesTest, '--exclude', quickTest, '--maxWorkers', '1'])
  await plantInLane(wanted === '')
}

/** On the program as it is. */
async function runMatrix(tests: string[]): Promise<void> {
  const ran = await run('.', 'security/vitest.config.ts', tests)
  matrix.push(ran)
  process.stdout.write(ran.printed)
  tell('a part of the matrix is done')
}

/** One copy and one PostgreSQL, and bugs in them until there are no more. @param isForDatabase - whether those of the database are its. */
async function plantInLane(isForDatabase: boolean): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-planted-'))
  for (const path of copied) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  const standing = await standUp()
  try {
    if (isForDatabase && inDatabase.length > 0) await plantInDatabase(copy, standing)
    for (let bug = inCopies.shift(); bug; bug = inCopies.shift()) {
      const since = Date.now()
      const by = await catcherOf(bug, copy, standing)
      if (by) caught.add(bug.what)
      const after = `(${Math.round((Date.now() - since) / 1000)} s)`
      tell(by ? `caught  ${bug.what}: ${by} ${after}` : `MISSED  ${bug.what} ${after}`)
    }
  } finally {
    await standing.stop()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** All of the quick ones in one run; what it does not see goes to the copies. */
async function plantInDatabase(copy: string, standing: Standing): Promise<void> {
  const onLine = (line: string) => {
    const [, what] = /^caught {2}(.*?): .*$/.exec(line) ?? []
    if (what) caught.add(what)
    if (what || line.startsWith('unseen')) tell(line)
  }
  quick = await runPlanted(copy, standing, [quickTest, '--disable-console-intercept'], { PLANT: wanted }, onLine)
  if (!quick.isGreen) process.stdout.write(quick.printed)
  inCopies.push(...inDatabase.filter(({ what }) => !caught.has(what)))
}

/**
 * Plants a bug in the copy and takes it out again. A run that ends badly though no test failed (none was found, the database was not
 * made) has found nothing.
 *
 * @returns the test that found it.
 * @throws when the code it changes has moved.
 */
async function catcherOf({ what, file, find, put, by, as }: Bug, copy: string, standing: Standing) {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const planted = text.replace(find, put)
  if (planted === text) throw new Error(`"${what}" finds nothing to change in ${file}.`)
  writeFileSync(path, planted)
  try {
    for (const test of by ? [by] : ['security/tables.test.ts', routesTest]) {
      const { isGreen, printed } = await runPlanted(copy, standing, [test, '--bail', '1'], {
        STOP_AT_FIRST: 'yes',
        FIRST: as ?? '',
      })
      const failed = /^ FAIL {2}(.* > .*)$/m.exec(printed)?.[1]
      if (failed) return failed
      if (!isGreen) console.log(printed)
    }
    return undefined
  } finally {
    writeFileSync(path, text)
  }
}

function runPlanted(
  copy: string,
  standing: Standing,
  tests: string[],
  more: Record<string, string>,
  onLine?: OnLine,
): Promise<Ran> {
  return run(copy, 'security/planted.config.ts', tests, { ...more, STANDING: JSON.stringify(standing) }, onLine)
}

interface Ran {
  isGreen: boolean
  printed: string
}

type OnLine = (line: string) => void

async function run(
  folder: string,
  config: string,
  tests: string[],
  more: Record<string, string> = {},
  onLine: OnLine = () => {},
): Promise<Ran> {
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...tests], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [printed, line] = ['', '']
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
      const lines = (line + chunk).split('\n')
      line = lines.pop()!
      for (const each of lines) onLine(each)
    })
  }
  const status = await new Promise((resolve) => child.on('close', resolve))
  return { isGreen: status === 0, printed }
}

function tell(line: string): void {
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}  ${line}`)
}

/** All cells of the matrix together, and those that were not as they should be. */
function countsOf(printed: string): [cells: number, unexpected: number] {
  const all = [...printed.matchAll(/^(?:tables|routes): (\d+) cells, (\d+) unexpected$/gm)]
  return [
    all.reduce((sum, [, count]) => sum + Number(count), 0),
    all.reduce((sum, [, , count]) => sum + Number(count), 0),
  ]
}

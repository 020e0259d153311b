import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Bug, isQuick, wantedBugs } from './planted-bugs.ts'

// `npm run test:security`: the matrix on the program as it is, then with one mistake at a time: those of policies in a database
// that stands, the others (and those that it does not see) in a copy of the program. `-- WORDS` plants the mistakes that say
// these words, and runs no matrix.

const copied = ['src', 'database', 'security', 'demo', 'journeys', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'docs/reference'] // biome-ignore format: a list
const quickTest = 'security/planted-sql.test.ts'
const lanes = 2
const wanted = process.argv.slice(2).join(' ')
const bugs = wantedBugs(wanted)

const whole = wanted ? { isGreen: true, printed: '' } : await run('.', ['security/', '--exclude', quickTest])
process.stdout.write(whole.printed)

const quick = await run('.', [quickTest], { PLANT: wanted })
if (!quick.isGreen) process.stdout.write(quick.printed)
const caught = new Set<string>()
for (const [line, what] of quick.printed.matchAll(/^caught {2}(.*?): .*$/gm)) {
  caught.add(what!)
  console.log(line)
}
const left = bugs.filter((bug) => !isQuick(bug) || !caught.has(bug.what))
await Promise.all(Array.from({ length: lanes }, plantNext))

if (!wanted) {
  const [cells, unexpected] = countsOf(whole.printed)
  console.log(`matrix: ${cells} cells, ${unexpected} unexpected`)
}
console.log(`planted: ${caught.size} of ${bugs.length} caught`)
const mayMiss = Math.floor(bugs.length / 20)
process.exitCode = whole.isGreen && quick.isGreen && bugs.length - caught.size <= mayMiss ? 0 : 1

/** One copy, and bugs in it until there are no more. */
async function plantNext(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-planted-'))
  for (const path of copied) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  try {
    for (let bug = left.shift(); bug; bug = left.shift()) {
      const by = await catcherOf(bug, copy)
      if (by) caught.add(bug.what)
      console.log(by ? `caught  ${bug.what}: ${by}` : `MISSED  ${bug.what}`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Plants a bug in the copy and takes it out again. @returns the test that found it. @throws when the code it changes has moved. */
async function catcherOf({ what, file, find, put, by }: Bug, copy: string): Promise<string | undefined> {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const planted = text.replace(find, put)
  if (planted === text) throw new Error(`"${what}" finds nothing to change in ${file}.`)
  writeFileSync(path, planted)
  try {
    for (const test of by ? [by] : ['security/tables.test.ts', 'security/routes.test.ts']) {
      const { isGreen } = await run(copy, [test, '--bail', '1'], { STOP_AT_FIRST: 'yes' })
      if (!isGreen) return test
    }
    return undefined
  } finally {
    writeFileSync(path, text)
  }
}

async function run(folder: string, tests: string[], more: Record<string, string> = {}) {
  const config = tests[0]!.startsWith('src/') ? 'vitest.config.ts' : 'security/vitest.config.ts'
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...tests], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
  const status = await new Promise((resolve) => child.on('close', resolve))
  return { isGreen: status === 0, printed }
}

/** All cells of the matrix together, and those that were not as they should be. */
function countsOf(printed: string): [cells: number, unexpected: number] {
  const all = [...printed.matchAll(/^(?:tables|routes): (\d+) cells, (\d+) unexpected$/gm)]
  return [
    all.reduce((sum, [, count]) => sum + Number(count), 0),
    all.reduce((sum, [, , count]) => sum + Number(count), 0),
  ]
}

import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { laterBugs } from './later-bugs.ts'
import { type Bug, bugs as firstBugs } from './planted-bugs.ts'

// `npm run test:security`: the matrix on the program as it is, then on copies of it with one mistake at a time.
// `-- WORDS` plants the mistakes that say these words, and no other.

const copied = ['src', 'database', 'security', 'demo', 'journeys', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'docs/reference'] // biome-ignore format: a list
const lanes = 2
const wanted = process.argv.slice(2).join(' ')
const bugs = [...firstBugs, ...laterBugs].filter(({ what }) => what.includes(wanted))

const whole = await run('.', [])
process.stdout.write(whole.printed)
const missed: string[] = []
const left = [...bugs]
await Promise.all(Array.from({ length: lanes }, plantNext))

const [cells, unexpected] = countsOf(whole.printed)
console.log(`matrix: ${cells} cells, ${unexpected} unexpected`)
console.log(`planted: ${bugs.length - missed.length} of ${bugs.length} caught`)
const mayMiss = Math.floor(bugs.length / 20)
process.exitCode = whole.isGreen && missed.length <= mayMiss ? 0 : 1

/** One copy, and bugs in it until there are no more. */
async function plantNext(): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'throughline-planted-'))
  for (const path of copied) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  try {
    for (let bug = left.shift(); bug; bug = left.shift()) {
      const by = await catcherOf(bug, copy)
      if (!by) missed.push(bug.what)
      console.log(by ? `caught  ${bug.what} (${by})` : `MISSED  ${bug.what}`)
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
      const { isGreen } = await run(copy, [test, '--bail', '1'])
      if (!isGreen) return test
    }
    return undefined
  } finally {
    writeFileSync(path, text)
  }
}

async function run(folder: string, tests: string[]): Promise<{ isGreen: boolean; printed: string }> {
  const isOfCapability = tests[0]?.startsWith('src/')
  const config = isOfCapability ? 'vitest.config.ts' : 'security/vitest.config.ts'
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...tests], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', STOP_AT_FIRST: tests.length > 0 ? 'yes' : '' },
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

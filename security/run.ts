import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Bug, bugs } from './planted-bugs.ts'

// `npm run test:security`: the matrix on the program as it is, then on a copy of it with one mistake at a time.

const copied = ['src', 'database', 'security', 'demo', 'package.json', 'tsconfig.json', 'docs/reference']

const whole = runMatrix('.')
process.stdout.write(whole.printed)
const copy = mkdtempSync(join(tmpdir(), 'throughline-planted-'))
for (const path of copied) cpSync(path, join(copy, path), { recursive: true })
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))

const missed: string[] = []
for (const bug of bugs) {
  const isCaught = plant(bug)
  if (!isCaught) missed.push(bug.what)
  console.log(`${isCaught ? 'caught' : 'MISSED'}  ${bug.what}`)
}
rmSync(copy, { recursive: true, force: true })

const [cells, unexpected] = countsOf(whole.printed)
console.log(`matrix: ${cells} cells, ${unexpected} unexpected`)
console.log(`planted: ${bugs.length - missed.length} of ${bugs.length} caught`)
const mayMiss = Math.floor(bugs.length / 20)
process.exitCode = whole.isGreen && missed.length <= mayMiss ? 0 : 1

/** Plants a bug in the copy, runs the matrix there, and takes it out again. @throws when the code it changes has moved. */
function plant({ what, file, find, put }: Bug): boolean {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  const planted = text.replace(find, put)
  if (planted === text) throw new Error(`"${what}" finds nothing to change in ${file}.`)
  writeFileSync(path, planted)
  const { isGreen } = runMatrix(copy, ['--bail', '1'])
  writeFileSync(path, text)
  return !isGreen
}

function runMatrix(folder: string, more: string[] = []): { isGreen: boolean; printed: string } {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'security/vitest.config.ts', ...more]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { isGreen: status === 0, printed: `${stdout}${stderr}` }
}

/** All cells of the matrix together, and those that were not as they should be. */
function countsOf(printed: string): [cells: number, unexpected: number] {
  const all = [...printed.matchAll(/^(?:tables|routes): (\d+) cells, (\d+) unexpected$/gm)]
  return [
    all.reduce((sum, [, count]) => sum + Number(count), 0),
    all.reduce((sum, [, , count]) => sum + Number(count), 0),
  ]
}

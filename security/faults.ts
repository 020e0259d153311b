import { fullDisk } from './full-disk.ts'
import { killings } from './killings.ts'
import { movedClock } from './moved-clock.ts'
import { partnersAway } from './partners-away.ts'
import { slowness } from './slowness.ts'

// Breaks what the program stands on while it is written to, and counts what was lost. `-- --full` takes hours.

const isFull = process.argv.includes('--full')
const rounds = isFull ? { ofProgram: 200, ofDatabase: 50 } : { ofProgram: 16, ofDatabase: 8 }

const trials: [what: string, run: () => Promise<string[] | undefined>][] = [
  ['slow database, stalled database, pool exhausted, mail server away', slowness],
  ['disk full', fullDisk],
  ['clock moved by hours and by a day', movedClock],
  ['provider of sign-in and scanner away', partnersAway],
]
let wrong = 0
for (const [what, run] of trials) {
  const problems = await run()
  for (const problem of problems ?? []) process.stdout.write(`  ${problem}\n`)
  process.stdout.write(
    `${what}: ${problems ? `${problems.length} problems` : 'not tried, this machine does not let us'}\n`,
  )
  wrong += problems?.length ?? 0
}

const { lost, halves, written, slowestStart } = await killings(rounds)
process.stdout.write(
  `  ${written} writes acknowledged, ${halves} half applied, ready again within ${slowestStart} ms\n`,
)
process.stdout.write(
  `kills: ${rounds.ofProgram} app, ${rounds.ofDatabase} database, ${lost} acknowledged writes lost\n`,
)
const longestStart = 30_000 // milliseconds
process.exitCode = wrong + lost + halves > 0 || slowestStart > longestStart ? 1 : 0

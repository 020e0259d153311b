import { killings } from './killings.ts'
import { slowness } from './slowness.ts'

// Breaks what the program stands on while it is written to, and counts what was lost. `-- --full` takes hours.

const isFull = process.argv.includes('--full')
const rounds = isFull ? { ofProgram: 200, ofDatabase: 50 } : { ofProgram: 16, ofDatabase: 8 }

const problems = await slowness()
for (const problem of problems) process.stdout.write(`  ${problem}\n`)
process.stdout.write(`slow database, stalled database, pool exhausted, mail server away: ${problems.length} problems\n`)

const { lost, halves, written, slowestStart } = await killings(rounds)
process.stdout.write(
  `  ${written} writes acknowledged, ${halves} half applied, ready again within ${slowestStart} ms\n`,
)
process.stdout.write(
  `kills: ${rounds.ofProgram} app, ${rounds.ofDatabase} database, ${lost} acknowledged writes lost\n`,
)
const longestStart = 30_000 // milliseconds
process.exitCode = problems.length + lost + halves > 0 || slowestStart > longestStart ? 1 : 0

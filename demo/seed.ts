import { parseArgs } from 'node:util'
import { config } from '../src/platform/config.ts'
import { startProgram } from '../src/program.ts'
import { loadDemonstration } from './load.ts'
import { signInHints } from './sign-ins.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '300' } } })
const people = Number(values.people)
if (!Number.isInteger(people) || people < 1 || people > 1_000_000) {
  console.error('--people takes a whole number from 1 to 1000000.')
  process.exit(1)
}

const program = await startProgram({ ...config, DEMO: 'off' })
const start = performance.now()
const say = (line: string) => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${line}`)
try {
  const onProgress = people > 1_000 ? { onProgress: say } : {}
  const isLoaded = await loadDemonstration(program.found.owner, {
    people,
    today: program.database.clock.now(),
    ...onProgress,
  })
  if (isLoaded) {
    say(`${people} people are loaded.`)
    for (const line of await signInHints(program.database)) console.log(line)
  } else {
    console.error(
      'This database holds a partnership already. The demonstration loads into an empty one only; nothing was changed.',
    )
    process.exitCode = 1
  }
} finally {
  await program.stop()
}

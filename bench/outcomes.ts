import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { capability as outcomes } from '../src/outcomes/index.ts'
import { capability as reoffending } from '../src/reoffending/index.ts'

// How long the methods take on large files, reading included, and how much memory the process came to hold.
//   npm run bench:outcomes

const covariates = Array.from({ length: 10 }, (_, index) => `x${index}`)
const folder = await mkdtemp(join(tmpdir(), 'bench-outcomes-'))
try {
  await measure('Cox, 100,000 rows, 10 covariates', await aCohort(100_000), (file) => [
    'outcomes survival',
    { data: file, time: 'days', event: 'back', covariates: covariates.join() },
  ])
  await measure('Cox, 100,000 start-stop rows, 10 covariates', await aCohort(100_000), (file) => [
    'outcomes survival',
    { data: file, start: 'from', time: 'days', event: 'back', covariates: covariates.join() },
  ])
  await measure('radius match, 20,000 treated, 200,000 to compare with', await aComparison(20_000, 200_000), (file) => [
    'outcomes match',
    { data: file, treatment: 'treated', outcome: 'back', covariates: covariates.join() },
  ])
  const index = await write('index.csv', 'person,index_date', 100_000, (row) => [row, dayIn2023(row % 90)])
  await measure('proven reoffending, 100,000 people, 500,000 offences', await offences(500_000), (file) => [
    'outcomes proven',
    { index, offences: file, window: '2023-01-01..2023-03-31' },
  ])
} finally {
  await rm(folder, { recursive: true })
}

async function measure(what: string, file: string, call: (file: string) => [string, Record<string, string>]) {
  const [name, options] = call(file)
  const command = [...outcomes.fileCommands!, ...reoffending.fileCommands!].find((one) => one.name === name)!
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const exit = await command.run({
    args: [],
    flags: { ...options, json: true },
    print: () => {},
    fileAt: (path) => path,
  })
  if (exit !== 0) throw new Error(`${name} ended with ${exit}.`)
  const seconds = (performance.now() - begun) / 1000
  const { user, system } = process.cpuUsage(used)
  const megabytes = process.resourceUsage().maxRSS / 1024
  console.log(
    `${what}: ${seconds.toFixed(2)} s, of the processor ${((user + system) / 1e6).toFixed(2)} s; most memory so far ${megabytes.toFixed(0)} MB`,
  )
}

async function aCohort(people: number): Promise<string> {
  const random = seeded(7)
  return write('cohort.csv', `from,days,back,${covariates}`, people, () => {
    const x = covariates.map(() => random() * 2 - 1)
    const days = Math.ceil(-Math.log(random() || 1e-9) * 300 * Math.exp(-0.4 * x[0]! + 0.2 * x[1]!))
    const from = Math.floor(random() * Math.min(days, 365))
    return [from, Math.min(days, 365), Number(days <= 365), ...x.map((value) => value.toFixed(4))]
  })
}

async function aComparison(treated: number, others: number): Promise<string> {
  const random = seeded(11)
  return write('comparison.csv', `treated,back,${covariates}`, treated + others, (row) => {
    const shift = row < treated ? 0.15 : 0
    const x = covariates.map(() => random() * 2 - 1 + shift)
    return [Number(row < treated), Number(random() < 0.4 + 0.1 * x[0]!), ...x.map((value) => value.toFixed(4))]
  })
}

function dayIn2023(day: number): string {
  return new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)
}

function offences(count: number): Promise<string> {
  const random = seeded(13)
  return write('offences.csv', 'person,offence_date,outcome_type,outcome_date,offence_kind', count, (row) => {
    const day = Math.floor(random() * 500)
    return [row % 100_000, dayIn2023(day), random() < 0.7 ? 'conviction' : 'pending', dayIn2023(day + 40), 'theft']
  })
}

async function write(name: string, header: string, rows: number, line: (row: number) => (string | number)[]) {
  const path = join(folder, name)
  const file = createWriteStream(path)
  file.write(`${header}\n`)
  for (let row = 0; row < rows; row += 1) {
    if (!file.write(`${line(row).join()}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  return path
}

/** The same numbers from 0 to 1 every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

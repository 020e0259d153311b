import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Call, closeConnections, send } from './drive.ts'
import { quantile } from './measure.ts'
import { signIn } from './pages.ts'
import { openScratch, query } from './scratch.ts'
import { startOurs } from './servers/start.ts'

// Whether the time of an answer tells a record that is not shared from one that nothing has (T6).
//   npm run bench:not-found -- --people N --rounds N

const { values } = parseArgs({
  options: { people: { type: 'string', default: '2000' }, rounds: { type: 'string', default: '400' } },
})
const rounds = Number(values.rounds)
const most = 5 // milliseconds between the two, at the 95th percentile

const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(Number(values.people), say)
const server = await startOurs(scratch, [])
let worst = 0
try {
  const { headers, invisible } = await findStranger()
  say(`${invisible.length} cases that this reader has no business with`)
  const pages: Page[] = [
    { name: 'a case', pathOf: (id) => `/cases/${id}`, idOf: (at) => invisible[at % invisible.length]!['case']! },
    {
      name: 'its notes',
      pathOf: (id) => `/cases/${id}/notes`,
      idOf: (at) => invisible[at % invisible.length]!['case']!,
    },
    { name: 'a person', pathOf: (id) => `/people/${id}`, idOf: (at) => invisible[at % invisible.length]!['person']! },
    { name: 'a search', pathOf: (id) => `/people?q=${id}`, idOf: (at) => invisible[at % invisible.length]!['number']! },
  ]
  for (const page of pages) worst = Math.max(worst, await compare(page, headers))
  console.log(`the most that time tells: ${worst.toFixed(2)} ms at p95 (target ${most})`)
} finally {
  closeConnections()
  await server.stop()
  await scratch.close()
}
process.exitCode = worst <= most ? 0 : 1

/** One after the other in turn, so that what the machine does meanwhile falls on both. @returns the difference of their p95. */
async function compare({ name, pathOf, idOf }: Page, headers: Record<string, string>): Promise<number> {
  const took = { invisible: [] as number[], absent: [] as number[] }
  for (let at = 0; at < rounds; at += 1) {
    const absentId = name === 'a search' ? `Z${String(1000 + (at % 9000))}ZZ` : randomUUID()
    const calls = { invisible: pathOf(idOf(at)), absent: pathOf(absentId) }
    for (const kind of at % 2 ? (['invisible', 'absent'] as const) : (['absent', 'invisible'] as const)) {
      const ms = await timed({ method: 'GET', path: calls[kind], headers })
      if (at >= rounds / 10) took[kind].push(ms) // the first tenth warms
    }
  }
  const [hidden, absent] = [quantile(took.invisible, 0.95), quantile(took.absent, 0.95)]
  console.log(`${name}: not shared ${hidden.toFixed(2)} ms, nothing ${absent.toFixed(2)} ms at p95`)
  return Math.abs(hidden - absent)
}

async function timed(call: Call): Promise<number> {
  const began = performance.now()
  await send(server.port, call)
  return performance.now() - began
}

/** A worker of a prison, and people who are no business of theirs. */
async function findStranger() {
  const [account] = await query(
    scratch.freeUrl,
    `select id, agency_id from account where email = 'helen@fernhall.example'`,
  )
  const rows = await query(
    scratch.freeUrl,
    `select c.id as case, c.person_id as person, i.value as number
     from case_file c join person_identifier i on i.person_id = c.person_id and i.type = 'PRISON_NUMBER'
     where not exists (select from sight a where a.case_id = c.id and (a.audience_id in ($1, $2)
       or a.audience_id in (select team_id from team_member where account_id = $1))) limit 500`,
    [account!['id'], account!['agency_id']],
  )
  if (rows.length === 0) throw new Error('This reader sees everybody: take more people.')
  return { headers: { cookie: await signIn(server) }, invisible: rows }
}

interface Page {
  name: string
  pathOf(id: string): string
  idOf(at: number): string
}

import { parseArgs } from 'node:util'
import { closeConnections, send } from './drive.ts'
import { quantile } from './measure.ts'
import { openScratch, query } from './scratch.ts'
import { startOurs } from './servers/start.ts'
import { signInAs } from './workers.ts'

// How long a server takes for My day and the 12-week board: p95 under 50 ms at 100,000 people. As those get them who have the most people,
// of whoever has no more than one worker can have; the demonstration names a few of its workers on thousands.
//   npm run bench:first-pages -- --people 100000 --rounds 20

const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '20' } },
})
const rounds = Number(values.rounds)
const target = 50 // milliseconds
const mostPeople = 60
const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)

const scratch = await openScratch(Number(values.people), say)
await query(scratch.freeUrl, 'vacuum analyze') // nothing else does in this database
await query(scratch.freeUrl, 'checkpoint') // else what was loaded is written to disk beside the first pages
const server = await startOurs(scratch, [])
try {
  const busiest = await query(
    scratch.freeUrl,
    `select * from (select distinct on (y.kind, 'MANAGER' = any(a.roles)) a.id, a.name, y.kind, a.roles::text as roles, n.people
       from (select account_id, count(*)::int as people from case_party where until_on is null and account_id is not null
         group by 1 having count(*) <= ${mostPeople}) n
       join account a on a.id = n.account_id and a.disabled_at is null and not a.is_integration join agency y on y.id = a.agency_id
       order by y.kind, 'MANAGER' = any(a.roles), n.people desc) b
     union all select a.id, a.name, y.kind, a.roles::text, 0 from account a join agency y on y.id = a.agency_id
       where a.email in ('helen@fernhall.example', 'sarah@wexley-probation.example')`,
  )
  const cookies = await signInAs(
    scratch.freeUrl,
    busiest.map(({ id }) => id!),
  )
  const pages = { 'my day': '/', '12-week board': '/releases', '24-week board': '/releases' }
  for (const cookie of cookies) for (const path of new Set(Object.values(pages))) await times(path, cookie) // a server that has just begun is slow
  for (const [what, path] of Object.entries(pages)) {
    const weeks = what === '24-week board' ? 24 : 12 // the partnership's setting, for everybody
    await query(scratch.freeUrl, 'update partnership set release_window_in_days = $1', [weeks * 7])
    const all: number[] = []
    for (const [at, { name, kind, roles, people }] of busiest.entries()) {
      const took = await times(path, cookies[at]!)
      if (!took) continue
      all.push(...took)
      console.log(`${what}, ${kind} ${roles} ${name} (${people} people): ${shown(took)}`)
    }
    console.log(`${what}, all: ${shown(all)} (target ${target})`)
  }
} finally {
  closeConnections()
  await server.stop()
  await scratch.close()
}

/** One call after another, so that none waits for the next: what the server takes, and the way to it on one machine. */
async function times(path: string, cookie: string): Promise<number[] | undefined> {
  const took: number[] = []
  for (let round = -3; round < rounds; round += 1) {
    const asked = performance.now()
    const { status } = await send(server.port, { method: 'GET', path, headers: { cookie, 'accept-encoding': 'gzip' } })
    if (status !== 200) return undefined // somebody who has no such page
    if (round >= 0) took.push(performance.now() - asked) // the first three warm
  }
  return took
}

function shown(took: number[]): string {
  const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)]
  return `least ${Math.min(...took).toFixed(1)} ms, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
}

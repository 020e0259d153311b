import { parseArgs } from 'node:util'
import { capability as contracts } from '../src/contracts/index.ts'
import { capability as distance } from '../src/distance/index.ts'
import { recountRates } from '../src/links/queries/links.ts'
import { clock } from '../src/platform/clock.ts'
import { systemFor } from '../src/platform/jobs.ts'
import { log } from '../src/platform/log.ts'
import { openDatabase } from '../src/platform/open-database.ts'
import { capability as reoffending } from '../src/reoffending/index.ts'
import { capability as targets } from '../src/targets/index.ts'
import { fillContract } from './contract-rows.ts'
import { cpuOf, cpuOfPostgres } from './cpu.ts'
import { fillSurvey, fillTargets } from './dashboard-rows.ts'
import { closeConnections, send } from './drive.ts'
import { fillOffences, fillPeople, partsOf } from './evidence-rows.ts'
import { quantile } from './measure.ts'
import { signIn } from './pages.ts'
import { openScratch, query } from './scratch.ts'
import { startOurs } from './servers/start.ts'

// How long the pages of figures take, as the coordinator of a partnership with many people: 100 ms is the target.
//   npm run bench:dashboards -- --people 100000 --rounds 20

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    cases: { type: 'string', default: '2000' }, // with all that the demonstration holds, besides
    contract: { type: 'string', default: '20000' }, // people with whom the agency of one contract works
    rounds: { type: 'string', default: '20' },
  },
})
/** What the demonstration left to the worker, such as the search for records of one person, would run beside the pages and count as theirs. */
const laterJobs = `update graphile_worker._private_jobs set run_at = now() + interval '2 hours'`
const [people, rounds] = [Number(values.people), Number(values.rounds)]
const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(Number(values.cases), say)
const parts = await partsOf(scratch.freeUrl)
await fillPeople(scratch.freeUrl, people, parts)
const cohortId = await fillOffences(scratch.freeUrl, people, parts)
await fillSurvey(scratch.freeUrl, people, parts)
await fillTargets(scratch.freeUrl, parts)
const { contractId, reader } = await fillContract(scratch.freeUrl, Number(values.contract))
await query(scratch.freeUrl, 'vacuum analyze')
await runJobs()
await query(scratch.freeUrl, laterJobs)
const server = await startOurs(scratch, [])
try {
  const [survey] = await query(scratch.freeUrl, `select id from survey where audience = 'PERSON' and closed_at is null`)
  const [target] = await query(scratch.freeUrl, 'select id from target order by id limit 1')
  const ofContract = await signIn(server, reader)
  const headers = { cookie: await signIn(server, 'marian@wexley-council.example'), 'accept-encoding': 'gzip' }
  for (const path of [
    '/targets',
    target && `/targets/${target['id']}`,
    '/surveys',
    survey && `/surveys/${survey['id']}`,
    '/distance',
    '/reoffending',
    '/results',
    '/links',
    '/links/rates',
    '/evaluations',
    '/mechanisms',
    '/evidence/pack',
  ]) {
    if (path) await measure(path, headers)
  }
  await measure(`/contracts/${contractId}`, { ...headers, cookie: ofContract })
  // A cohort is read by somebody of the agency that keeps it; others find none.
  const [keeper] = await query(
    scratch.freeUrl,
    `select a.email from cohort c join account a on a.agency_id = c.agency_id where c.id = $1 and a.email like '%.example'
     and a.roles && '{MANAGER,WORKER}' order by a.roles && '{MANAGER}' desc, a.email limit 1`,
    [cohortId],
  )
  const cookie = await signIn(server, String(keeper!['email']))
  await measure(`/reoffending/cohorts/${cohortId}`, { ...headers, cookie })
  await measure('/evidence/pack', { ...headers, cookie })
} finally {
  closeConnections()
  await server.stop()
  await scratch.close()
}

async function measure(path: string, headers: Record<string, string>): Promise<void> {
  const took: number[] = []
  let used = 0
  for (let round = 0; round < rounds; round += 1) {
    const asked = performance.now()
    const { status } = await send(server.port, { method: 'GET', path, headers })
    if (status !== 200) return console.log(`${path} answered ${status}`)
    took.push(performance.now() - asked)
    if (round === 0) used = cpuOf(server.pid) + cpuOfPostgres(scratch.postmasterPid)
  }
  const warm = took.slice(1)
  const cpuMs = (cpuOf(server.pid) + cpuOfPostgres(scratch.postmasterPid) - used) / warm.length
  const [p50, p95] = [quantile(warm, 0.5), quantile(warm, 0.95)]
  console.log(
    `${path.replace(/[0-9a-f-]{36}/, 'one')}: first ${took[0]!.toFixed(0)} ms, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, of the processors ${cpuMs.toFixed(0)} ms`,
  )
}

/** What the worker does before the pages have anything to show. */
async function runJobs(): Promise<void> {
  const { app, person, family, identityKey } = scratch.found
  const database = openDatabase(app, { identityKey, clock, max: 2, personUrl: person, familyUrl: family })
  const system = systemFor('00000000-0000-0000-0000-000000000000')
  const jobs = { ...targets.jobs, ...distance.jobs, ...reoffending.jobs, ...contracts.jobs }
  for (const name of ['recount-targets', 'recount-distance', 'count-cohorts', 'count-contracts']) {
    const [begun, used] = [performance.now(), cpuOfPostgres(scratch.postmasterPid)]
    await jobs[name]!({ database, actor: system, actingFor: systemFor, log }, {})
    const cpuSeconds = (cpuOfPostgres(scratch.postmasterPid) - used) / 1000
    console.log(
      `${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s, of PostgreSQL's processors ${cpuSeconds.toFixed(1)} s`,
    )
  }
  await database.change(system, async (change) => {
    const begun = performance.now()
    await recountRates(change) // a part of find-links, which takes minutes
    change.record({ name: 'link.found', subjectId: system.userId, fieldGroup: 'administration' })
    console.log(`rates by group: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  })
  await database.close()
}

import { parseArgs } from 'node:util'
import { closeConnections, send } from './drive.ts'
import { quantile } from './measure.ts'
import { signIn } from './pages.ts'
import { openScratch, query } from './scratch.ts'
import { startOurs } from './servers/start.ts'

// How long the pages of figures take, as the coordinator of a partnership with many people: 100 ms is the target.
//   npm run bench:dashboards -- --people 100000 --rounds 20

const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '20' } },
})
const [people, rounds] = [Number(values.people), Number(values.rounds)]
const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(people, say)
await fillSurvey()
const server = await startOurs(scratch, [])
try {
  const [survey] = await query(scratch.freeUrl, 'select id from survey order by made_at limit 1')
  const [target] = await query(scratch.freeUrl, 'select id from target order by id limit 1')
  const [cohort] = await query(scratch.freeUrl, 'select id from cohort order by made_at limit 1')
  const headers = { cookie: await signIn(server, 'marian@wexley-council.example'), 'accept-encoding': 'gzip' }
  for (const path of [
    '/targets',
    target && `/targets/${target['id']}`,
    '/surveys',
    survey && `/surveys/${survey['id']}`,
    '/distance',
    '/reoffending',
    cohort && `/reoffending/${cohort['id']}`,
    '/results',
    '/links',
    '/links/rates',
  ]) {
    if (path) await measure(path, headers)
  }
} finally {
  closeConnections()
  await server.stop()
  await scratch.close()
}

async function measure(path: string, headers: Record<string, string>): Promise<void> {
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const asked = performance.now()
    const { status } = await send(server.port, { method: 'GET', path, headers })
    if (status !== 200) return console.log(`${path} answered ${status}`)
    took.push(performance.now() - asked)
  }
  const warm = took.slice(1)
  const [p50, p95] = [quantile(warm, 0.5), quantile(warm, 0.95)]
  console.log(
    `${path.replace(/[0-9a-f-]{36}/, 'one')}: first ${took[0]!.toFixed(0)} ms, p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
  )
}

/** As many replies as there are people, over two years and all agencies. */
async function fillSurvey(): Promise<void> {
  await query(
    scratch.freeUrl,
    `insert into survey_reply (survey_id, version, month, agency_id, way, answers)
     select v.survey_id, v.version, date_trunc('month', current_date - (n % 730)::int)::date, a.ids[1 + n % cardinality(a.ids)], 'DOOR',
       (select jsonb_object_agg(i ->> 'key', (array['YES', 'YES', 'NO', 'UNSURE'])[1 + (n * 31 + p * 17 + n / 7) % 4])
         from jsonb_array_elements(v.items) with ordinality as x(i, p))
     from (select * from survey_version order by made_at limit 1) v, (select array_agg(id) as ids from agency) a, generate_series(1, $1::int) n`,
    [people],
  )
}

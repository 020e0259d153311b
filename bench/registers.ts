import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { cpuOf, cpuOfPostgres } from './cpu.ts'
import { closeConnections, send } from './drive.ts'
import { quantile } from './measure.ts'
import { signIn } from './pages.ts'
import { openScratch, query } from './scratch.ts'
import { startOurs } from './servers/start.ts'

// What it costs to keep the register of a group of thirty in one request, CPU of Node and PostgreSQL together: under 20 ms.
//   npm run bench:registers -- --calls 100 --rounds 5

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '100' }, rounds: { type: 'string', default: '5' } },
})
const [calls, rounds] = [Number(values.calls), Number(values.rounds)]
const most = 20 // milliseconds
const inGroup = 30

const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(300, say)
const server = await startOurs(scratch)
try {
  const session = await aGroupOfThirty()
  const cookie = await signIn(server, 'joe@riverside.example')
  await keep(session, cookie) // warm
  const costs: { node: number; postgres: number }[] = []
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [node, postgres] = [cpuOf(server.pid), cpuOfPostgres(scratch.postmasterPid)]
    took.push(...(await keep(session, cookie)))
    costs.push({
      node: (cpuOf(server.pid) - node) / calls,
      postgres: (cpuOfPostgres(scratch.postmasterPid) - postgres) / calls,
    })
  }
  const [node, postgres] = [quantile(costs.map((cost) => cost.node), 0.5), quantile(costs.map((cost) => cost.postgres), 0.5)] // biome-ignore format: one line
  const cpu = node + postgres
  console.log(
    `a register of ${inGroup}: ${cpu.toFixed(1)} ms CPU (Node ${node.toFixed(1)}, PostgreSQL ${postgres.toFixed(1)}), p50 ${quantile(took, 0.5).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms (target ${most} ms CPU)`,
  )
  process.exitCode = cpu <= most ? 0 : 1
} finally {
  closeConnections()
  await server.stop()
  await scratch.close()
}

interface Session {
  id: string
  placeIds: string[]
}

/** The first session of a group of Joe's, filled up to thirty people. */
async function aGroupOfThirty(): Promise<Session> {
  const [course] = await query(
    scratch.freeUrl,
    `select c.id, (select s.id from course_session s where s.course_id = c.id order by s.starts_at limit 1) as session from course c
     join account a on a.id = c.made_by and a.email = 'joe@riverside.example' where c.confirmed_at is not null and c.ended_at is null order by c.starts_on limit 1`,
  )
  await query(
    scratch.freeUrl,
    `insert into course_place (course_id, case_id, person_id, waits_since, enrolled_at, made_by, owner_agency_id)
     select c.id, s.case_id, s.person_id, c.starts_on, c.confirmed_at, c.made_by, c.agency_id from course c, case_summary s
     where c.id = $1 and s.is_open and s.died_on is null and not exists (select from course_place p where p.person_id = s.person_id)
     order by not exists (select from case_party t where t.case_id = s.case_id and t.agency_id = c.agency_id), s.case_id
     limit ${inGroup} - (select count(*) from course_place p where p.course_id = $1 and p.enrolled_at is not null and p.left_at is null)`,
    [course!['id']],
  )
  const places = await query(
    scratch.freeUrl,
    `select id from course_place where course_id = $1 and enrolled_at is not null and left_at is null`,
    [course!['id']],
  )
  if (places.length !== inGroup) throw new Error(`The group has ${places.length} people.`)
  return { id: course!['session']!, placeIds: places.map(({ id }) => id!) }
}

/** Keeps it as often as a round has calls, one after the other; each says something else of somebody. */
async function keep({ id, placeIds }: Session, cookie: string): Promise<number[]> {
  const took: number[] = []
  for (let call = 0; call < calls; call += 1) {
    const form = new URLSearchParams({
      formId: randomUUID(),
      seen: new Date().toISOString(),
      rest: 'ATTENDED',
      note: '',
    })
    for (const [index, placeId] of placeIds.entries()) {
      form.set(`place-${placeId}`, '1')
      if (index % 7 === call % 7) form.set(`mark-${placeId}`, 'ABSENT_ACCEPTABLE')
      form.set(`why-${placeId}`, index % 7 === call % 7 ? 'Visit' : '')
    }
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const began = performance.now()
    const { status, body } = await send(server.port, { method: 'POST', path: `/course-sessions/${id}/register`, headers, body: form.toString() }) // biome-ignore format: one line
    if (status !== 303) throw new Error(`The register answered ${status}: ${body.toString().slice(0, 300)}`)
    took.push(performance.now() - began)
  }
  return took
}

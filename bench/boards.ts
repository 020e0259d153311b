import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { cpuOf, cpuOfPostgres } from './cpu.ts'
import { closeConnections, send } from './drive.ts'
import { quantile } from './measure.ts'
import { signIn } from './pages.ts'
import { openScratch, query, untilSettled } from './scratch.ts'
import { startOurs } from './servers/start.ts'
import { signInMany } from './workers.ts'

// How long it takes until every open board of a hub heard of a change, and until each shows it. Each is open before another worker.
//   npm run bench:boards -- --boards 200 --rounds 10

const { values } = parseArgs({
  options: { boards: { type: 'string', default: '200' }, rounds: { type: 'string', default: '10' } },
})
const [boards, rounds] = [Number(values.boards), Number(values.rounds)]
const gatherInMs = 50 // as src/platform/web/scripts/live.ts waits
const restInMs = 3_500
const bytesInMegabyte = 1_048_576

const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(300, say)
const server = await startOurs(scratch, [])
const streams = new Agent({ keepAlive: true, maxSockets: boards + 1 })
try {
  await untilSettled(scratch)
  const [hub] = await query(scratch.found.owner, `select id from hub where name = 'B wing hub'`)
  const headers = { cookie: await signIn(server), 'accept-encoding': 'gzip' }
  const memoryBefore = residentOf(server.pid)
  const took = { heard: [] as number[], fetched: [] as number[], shown: [] as number[] }
  let changedAt = 0
  for (const cookie of await signInMany(scratch.freeUrl, hub!['id']!, boards)) {
    const own = { ...headers, cookie }
    await open(`/hubs/${hub!['id']}/live`, own, async () => {
      if (changedAt === 0) return // what may have been missed before the first board listened
      took.heard.push(performance.now() - changedAt)
      await sleep(gatherInMs)
      const asked = performance.now()
      const headers = { ...own, 'sec-fetch-dest': 'empty' } // as a browser says of what a page fetches
      const { status } = await send(server.port, { method: 'GET', path: `/hubs/${hub!['id']}/part`, headers })
      if (status !== 200) throw new Error(`The board answered ${status}.`)
      took.fetched.push(performance.now() - asked)
      took.shown.push(performance.now() - changedAt)
    })
  }
  say(`${boards} boards are open`)
  const memoryAfter = residentOf(server.pid)
  const [node, postgres] = [cpuOf(server.pid), cpuOfPostgres(scratch.postmasterPid)]
  for (let round = 0; round < rounds; round += 1) {
    const origin = `http://127.0.0.1:${server.port}`
    const body = new URLSearchParams({ isIn: round % 2 ? 'no' : 'yes' }).toString()
    const form = { ...headers, origin, 'content-type': 'application/x-www-form-urlencoded' }
    changedAt = performance.now()
    const { status } = await send(server.port, {
      method: 'POST',
      path: `/hubs/${hub!['id']}/presence`,
      headers: form,
      body,
    })
    if (status !== 303) throw new Error(`The change answered ${status}.`)
    await sleep(restInMs)
  }
  await sleep(restInMs)
  for (const [what, times] of Object.entries(took)) {
    const [p50, p95, most] = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)]
    console.log(
      `${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, most ${most.toFixed(0)} ms (${times.length})`,
    )
  }
  const of = (used: number) => `${(used / took.shown.length).toFixed(1)} ms`
  const [usedByNode, usedByPostgres] = [cpuOf(server.pid) - node, cpuOfPostgres(scratch.postmasterPid) - postgres]
  console.log(
    `CPU of a board that hears, asks and is answered: Node ${of(usedByNode)}, PostgreSQL ${of(usedByPostgres)}`,
  )
  console.log(
    `memory: ${memoryBefore} MB before, ${memoryAfter} MB with ${boards} boards, ${residentOf(server.pid)} MB at the end`,
  )
} finally {
  streams.destroy()
  closeConnections()
  await server.stop()
  await scratch.close()
}

/** One board's stream of words that something changed. */
function open(path: string, headers: Record<string, string>, hear: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent: streams, host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`The stream answered ${response.statusCode}.`))
      response.on('data', (piece: Buffer) => {
        if (piece.includes('data: changed')) hear().catch((error) => say(String(error)))
      })
      response.on('error', () => {})
      resolve()
    })
    asked.on('error', reject)
    asked.end()
  })
}

function residentOf(pid: number): number {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round((Number(found?.[1] ?? 0) * 1024) / bytesInMegabyte)
}

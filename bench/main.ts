import { writeFileSync } from 'node:fs'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { memoryOf } from './cpu.ts'
import { measureDrawing } from './drawing.ts'
import { closeConnections, drive, send } from './drive.ts'
import { measureImports } from './import-work.ts'
import { type Cost, measure, summed } from './measure.ts'
import { measurePages } from './pages.ts'
import { printPages, printWorks } from './report.ts'
import { openScratch, type Scratch, untilSettled } from './scratch.ts'
import { makePoliciesLogin } from './servers/policies.ts'
import { type Server, startBare, startOurs } from './servers/start.ts'
import { type Work, works } from './works.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '10000' },
    json: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    profile: { type: 'string' }, // a folder: our server then writes a CPU profile there when it ends
  },
})
const people = Number(values.people)
if (!Number.isInteger(people) || people < 100) throw new Error('--people takes a whole number from 100.')
const wanted = (name: string) => !values.only || values.only.split(',').includes(name)

const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(people, say)
const servers: Server[] = []
try {
  const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  const ours = await startOurs(scratch, profile)
  servers.push(ours)
  servers.push(await startBare(scratch, 'where'))
  servers.push(await startBare(scratch, 'rls', await makePoliciesLogin(scratch)))
  await untilSettled(scratch)
  const idleMb = memoryOf(ours.pid)
  say('the servers answer')

  const costs: Record<string, Record<string, Cost>> = {}
  for (const work of works.filter(({ name }) => wanted(name))) {
    costs[work.name] = await measureWork(work, scratch)
    say(`${work.name} ${work.what}`)
  }
  const loadedMb = memoryOf(ours.pid)
  const pages = wanted('pages') ? [...(await measurePages(ours, scratch)), measureDrawing()] : []
  const imports = wanted('W6') ? await measureImports(scratch) : undefined
  const memory = { idleMb, loadedMb, afterPagesMb: memoryOf(ours.pid) }

  printWorks(people, works, costs, imports)
  printPages(pages, memory)
  const all = { people, works: { ...costs, ...(imports && { W6: imports }) }, pages, memory }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(all, null, 2)}\n`)
} finally {
  closeConnections()
  for (const server of servers) await server.stop()
  await scratch.close()
}

/** Rounds in turn, A B C A B C, so that what else the machine does hits all alike. */
async function measureWork(work: Work, on: Scratch): Promise<Record<string, Cost>> {
  const callsFrom = (first: number) =>
    Array.from({ length: work.count }, (_, at) => {
      const call = work.callOf(on, first + at)
      return { ...call, headers: { authorization: `Bearer ${on.token}`, ...call.headers } }
    })
  await compare(work, callsFrom(0)[0]!)
  for (const server of servers) await drive(server.port, callsFrom(0))

  const rounds = new Map<string, Awaited<ReturnType<typeof measure>>[]>(servers.map(({ name }) => [name, []]))
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const server of servers) {
      rounds.get(server.name)!.push(await measure(server, on.postmasterPid, callsFrom(round * work.count)))
    }
  }
  return Object.fromEntries([...rounds].map(([name, each]) => [name, summed(each)]))
}

/** Servers that do not answer alike are not doing the same work. */
async function compare({ name }: Work, call: Parameters<typeof send>[1]): Promise<void> {
  if (call.method === 'POST') return
  const [ours, ...others] = await Promise.all(
    servers.map(async (server) => ({ server: server.name, said: await send(server.port, call) })),
  )
  const read = (body: Buffer) => JSON.parse(body.toString())
  for (const other of others) {
    if (!isDeepStrictEqual(read(other.said.body), read(ours!.said.body))) {
      console.error(`${name}: ${other.server} answers otherwise than ours does.`)
    }
  }
}

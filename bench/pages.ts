import { cpuOf, cpuOfPostgres } from './cpu.ts'
import { type Call, drive, send } from './drive.ts'
import { quantile } from './measure.ts'
import type { Scratch } from './scratch.ts'
import type { Server } from './servers/start.ts'

export interface PageCost {
  name: string
  /** CPU of Node and PostgreSQL together, compression included. */
  cpuMs: number
  nodeMs: number
  postgresMs: number
  /** As sent, compressed. */
  bytes: number
}

const rounds = 3
const callsInRound = 100

/** The pages that people look at most, as somebody who signed in gets them. */
export async function measurePages(server: Server, { postmasterPid, caseIds }: Scratch): Promise<PageCost[]> {
  const cookie = await signIn(server)
  const headers = { cookie, 'accept-encoding': 'gzip' }
  const pages: { name: string; pathOf(at: number): string }[] = [
    { name: 'caseload', pathOf: () => '/caseload' },
    { name: '12-week list', pathOf: () => '/releases' },
    { name: 'case', pathOf: (at) => `/cases/${caseIds[at % caseIds.length]}` },
  ]
  const costs: PageCost[] = []
  for (const { name, pathOf } of pages) {
    const calls: Call[] = Array.from({ length: callsInRound }, (_, at) => ({
      method: 'GET',
      path: pathOf(at),
      headers,
    }))
    const { status, body } = await send(server.port, calls[0]!)
    if (status !== 200) {
      console.error(`The page ${calls[0]!.path} answered ${status}: left out.`)
      continue
    }
    await drive(server.port, calls) // warm
    const nodes: number[] = []
    const databases: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const [node, postgres] = [cpuOf(server.pid), cpuOfPostgres(postmasterPid)]
      await drive(server.port, calls)
      nodes.push((cpuOf(server.pid) - node) / callsInRound)
      databases.push((cpuOfPostgres(postmasterPid) - postgres) / callsInRound)
    }
    const [nodeMs, postgresMs] = [quantile(nodes, 0.5), quantile(databases, 0.5)]
    costs.push({ name, cpuMs: nodeMs + postgresMs, nodeMs, postgresMs, bytes: body.length })
  }
  return costs
}

/** As Helen of HMP Fernhall, unless it says otherwise. */
export async function signIn({ port }: Server, email = 'helen@fernhall.example'): Promise<string> {
  const origin = `http://127.0.0.1:${port}`
  const body = new URLSearchParams({ email, password: 'through-the-gate' })
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin } })
  const cookie = answer.headers.getSetCookie().find((each) => each.includes('session='))
  if (!cookie) throw new Error(`Could not sign in to the bench's server: ${answer.status}.`)
  return cookie.split(';')[0]!
}

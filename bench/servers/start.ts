import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import manifest from '../../package.json' with { type: 'json' }
import { send } from '../drive.ts'
import type { Scratch } from '../scratch.ts'
import type { Rule } from './bare.ts'

/** A server in a process of its own. */
export interface Server {
  name: 'ours' | 'bare' | 'rls'
  port: number
  pid: number
  stop(): Promise<void>
}

const patience = 60_000 // milliseconds: the first start of ours builds the styles

/** Our own program, web and worker, as `npm start` runs it. */
export async function startOurs({ environment }: Scratch, options: string[] = []): Promise<Server> {
  const port = await freePort()
  const [, ...args] = manifest.scripts.start.split(' ')
  return start('ours', port, '/health/live', [...options, ...args], {
    ...environment,
    PORT: String(port),
    HOST: '127.0.0.1',
  })
}

/** Fastify and pg, and nothing more. */
export async function startBare({ freeUrl, reader }: Scratch, rule: Rule, url: string = freeUrl): Promise<Server> {
  const port = await freePort()
  const settings = JSON.stringify({ port, url, rule, reader })
  return start(rule === 'rls' ? 'rls' : 'bare', port, '/live', ['bench/servers/bare.ts', settings], {})
}

async function start(
  name: Server['name'],
  port: number,
  health: string,
  args: string[],
  environment: Record<string, string>,
): Promise<Server> {
  const child = spawn(process.execPath, args, {
    env: { PATH: '/usr/bin:/bin', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (const deadline = performance.now() + patience; !(await isLive(port, health)); await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode} before it answered.`)
    if (performance.now() > deadline) throw new Error(`${name} does not answer on port ${port}.`)
  }
  return { name, port, pid: child.pid!, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await ended
  clearTimeout(timer)
}

const isLive = (port: number, path: string): Promise<boolean> =>
  send(port, { method: 'GET', path }).then(
    ({ status }) => status === 200,
    () => false,
  )

async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The program as a user runs it: a process of its own, on a folder of its own. */
export interface RunningSite {
  readonly address: string
  readonly process: ChildProcess
  /** What it printed so far. */
  printed(): string
  /** Waits until it answers that it is ready. @returns milliseconds waited */
  ready(): Promise<number>
  /** The first process of its embedded PostgreSQL. */
  postmasterPid(): number
  stop(signal?: NodeJS.Signals): Promise<void>
}

const longestStart = 180_000 // milliseconds: a busy machine takes one minute

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** @param environment - settings, such as DATA_DIR and DEMO; nothing else of this process's own settings is handed on. */
export function startSite(port: number, environment: Record<string, string>): RunningSite {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', './src/platform/tsx-hook.ts', 'src/main.ts'], {
    cwd: resolve('.'),
    env: { PATH, HOME, PORT: String(port), LOG_LEVEL: 'fatal', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const address = `http://127.0.0.1:${port}`
  const isRunning = () => child.exitCode === null && child.signalCode === null

  return {
    address,
    process: child,
    printed: () => text,
    postmasterPid: () =>
      Number.parseInt(readFileSync(`${environment['DATA_DIR']}/postgres/postmaster.pid`, 'utf8'), 10),
    async ready() {
      const began = performance.now()
      while (performance.now() - began < longestStart) {
        if (!isRunning()) throw new Error(`The site ended by itself:\n${text}`)
        const answer = await fetch(`${address}/health/ready`).catch(() => undefined)
        if (answer?.ok) return performance.now() - began
        await sleep(50)
      }
      throw new Error(`The site was not ready in three minutes:\n${text}`)
    },
    async stop(signal = 'SIGTERM') {
      if (!isRunning()) return
      child.kill(signal)
      await once(child, 'exit')
    },
  }
}

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MethodName, Question } from './methods.ts'

/** What has to be mended, in the words of the command: English. */
export interface FileTrouble {
  message: string
  row?: number
  column?: string
}

export type Reckoned = { answer: Record<string, unknown> } | { problem: FileTrouble } | { stopped: true }

const longest = 5 * 60_000
const mostOutput = 256 * 1024 * 1024
const mostMemoryInMegabytes = 1024

/**
 * Asks a method about a file, in a process of its own that knows nothing of the site: no settings, no database.
 *
 * @returns the JSON of the command, what the analyst has to mend (too long and too large too), or that it was stopped.
 */
export async function reckon(
  method: MethodName,
  file: Uint8Array,
  question: Question,
  signal?: AbortSignal,
): Promise<Reckoned> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-analysis-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, file, { mode: 0o600 })
    return await run([method, path, JSON.stringify(question)], signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(args: string[], signal: AbortSignal | undefined): Promise<Reckoned> {
  const program = [
    `--max-old-space-size=${mostMemoryInMegabytes}`,
    '--import',
    './src/platform/tsx-hook.ts',
    'src/evidence/analyses/reckon-child.ts',
    ...args,
  ]
  const limits = { env: {}, timeout: longest, maxBuffer: mostOutput, killSignal: 'SIGKILL', signal } as const
  return new Promise((resolve, reject) => {
    execFile(process.execPath, program, limits, (error, stdout, stderr) => {
      if (signal?.aborted) return resolve({ stopped: true })
      const said = parsed(stdout)
      if (said && 'problem' in said) return resolve({ problem: said['problem'] as FileTrouble })
      if (!error && said) return resolve({ answer: said })
      if (error?.killed || /heap out of memory/.test(stderr)) return resolve({ problem: tooMuch })
      reject(new Error(`the method ended without an answer: ${stderr.slice(-500)}`))
    })
  })
}

const tooMuch: FileTrouble = {
  message: 'This takes too long or too much memory here. Use fewer columns, or run the command on your own machine.',
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return undefined
  }
}

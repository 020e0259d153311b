import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Actor, Database } from './database.ts'
import type { Jobs } from './jobs.ts'

/** What a capability brings to the program. Its door exports one, named `capability`; a folder is all it takes to join. */
export interface Capability {
  /** Pages and the public API. */
  routes?: (app: FastifyInstance) => Promise<void>
  jobs?: Jobs
  /** Lines of graphile-worker's crontab. */
  crontab?: string[]
  commands?: Command[]
  /** Commands of `throughline` that read files alone: no database is started for them. */
  fileCommands?: FileCommand[]
  /** Run once at every start, after the database stands; must bear being run again. */
  prepare?: (database: Database, system: Actor) => Promise<void>
  /** Run when the site stops, while the database still stands. */
  atStop?: (database: Database) => Promise<void>
}

/** How a command is called and what its help says, in English as all of the command. */
export interface CommandWords {
  /** The words that call it: `import people`. */
  name: string
  /** What follows the words, for the help. */
  usage: string
  summary: string
  /** Lines that `--help` adds: each option, the columns it reads, what it prints. */
  details?: string[]
  /** Flags of its own that take no value: `log` for `--log`. */
  switches?: string[]
}

/** One command of `throughline` on the database, such as `import people FILE`. */
export interface Command extends CommandWords {
  /** What its refusals mean and what to do, by their code. */
  refusals?: Record<string, string>
  run(context: CommandContext): Promise<number>
}

/** One command of `throughline` on files alone, such as `outcomes survival --data FILE`. Returns 0 done, 1 failed, 2 not understood. */
export interface FileCommand extends CommandWords {
  run(
    context: Pick<CommandContext, 'args' | 'flags' | 'print'> & {
      /** The absolute path of a file as its name was given, from where the command was called. */
      fileAt(name: string): string
    },
  ): Promise<number>
}

export interface CommandContext {
  /** What follows the command's words, flags left out. */
  args: string[]
  /** `--agency LPI` as {agency: 'LPI'}, `--json` as {json: true}. */
  flags: Record<string, string | true>
  database: Database
  /** Acts for an agency by its code, in the name of the system. @throws Refusal `agency.not-found` */
  actingFor(agencyCode: string): Promise<Actor>
  print(line: string): void
}

/** Every capability of the house, by folder name. */
export async function loadCapabilities(): Promise<Map<string, Capability>> {
  const doors = globSync('src/*/index.ts').sort()
  const found = new Map<string, Capability>()
  for (const door of doors) {
    const module = (await import(resolve(door))) as { capability?: Capability }
    if (module.capability) found.set(door.split('/')[1]!, module.capability)
  }
  return found
}

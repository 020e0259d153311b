import { type Capability, loadCapabilities } from './platform/capability.ts'
import { clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { type FoundDatabase, findDatabase } from './platform/find-database.ts'
import { startWorker, systemFor, type Worker } from './platform/jobs.ts'
import { log } from './platform/log.ts'
import { openDatabase } from './platform/open-database.ts'

/** What web, worker and command have in common: a database that stands, at its present schema. */
export interface Program {
  config: Config
  database: Database
  found: FoundDatabase
  stop(): Promise<void>
}

/** Starts or finds the database and migrates it. */
export async function startProgram(config: Config): Promise<Program> {
  const found = await findDatabase(config)
  const database = openDatabase(found.app, {
    identityKey: found.identityKey,
    clock,
    readUrl: found.readonly,
    personUrl: found.person,
    familyUrl: found.family,
    mentorUrl: found.mentor,
    auditorUrl: found.auditor,
  })
  await prepareCapabilities(database)
  return {
    config,
    database,
    found,
    async stop() {
      await database.close()
      await found.stop()
    },
  }
}

/**
 * Loads the demonstration where the settings ask for it, into an empty database and no other.
 *
 * @returns lines for the terminal: the demonstration's sign-ins, or where to set up.
 */
export async function welcome({ config, database, found }: Program): Promise<string[]> {
  const wantsDemonstration = (config.DEMO ?? (found.isEmbedded ? 'on' : 'off')) === 'on'
  if (wantsDemonstration && found.owner) {
    const { loadDemonstration } = await import('../demo/load.ts')
    await loadDemonstration(found.owner, { people: 300, today: database.clock.now() })
  }
  const { signInHints } = await import('../demo/sign-ins.ts')
  return signInHints(database)
}

const nobody = '00000000-0000-0000-0000-000000000000'

async function prepareCapabilities(database: Database): Promise<void> {
  for (const { prepare } of (await loadCapabilities()).values()) await prepare?.(database, systemFor(nobody))
}

/** The worker of every capability's jobs, and of what the clock starts. */
export function startJobs({ found, database }: Program, capabilities: Map<string, Capability>): Promise<Worker> {
  const all = [...capabilities.values()]
  const jobs = Object.assign({}, ...all.map((capability) => capability.jobs ?? {}))
  const crontab = all.flatMap((capability) => capability.crontab ?? []).join('\n')
  return startWorker(found.worker, { database, jobs, crontab, log })
}

import { Logger, run } from 'graphile-worker'
import { z } from 'zod'
import { openPool } from './connections.ts'
import type { Actor, Database } from './database.ts'
import type { Log } from './log.ts'

/** One capability's jobs by name. A job calls an operation; it may run twice, so the operation must bear that. */
export type Jobs = Record<string, (work: JobContext, payload: unknown) => Promise<void>>

export interface JobContext {
  database: Database
  /** The system, acting for the agency that asked for the job. */
  actor: Actor
  /** The system, acting for another agency: for jobs that the clock starts. */
  actingFor(agencyId: string): Actor
  log: Log
}

export interface Worker {
  stop(): Promise<void>
}

/** Who acts when no human does: a named account of the system. */
export const systemUserId = '00000000-0000-7000-8000-000000000001'
const noAgency = '00000000-0000-0000-0000-000000000000'

/** The system as an actor in an agency; sees what that agency sees at list level, and what it wrote. */
export function systemFor(agencyId: string): Actor {
  const nobody = { name: 'Throughline', agencyName: '', agencyKind: '', roles: [], may: new Set<string>() }
  return { userId: systemUserId, agencyId, audiences: [agencyId], ...nobody }
}

const stamp = z.object({ agencyId: z.uuid().nullish() }) // put there by jobs.enqueue, not by the caller
const quiet = new Logger(() => () => {})

/**
 * Runs the jobs that changes ask for, and those that the clock starts.
 *
 * @param crontab - lines of graphile-worker's cron format, such as `*​/10 * * * * chase-referrals`.
 */
export async function startWorker(
  workerUrl: string,
  { database, jobs, crontab, log }: { database: Database; jobs: Jobs; crontab: string; log: Log },
): Promise<Worker> {
  const pgPool = openPool(workerUrl)
  const tasks = Object.entries(jobs).map(([name, job]) => [
    name,
    (payload: unknown) => {
      const actor = systemFor(stamp.parse(payload ?? {}).agencyId ?? noAgency)
      return job({ database, actor, actingFor: systemFor, log }, payload)
    },
  ])
  const runner = await run({
    pgPool,
    taskList: Object.fromEntries(tasks),
    crontab,
    noHandleSignals: true,
    logger: quiet,
    concurrency: 2,
  })
  runner.events.on('job:error', ({ job, error }) =>
    log.error({ job: job.task_identifier, error }, 'a job failed; it will be tried again'),
  )

  return {
    async stop() {
      await runner.stop()
      await pgPool.end()
    },
  }
}

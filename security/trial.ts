import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepareCase, sendNote } from '../journeys/ledger.ts'
import { freePort, type RunningSite, startSite } from '../journeys/running-site.ts'
import { urlAt } from '../src/platform/embedded-postgres.ts'
import { inDatabase } from './in-database.ts'

/** A site that something is done to, and what of its promises was not kept. */
export interface Trial {
  site: RunningSite
  /** Past the program, as PostgreSQL's own administrator. */
  direct: string
  caseId: string
  problems: string[]
  expectThat(promise: string, isKept: boolean): void
  /** Sends one note. @returns the status, or why there was none. */
  write(): Promise<number | string | undefined>
  /** The status of a page within some seconds; undefined when there was no answer. */
  statusOf(path: string, headers?: Record<string, string>): Promise<number | undefined>
  /** Whether it is ready and takes a note again within half a minute, with nobody's help. */
  recovers(): Promise<boolean>
  /** What was acknowledged and is not there; asked when the database answers. */
  lost(): Promise<string[]>
}

/** @param folder - for the data; @param settings - more of them. */
export async function beginTrial(folder: string, settings: Record<string, string> = {}): Promise<Trial> {
  const site = startSite(await freePort(), { DATA_DIR: folder, DEMO: 'off', ...settings })
  await site.ready()
  const direct = urlAt(join(folder, 'postgres'), 'postgres', 'throughline')
  const caseId = await inDatabase(direct, prepareCase)
  const acknowledged: string[] = []
  const problems: string[] = []
  const trial: Trial = {
    ...{ site, direct, caseId, problems },
    expectThat(promise, isKept) {
      if (!isKept) problems.push(promise)
    },
    async write() {
      const body = randomUUID()
      const status = await sendNote(site.address, caseId, body).catch((error: Error) => error.message)
      if (status === 201) acknowledged.push(body)
      return status
    },
    async statusOf(path, headers = {}) {
      const asked = { headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) } as const
      const answer = await fetch(`${site.address}${path}`, asked).catch(() => undefined)
      await answer?.arrayBuffer().catch(() => {})
      return answer?.status
    },
    async recovers() {
      for (const began = Date.now(); Date.now() - began < longestRecovery; await sleep(250)) {
        if ((await trial.statusOf('/health/ready')) === 200 && (await trial.write()) === 201) return true
      }
      return false
    },
    async lost() {
      const { rows } = await inDatabase(direct, (client) => client.query<{ body: string }>('select body from note'))
      const kept = new Set(rows.map(({ body }) => body))
      return acknowledged.filter((body) => !kept.has(body))
    },
  }
  return trial
}

const longestRecovery = 30_000 // milliseconds

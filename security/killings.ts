import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { holesIn, prepareCase, startWriting } from '../journeys/ledger.ts'
import { freePort, startSite } from '../journeys/running-site.ts'
import { urlAt } from '../src/platform/embedded-postgres.ts'
import { inDatabase } from './in-database.ts'

export interface Killed {
  lost: number
  /** Rows too many or too few among notes, their events and their audit. */
  halves: number
  written: number
  /** Milliseconds from a kill until the site was ready. */
  slowestStart: number
}

/** Kills the program and its database in turn, each in the middle of work, with nothing that could warn them. */
export async function killings(rounds: { ofProgram: number; ofDatabase: number }): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  const settings = { DATA_DIR: folder, DEMO: 'off' }
  const port = await freePort()
  let site = startSite(port, settings)
  try {
    await site.ready()
    const url = urlAt(join(folder, 'postgres'), 'postgres', 'throughline')
    const caseId = await inDatabase(url, prepareCase)
    const ledger = startWriting(() => site.address, caseId, 4)
    const victims = [...Array(rounds.ofProgram).fill('program'), ...Array(rounds.ofDatabase).fill('database')]
    let slowestStart = 0
    for (const victim of victims) {
      const before = ledger.acknowledged.length
      while (ledger.acknowledged.length < before + 20) await sleep(10) // in the middle of work, not of a pause
      if (victim === 'database') process.kill(site.postmasterPid(), 'SIGKILL')
      else {
        await site.stop('SIGKILL')
        site = startSite(port, settings)
      }
      slowestStart = Math.max(slowestStart, Math.round(await site.ready()))
    }
    await ledger.stop()
    const { lost, halves } = await inDatabase(url, (client) => holesIn(ledger, client))
    return { lost: lost.length, halves, written: ledger.acknowledged.length, slowestStart }
  } finally {
    await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readCase } from '../journeys/ledger.ts'
import { inDatabase } from './in-database.ts'
import { beginTrial } from './trial.ts'

/**
 * Fills the disk under the program and its database while notes are written and read, and makes room again.
 *
 * @returns what went otherwise than promised (T31); undefined where this machine lets nobody mount a small disk.
 */
export async function fullDisk(): Promise<string[] | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320m,mode=0755', 'tmpfs', folder])
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  try {
    const trial = await beginTrial(folder)
    try {
      const { site, expectThat, write, statusOf, caseId, problems } = trial
      await write()
      const filler = join(folder, 'filler')
      fill(filler)
      const seen: (number | string | undefined)[] = []
      let looks = 0
      for (const began = Date.now(); Date.now() - began < longFull; ) {
        seen.push(...(await Promise.all(Array.from({ length: 4 }, write))))
        if ((await readCase(site.address, caseId)) === 200) looks += 1
      }
      expectThat(
        `a full disk was noticed: ${seen.length} notes`,
        seen.some((status) => status !== 201),
      )
      const odd = seen.filter((status) => status !== 201 && status !== undefined && !(Number(status) >= 500))
      expectThat(`who cannot be served is told of a fault: ${odd}`, odd.length === 0)
      expectThat('the program lives on a full disk', (await statusOf('/health/live')) === 200)
      expectThat(
        'a page without personal data answers on a full disk',
        (await statusOf('/accessibility')) !== undefined,
      )

      rmSync(filler)
      expectThat('it recovers by itself when there is room again', await trial.recovers())
      const lost = await trial.lost()
      expectThat(`nothing acknowledged is lost: ${lost.length}`, lost.length === 0)
      const { rows } = await inDatabase(trial.direct, (client) =>
        client.query<{ looks: number }>(`select count(*)::int as looks from audit where action = 'consult'`),
      )
      expectThat(`no page left without its look: ${looks} pages, ${rows[0]!.looks} looks`, rows[0]!.looks >= looks)
      return problems
    } finally {
      await trial.site.stop()
      await sleep(500) // PostgreSQL lets go of its folder
    }
  } finally {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
}

const longFull = 15_000 // milliseconds

/** Writes until nothing more fits. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  for (const size of [1_048_576, 4_096, 1]) {
    const bytes = Buffer.alloc(size)
    try {
      while (writeSync(file, bytes) > 0);
    } catch {} // full, of pieces of this size
  }
  closeSync(file)
}

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSession } from './open-session.ts'
import { beginTrial } from './trial.ts'

const hour = 3_600_000 // milliseconds

/** What went otherwise than promised while the program's clock stood hours and days beside that of its database. */
export async function movedClock(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'))
  const shift = join(folder, 'shift')
  writeFileSync(shift, '0')
  const clock = { NODE_OPTIONS: `--import ${resolve('security/shifting-clock.ts')}`, CLOCK_SHIFT_FILE: shift }
  const trial = await beginTrial(folder, clock)
  try {
    const { expectThat, write, statusOf, problems } = trial
    const cookie = await openSession(trial.direct)
    expectThat('somebody who signed in just now is in', (await statusOf('/account', { cookie })) === 200)
    for (const hours of [2, -2, 24, -24]) {
      writeFileSync(shift, String(hours * hour))
      await sleep(200)
      const [noted, seen] = [await write(), await statusOf('/account', { cookie })]
      expectThat(`a note is taken with the clock moved by ${hours} hours: ${noted}`, noted === 201)
      if (hours > 0) expectThat(`a session does not outlive ${hours} hours: ${seen}`, seen === 303)
      else expectThat(`a clock that goes back by ${-hours} hours is no fault: ${seen}`, seen === 200 || seen === 303)
    }
    writeFileSync(shift, '0')
    await sleep(200)
    expectThat('it works as before when the clock is right again', await trial.recovers())
    const lost = await trial.lost()
    expectThat(`nothing acknowledged is lost: ${lost.length}`, lost.length === 0)
    const { PATH = '', HOME = '' } = process.env
    const verified = spawnSync(resolve('scripts', 'throughline'), ['audit', 'verify'], {
      env: { PATH, HOME, DATA_DIR: folder, THROUGHLINE_FROM: '.' },
      encoding: 'utf8',
    })
    expectThat(`the audit is whole: ${verified.stdout}${verified.stderr}`, verified.status === 0)
    return problems
  } finally {
    await trial.site.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

import { fork } from 'node:child_process'
import { readFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayAt } from '../../src/platform/calendar-day.ts'
import { clock } from '../../src/platform/clock.ts'
import { cpuOfPostgres } from '../cpu.ts'
import { writeIntake } from '../intake.ts'
const s = JSON.parse(readFileSync('/tmp/keep.json', 'utf8'))
const kind = process.argv[2]!
for (const round of process.argv[3]!.split(',').map(Number)) {
  const files = writeIntake(mkdtempSync(join(tmpdir(), 'zz-')), round, dayAt(clock.now()))
  const child = fork('bench/servers/import-child.ts', [JSON.stringify({ kind, ...files, agencyId: s.reader.agencyId, url: s.freeUrl })], { execArgv: ['--import', './src/platform/tsx-hook.ts'], env: { PATH: '/usr/bin:/bin', ...s.environment } })
  const told = () => new Promise<any>((r, j) => { child.once('message', r); child.once('exit', (c) => j(new Error('ended ' + c))) })
  await told()
  const before = cpuOfPostgres(s.postmasterPid)
  child.send('go')
  const { ms, nodeMs } = await told()
  console.log(kind, round, { seconds: (ms / 1000).toFixed(2), node: (nodeMs / 1000).toFixed(2), pg: ((cpuOfPostgres(s.postmasterPid) - before) / 1000).toFixed(2) })
}

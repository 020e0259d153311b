import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayAt } from '../src/platform/calendar-day.ts'
import { clock } from '../src/platform/clock.ts'
import { cpuOfPostgres } from './cpu.ts'
import { writeIntake } from './intake.ts'
import { quantile } from './measure.ts'
import { query, type Scratch } from './scratch.ts'
import type { Order, Result } from './servers/import-child.ts'

/** What an import of 10,000 people cost. */
export interface ImportCost {
  cpuMs: number
  nodeMs: number
  postgresMs: number
  seconds: number
}

const kinds = ['ours', 'bare', 'bulk'] as const
const rounds = 2
const bareTables = ['person', 'person_identifier', 'custody', 'release_date', 'case_file', 'case_party', 'audit']

/** W6: our import, bare inserts row by row, and bare inserts a thousand rows at a time; in turn. */
export async function measureImports(scratch: Scratch): Promise<Record<(typeof kinds)[number], ImportCost>> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-lists-'))
  await query(scratch.freeUrl, 'create schema bare')
  for (const table of bareTables) {
    await query(scratch.freeUrl, `create table bare.${table} (like public.${table} including all)`) // its indexes, none of its rules
  }
  await query(
    scratch.freeUrl,
    'alter table bare.audit alter shard drop not null, alter place drop not null, alter hash drop not null',
  ) // no chains
  const costs: Record<string, ImportCost[]> = { ours: [], bare: [], bulk: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, kind] of kinds.entries()) {
      const files = writeIntake(folder, round * kinds.length + at, dayAt(clock.now()))
      costs[kind]!.push(await runOne(scratch, { kind, ...files }))
    }
  }
  rmSync(folder, { recursive: true })
  const middle = (list: ImportCost[], part: (cost: ImportCost) => number) => quantile(list.map(part), 0.5)
  const summed = (list: ImportCost[]): ImportCost => ({
    cpuMs: middle(list, ({ cpuMs }) => cpuMs),
    nodeMs: middle(list, ({ nodeMs }) => nodeMs),
    postgresMs: middle(list, ({ postgresMs }) => postgresMs),
    seconds: middle(list, ({ seconds }) => seconds),
  })
  return { ours: summed(costs['ours']!), bare: summed(costs['bare']!), bulk: summed(costs['bulk']!) }
}

async function runOne(scratch: Scratch, order: Pick<Order, 'kind' | 'file' | 'peopleFile'>): Promise<ImportCost> {
  const whole: Order = { ...order, agencyId: scratch.reader.agencyId, url: scratch.freeUrl }
  const child = fork('bench/servers/import-child.ts', [JSON.stringify(whole)], {
    execArgv: ['--import', './src/platform/tsx-hook.ts'],
    env: { PATH: '/usr/bin:/bin', ...scratch.environment },
  })
  const told = () =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve)
      child.once('exit', (code) => reject(new Error(`The import ended with ${code}.`)))
    })
  await told()
  const before = cpuOfPostgres(scratch.postmasterPid)
  child.send('go')
  const { ms, nodeMs } = (await told()) as Result
  const postgresMs = cpuOfPostgres(scratch.postmasterPid) - before
  return { cpuMs: nodeMs + postgresMs, nodeMs, postgresMs, seconds: ms / 1000 }
}

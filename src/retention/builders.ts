import { aCase, type BuiltCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import type { World } from '../platform/testing/world.ts'
import { advanceRetention, executeDisposals } from './execute-disposal.ts'
import { approveDisposal, proposeDisposal } from './propose-disposal.ts'
import { classes } from './rules.ts'

/** The system, which no agency has asked. */
export const system = systemFor('00000000-0000-0000-0000-000000000000')

/** A case with a note and a number that ended on a day, and whose record has been read by the night's work when `isRead`. */
export async function aClosedCase(
  world: World,
  worker: Actor,
  { endedOn = '2015-06-01', givenName = 'Sam' }: { endedOn?: string; givenName?: string } = {},
): Promise<BuiltCase> {
  const number = `A${String(serial++).padStart(4, '0')}RT`
  const built = await aCase(world, worker, { givenName, number })
  await aNote(world, worker, built.id, { body: `${givenName} rang his mother.` })
  await world.inspect('update case_party set until_on = $2 where case_id = $1', [built.id, endedOn])
  await world.inspect(`update case_file set opened_on = '2014-01-01', ended_on = $2 where id = $1`, [built.id, endedOn])
  return built
}
let serial = 1

/** The night's work, over everything. */
export const aNight = (world: World) => advanceRetention(world.database, system)

/** A disposal of all that is due, which a second person approved. @returns its id. */
export async function anApprovedDisposal(world: World, proposer: Actor, approver: Actor): Promise<string> {
  const reason = 'The yearly clearing of old records.'
  const id = await world.database.change(proposer, (change) => proposeDisposal(change, { reason, classes }))
  await world.database.change(approver, (change) => approveDisposal(change, id))
  return id
}

/** Moves the clock past the days in which a disposal can be taken back, and carries it out. */
export async function afterCoolingOff(world: World): Promise<void> {
  world.time.now = new Date(world.time.now.getTime() + 8 * 86_400_000)
  await executeDisposals(world.database, system)
}

/** Of each person, all that any table holds about them but for holds and the derived rows; a person without any row is left out. */
export async function fingerprints(world: World, personIds: string[]): Promise<Record<string, string>> {
  const tables = await world.inspect<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> all(array['event', 'disposal_item', 'retention_clock', 'retention_due', 'legal_hold']) order by 1`)
  const parts = tables.map(({ name }) => `select person_id, '${name} ' || t::text as said from ${name} t`)
  const rows = await world.inspect<{ id: string; said: string }>(
    `select person_id as id, string_agg(said, chr(10) order by said) as said from (
       select id as person_id, 'person ' || p::text as said from person p union all ${parts.join(' union all ')}) x
     where person_id = any($1) group by 1`,
    [personIds],
  )
  return Object.fromEntries(rows.map(({ id, said }) => [id, said]))
}

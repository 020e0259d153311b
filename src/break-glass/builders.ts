import { aCase } from '../cases/builders.ts'
import { aNote } from '../contacts/builders.ts'
import type { World } from '../platform/testing/world.ts'

export const emergencyReason = 'He told his sister he will not wake up tomorrow.'
let serial = 1000

/** A person in a prison with a number and a note, the prison's manager and key worker, and the police, who see nothing of it. */
export async function aClosedRecord(world: World) {
  const number = `A${serial++}QZ`
  const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'], name: 'Ines Marsh' })
  const prison = await world.aColleagueOf(manager, { name: 'Amira Khan' })
  const record = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number })
  await aNote(world, prison, record.id, { body: 'He rang his mother.' })
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Jo Birch' })
  return { number, manager, prison, record, police }
}

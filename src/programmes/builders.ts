import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import type { World } from '../platform/testing/world.ts'
import { findByCode, type Programme } from './queries.ts'
import { bringProgrammes } from './shipped.ts'

/** LifeChange as it ships, as one reads it. */
export async function lifeChange(world: World, reader: Actor): Promise<Programme> {
  await bringProgrammes(world.database, systemFor('00000000-0000-0000-0000-000000000000'))
  const found = await world.database.read(reader, (reading) => findByCode(reading, null, 'lifechange'))
  if (!found) throw new Error('LifeChange did not arrive.')
  return found
}

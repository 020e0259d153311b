import { readFileSync } from 'node:fs'
import type { Actor, Database } from '../platform/database.ts'
import { bringShipped } from './keep-programme.ts'
import { type ProgrammePackage, packageSchema } from './package/schema.ts'
import { findByCode } from './queries.ts'

/** The packages that come with the product. */
export const readShipped = (): ProgrammePackage[] =>
  ['lifechange'].map((code) => {
    const text = readFileSync(new URL(`./shipped/${code}.json`, import.meta.url), 'utf8')
    return packageSchema.parse(JSON.parse(text))
  })

/** Brings the programmes that ship into the database; editions that are there stay as they are. */
export async function bringProgrammes(database: Database, system: Actor): Promise<void> {
  const missing = await database.read(system, async (reading) => {
    const found = await Promise.all(
      readShipped().map(async (edition) => ({ edition, there: await findByCode(reading, null, edition.code) })),
    )
    return found
      .filter(({ edition, there }) => !there || there.newestVersion < edition.version)
      .map(({ edition }) => edition)
  })
  if (missing.length > 0) await database.change(system, (change) => bringShipped(change, missing))
}

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What a backup says of itself, in `manifest.json` beside its tables. */
export const manifestShape = z.object({
  product: z.literal('throughline'),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The migrations of the database that was saved, in their order. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      /** Of the compressed file. */
      sha256: z.string().length(64),
    }),
  ),
})
export type Manifest = z.infer<typeof manifestShape>
export type SavedTable = Manifest['tables'][number]

export class BackupProblem extends Error {}

export const manifestOf = (folder: string): string => join(folder, 'manifest.json')
export const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy.gz`)

/**
 * Reads a backup's manifest and compares every file with its sum.
 *
 * @throws BackupProblem when the folder holds no backup, or a file of it is missing or was changed.
 */
export async function readBackup(folder: string): Promise<Manifest> {
  if (!existsSync(manifestOf(folder)))
    throw new BackupProblem(`${folder} holds no backup: there is no manifest.json in it.`)
  const read = manifestShape.safeParse(jsonOf(manifestOf(folder)))
  if (!read.success) throw new BackupProblem(`The manifest of ${folder} is not one that this release can read.`)
  for (const { name, sha256 } of read.data.tables) {
    const file = fileOf(folder, name)
    if (!existsSync(file)) throw new BackupProblem(`The backup is not whole: ${file} is missing.`)
    if ((await sumOf(file)) !== sha256)
      throw new BackupProblem(`The backup was changed: ${file} is not as it was saved.`)
  }
  return read.data
}

export async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from './page-context.ts'

/** What was built, and under which names. */
export interface Manifest extends Omit<Assets, 'find'> {
  names: string[]
}

/** Where the sources are: styles, scripts, fonts and icons. */
export const here = fileURLToPath(new URL('.', import.meta.url))

/** The project's own folder. */
export const root = join(here, '../../..')

/** A source, whole. */
export function read(folder: string, name: string): Buffer {
  return readFileSync(join(here, folder, name))
}

/** Ten hexadecimal digits that change with the content. */
export function hash(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 10)
}

/** Renamed into place, so that another process starting at the same moment never reads a half. */
export function writeWhole(file: string, body: Buffer | string): void {
  const half = `${file}.${process.pid}.half`
  writeFileSync(half, body)
  renameSync(half, file)
}

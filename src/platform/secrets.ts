import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pathOf = (folder: string, name: string) => join(folder, 'secrets', name)

/** A secret of this installation, made at the first call and kept in a file that only its owner may read. */
export function keptSecret(folder: string, name: string): string {
  const found = readSecret(folder, name)
  if (found) return found
  keepSecret(folder, name, randomBytes(32).toString('hex'))
  return readSecret(folder, name)!
}

/** Written beside its place and renamed, so that a half-written secret is never read. */
export function keepSecret(folder: string, name: string, secret: string): void {
  mkdirSync(join(folder, 'secrets'), { recursive: true, mode: 0o700 })
  const half = `${pathOf(folder, name)}.${process.pid}`
  writeFileSync(half, secret, { mode: 0o600 })
  renameSync(half, pathOf(folder, name))
}

export function readSecret(folder: string, name: string): string | undefined {
  const path = pathOf(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepSecret, readSecret } from '../platform/secrets.ts'
import type { Head } from './chain.ts'

/** One line of the file: where the chains stood at an instant, signed, and bound to the line before it. */
interface Line {
  at: string
  /** Place and hash of each shard, by its number. */
  heads: [place: number, hash: string][]
  /** SHA-256 of the line before, or '' on the first. */
  previous: string
  signature: string
}

const secretName = 'audit-signing-key'
export const publicKeyOf = (folder: string): string => join(folder, 'audit-public-key.pem')

/**
 * Appends the heads to the file that lies outside of the database, signed with this installation's Ed25519 key.
 *
 * @param file - kept where whoever can change the database cannot change it as well.
 * @param folder - of the installation's secrets; the public key is written beside them, for an auditor to take along.
 * @returns whether a line was written: nothing new, nothing written.
 */
export function appendHeads(file: string, folder: string, heads: readonly Head[], now: Date): boolean {
  const lines = linesOf(file)
  const last = lines.at(-1)
  const state = [...heads]
    .sort((one, other) => one.shard - other.shard)
    .map(({ place, hash }): [number, string] => [place, hash])
  if (last && JSON.stringify((JSON.parse(last) as Line).heads) === JSON.stringify(state)) return false
  const said = { at: now.toISOString(), heads: state, previous: last ? sumOf(last) : '' }
  const signature = sign(null, Buffer.from(JSON.stringify(said)), signingKey(folder)).toString('base64')
  appendFileSync(file, `${JSON.stringify({ ...said, signature })}\n`, { mode: 0o600 })
  return true
}

/** Every head that was signed, or which line of the file does not hold. */
export function readHeads(
  file: string,
  publicKey: KeyObject,
): { heads: Head[]; lines: number } | { brokenLine: number } {
  const heads: Head[] = []
  let previous = ''
  const lines = linesOf(file)
  for (const [index, text] of lines.entries()) {
    const line = parsed(text)
    if (!line || line.previous !== previous || !isSigned(line, publicKey)) return { brokenLine: index + 1 }
    for (const [shard, [place, hash]] of line.heads.entries()) if (place > 0) heads.push({ shard, place, hash })
    previous = sumOf(text)
  }
  return { heads, lines: lines.length }
}

/** The key that an auditor checks with: their own copy of it, or the installation's. */
export const publicKeyFrom = (file: string): KeyObject => createPublicKey(readFileSync(file, 'utf8'))

function signingKey(folder: string): KeyObject {
  const kept = readSecret(folder, secretName)
  if (kept) return createPrivateKey(kept)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  keepSecret(folder, secretName, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  writeFileSync(publicKeyOf(folder), publicKey.export({ type: 'spki', format: 'pem' }))
  return privateKey
}

function isSigned({ signature, ...said }: Line, key: KeyObject): boolean {
  const { at, heads, previous } = said
  return verify(null, Buffer.from(JSON.stringify({ at, heads, previous })), key, Buffer.from(signature, 'base64'))
}

function parsed(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}

const sumOf = (line: string): string => createHash('sha256').update(line).digest('hex')
const linesOf = (file: string): string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : []

import { createHash, createHmac, webcrypto } from 'node:crypto'
import { config } from '../config.ts'
import { keepSecret, keptSecret, readSecret } from '../secrets.ts'

const { subtle } = webcrypto
const secretName = 'note-keys'
export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const lettersOfAuthor = 22

/** A pair of keys of this installation: browsers seal notes to the public one. Older pairs stay, so that what was sealed to them still opens. */
export interface KeyPair {
  id: string
  /** The point of the curve, 65 bytes, base64url. */
  publicKey: string
  /** PKCS #8, base64url. */
  privateKey: string
}

/** The pair that notes are sealed to from now on; made at the first call. */
export async function currentKey(folder: string = config.DATA_DIR): Promise<KeyPair> {
  const kept = readKeys(folder)
  return kept.at(-1) ?? rotateKey(folder)
}

/** The pair with this id, however old; undefined for what this installation never had. */
export const findKey = (id: string, folder: string = config.DATA_DIR): KeyPair | undefined =>
  readKeys(folder).find((key) => key.id === id)

/** Makes the next pair. What was sealed to the ones before still opens. */
export async function rotateKey(folder: string = config.DATA_DIR): Promise<KeyPair> {
  const made = await subtle.generateKey(curve, true, ['deriveBits'])
  const publicKey = Buffer.from(await subtle.exportKey('raw', made.publicKey))
  const privateKey = Buffer.from(await subtle.exportKey('pkcs8', made.privateKey))
  const next = {
    id: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
    publicKey: publicKey.toString('base64url'),
    privateKey: privateKey.toString('base64url'),
  }
  keepSecret(folder, secretName, JSON.stringify([...readKeys(folder), next]))
  return readKeys(folder).at(-1)!
}

/** What stands on a device for its author: it names nobody to whoever finds the device, and is the same on every device of theirs. */
export const authorMark = (accountId: string, folder: string = config.DATA_DIR): string =>
  createHmac('sha256', keptSecret(folder, 'note-author-key'))
    .update(accountId)
    .digest('base64url')
    .slice(0, lettersOfAuthor)

const readKeys = (folder: string): KeyPair[] => JSON.parse(readSecret(folder, secretName) ?? '[]')

import { webcrypto } from 'node:crypto'
import { curve, findKey } from './seal-keys.ts'

const { subtle } = webcrypto
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

/** A note as it left the browser: nobody but this installation opens it. */
export interface Sealed {
  /** Of the note, made where it was written. */
  id: string
  keyId: string
  /** `authorMark` of whoever prepared the device. */
  author: string
  /** The public point of the key that was made for this note alone; its private half is gone. */
  ephemeral: string
  nonce: string
  sealed: string
}

/** What id, author and key are bound to the text by: changed on the way, the seal does not open. */
export const boundTo = ({ id, keyId, author }: Pick<Sealed, 'id' | 'keyId' | 'author'>): string =>
  `throughline note 1|${keyId}|${author}|${id}`

/**
 * Opens a note: ECDH on P-256, HKDF with SHA-256, AES-256-GCM, as src/platform/web/scripts/wing.ts seals.
 *
 * @returns undefined for what was altered, cut off, or sealed for another installation.
 */
export async function openSeal(note: Sealed): Promise<string | undefined> {
  const pair = findKey(note.keyId)
  if (!pair) return undefined
  const bound = new TextEncoder().encode(boundTo(note))
  try {
    const own = await subtle.importKey('pkcs8', bytesOf(pair.privateKey), curve, false, ['deriveBits'])
    const theirs = await subtle.importKey('raw', bytesOf(note.ephemeral), curve, false, [])
    const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
    const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
    const how = { name: 'HKDF', hash: 'SHA-256', salt: bytesOf(note.ephemeral), info: bound }
    const key = await subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
    const opened = { name: 'AES-GCM', iv: bytesOf(note.nonce), additionalData: bound }
    return new TextDecoder().decode(await subtle.decrypt(opened, key, bytesOf(note.sealed)))
  } catch {
    return undefined
  }
}

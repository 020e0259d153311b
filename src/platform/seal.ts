import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { config } from './config.ts'
import { keptSecret } from './secrets.ts'

const cipher = 'aes-256-gcm'

/** Which key of this installation seals: each kind of secret has one of its own. */
export type SealKey = 'provider-key' | 'webhook-key' | 'family-key'

const keyOf = (name: SealKey) => Buffer.from(keptSecret(config.DATA_DIR, name), 'hex')

/** Seals a secret with a key that the database does not have: who reads its backup has nothing. */
export function seal(secret: string, name: SealKey): string {
  const nonce = randomBytes(12)
  const sealing = createCipheriv(cipher, keyOf(name), nonce)
  const body = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()])
  return [nonce, sealing.getAuthTag(), body].map((part) => part.toString('base64url')).join('.')
}

/** @throws when it was sealed by another installation or with another key, or altered. */
export function unseal(sealed: string, name: SealKey): string {
  const [nonce, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  const opening = createDecipheriv(cipher, keyOf(name), nonce!)
  opening.setAuthTag(tag!)
  return Buffer.concat([opening.update(body!), opening.final()]).toString('utf8')
}

/** What the database keeps of a short secret: without the key of this installation nobody can try out which one it was. */
export const keyedHash = (secret: string, name: SealKey): Buffer =>
  createHmac('sha256', keyOf(name)).update(secret).digest()

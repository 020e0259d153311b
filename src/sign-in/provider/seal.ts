import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { config } from '../../platform/config.ts'
import { keptSecret } from '../../platform/secrets.ts'

const cipher = 'aes-256-gcm'
const keyOf = () => Buffer.from(keptSecret(config.DATA_DIR, 'provider-key'), 'hex')

/** Seals a secret with a key that the database does not have: who reads its backup has nothing. */
export function seal(secret: string): string {
  const nonce = randomBytes(12)
  const sealing = createCipheriv(cipher, keyOf(), nonce)
  const body = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()])
  return [nonce, sealing.getAuthTag(), body].map((part) => part.toString('base64url')).join('.')
}

/** @throws when it was sealed by another installation, or altered. */
export function unseal(sealed: string): string {
  const [nonce, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  const opening = createDecipheriv(cipher, keyOf(), nonce!)
  opening.setAuthTag(tag!)
  return Buffer.concat([opening.update(body!), opening.final()]).toString('utf8')
}

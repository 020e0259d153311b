import { createHmac, randomBytes } from 'node:crypto'

// Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body", each secret that is in force signs, apart by a space.

const prefix = 'whsec_'

/** 256 random bits, in the form that the receiver's library takes. */
export const newSecret = (): string => prefix + randomBytes(32).toString('base64')

/**
 * The three headers of one try.
 *
 * @param id - of the message: the same at every try.
 * @param at - when it is sent; a receiver refuses what is old.
 * @param secrets - `whsec_...`, at least one.
 */
export function signedHeaders(id: string, at: Date, body: string, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const sign = (secret: string) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  }
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': secrets.map(sign).join(' ') }
}

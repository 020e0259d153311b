import { createHmac, randomBytes } from 'node:crypto'

// Standard Webhooks 1.0, as a telephone system or what stands before it signs: HMAC-SHA256 over "id.time.body".

const prefix = 'whsec_'
const blockInBytes = 64
const keyInBytes = 32

/** A new key: once as its holder needs it, and as the two pads of HMAC (RFC 2104), with which the database checks. */
export function newSwitchKey(): { secret: string; inner: Buffer; outer: Buffer } {
  const key = randomBytes(keyInBytes)
  const padded = Buffer.concat([key, Buffer.alloc(blockInBytes - key.length)])
  const pad = (byte: number) => Buffer.from(padded.map((each) => each ^ byte))
  return { secret: prefix + key.toString('base64'), inner: pad(0x36), outer: pad(0x5c) }
}

/** The headers with which a message is signed: what a telephone system sends, and what the tests do in its place. */
export function signedBySwitch(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const time = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${signature}` }
}

import { Secret, TOTP, URI } from 'otpauth'

const issuer = 'Throughline'
const step = 30 // seconds that a code is shown
const mayDiffer = 1 // steps before and after: a phone's clock, and somebody who types slowly

export const newSecret = (): string => new Secret({ size: 20 }).base32

const codeOf = (secret: string, email: string) =>
  new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret), digits: 6, period: step, algorithm: 'SHA1' })

/** What an authenticator app reads from the QR code (RFC 6238). */
export const addressOf = (secret: string, email: string): string => URI.stringify(codeOf(secret, email))

/**
 * Which step a typed code belongs to.
 *
 * @returns the number of the step, counted in 30 seconds since 1970; undefined when it is no code of this secret now.
 */
export function stepOf(secret: string, typed: string, now: Date): number | undefined {
  const token = typed.replace(/\D/g, '')
  if (token.length !== 6) return undefined
  const delta = codeOf(secret, '').validate({ token, timestamp: now.getTime(), window: mayDiffer })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / step) + delta
}

/** For tests and drills: the code that an app would show. */
export const codeAt = (secret: string, now: Date): string => codeOf(secret, '').generate({ timestamp: now.getTime() })

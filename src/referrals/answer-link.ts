import { createHash, randomBytes } from 'node:crypto'
import type { Change } from '../platform/database.ts'
import { insertLink } from './queries/links.ts'
import { answerUrl } from './site-address.ts'

const daysItLives = 8
const msInDay = 86_400_000

/** 256 random bits, of which only the hash is kept. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Makes a link by which a provider without an account may answer once.
 *
 * @returns its address; it lives 8 days.
 */
export async function makeLink(change: Change, referralId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(change.now.getTime() + daysItLives * msInDay)
  await insertLink(change, { referralId, tokenHash: hashOf(token), expiresAt })
  return answerUrl(token)
}

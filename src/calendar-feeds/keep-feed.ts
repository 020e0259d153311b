import { createHash, randomBytes } from 'node:crypto'
import type { Change } from '../platform/database.ts'
import { endOwnFeed, insertFeed } from './queries.ts'

/**
 * Makes the actor a new secret address; one they had before ends.
 *
 * @returns what the address ends in, 256 random bits: shown once, and kept only as a hash.
 */
export async function makeFeed(change: Change): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { userId } = change.actor
  if (await endOwnFeed(change))
    change.record({ name: 'calendar-feed.ended', subjectId: userId, fieldGroup: 'administration' })
  const subjectId = await insertFeed(change, hashOf(token))
  change.record({ name: 'calendar-feed.made', subjectId, fieldGroup: 'administration' })
  return token
}

/** Ends the actor's secret address. */
export async function endFeed(change: Change): Promise<void> {
  await endOwnFeed(change)
  change.record({ name: 'calendar-feed.ended', subjectId: change.actor.userId, fieldGroup: 'administration' })
}

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

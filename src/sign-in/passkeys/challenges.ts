import type { Change, Database } from '../../platform/database.ts'
import { hashToken, newToken } from '../tokens.ts'
import { insertChallenge, type Purpose, takeChallenge } from './queries.ts'

const goodFor = 5 * 60_000 // milliseconds

/** Keeps a challenge for the browser that asked for it. @returns the token for its cookie. */
export async function keepChallenge(
  database: Database,
  { challenge, purpose, accountId }: { challenge: string; purpose: Purpose; accountId: string | undefined },
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(database.clock.now().getTime() + goodFor)
  await insertChallenge(database, { tokenHash: hashToken(token), challenge, purpose, accountId, expiresAt })
  return token
}

/** The challenge that this browser was given for this purpose, which nobody gets again. */
export async function useChallenge(
  within: Pick<Change, 'db' | 'now'>,
  token: string | undefined,
  purpose: Purpose,
  accountId?: string,
): Promise<string | undefined> {
  return token ? takeChallenge(within, { tokenHash: hashToken(token), purpose, accountId }) : undefined
}

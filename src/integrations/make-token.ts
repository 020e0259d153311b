import { addIntegration } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { insertToken } from './queries.ts'
import { hashToken, newToken } from './tokens.ts'

/**
 * Lets another system of the administrator's agency call the API.
 *
 * @param name - what the system is called, 1 to 100 characters.
 * @returns the token, which is not kept and cannot be shown again.
 */
export async function makeToken(change: Change, name: string): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  const accountId = await addIntegration(change, name)
  await insertToken(change, { id, hash: hashToken(token), accountId, name })
  change.record({ name: 'token.made', subjectId: id, fieldGroup: 'administration', details: { accountId } })
  return { id, token }
}

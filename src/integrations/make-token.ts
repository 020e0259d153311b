import { addIntegration } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { insertToken, type Opens } from './queries.ts'
import { hashToken, newToken } from './tokens.ts'

/**
 * Lets another system of the administrator's agency call the API, or keep the agency's users by SCIM: that one sees no case.
 *
 * @param name - what the system is called, 1 to 100 characters.
 * @returns the token, which is not kept and cannot be shown again.
 */
export async function makeToken(
  change: Change,
  name: string,
  opens: Opens = 'api',
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = newToken()
  const accountId = await addIntegration(change, name, opens === 'scim' ? 'ADMINISTRATOR' : 'INTEGRATION')
  await insertToken(change, { id, hash: hashToken(token), accountId, name, opens })
  change.record({ name: 'token.made', subjectId: id, fieldGroup: 'administration', details: { accountId, opens } })
  return { id, token }
}

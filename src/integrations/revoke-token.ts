import { closeIntegration } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { getToken, updateRevoked } from './queries.ts'

/**
 * Ends a token at once: the next call with it is refused.
 *
 * @throws Refusal `token.not-found` when the agency has no such token in force.
 */
export async function revokeToken(change: Change, id: string): Promise<void> {
  const { accountId } = await getToken(change, id)
  await updateRevoked(change, id)
  await closeIntegration(change, accountId)
  change.record({ name: 'token.revoked', subjectId: id, fieldGroup: 'administration', details: { accountId } })
}

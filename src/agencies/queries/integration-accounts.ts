import type { Change } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/**
 * The account in whose name another system of the actor's agency calls. Nobody can sign in with it.
 *
 * @param role - what it may do in the database.
 * @returns the id of the account.
 */
export async function insertIntegration(
  { db, actor, now }: Change,
  name: string,
  role: 'INTEGRATION' | 'ADMINISTRATOR' = 'INTEGRATION',
): Promise<string> {
  const id = newId()
  const email = `${id}@integration.invalid` // RFC 2606: mail to it goes nowhere
  await db
    .insertInto('account')
    .values({ id, agency_id: actor.agencyId, email, name, roles: [role], is_integration: true, made_at: now })
    .execute()
  return id
}

/** Ends an integration's account of the actor's agency. */
export async function closeIntegration({ db, actor, now }: Change, id: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ disabled_at: now })
    .where('id', '=', id)
    .where('agency_id', '=', actor.agencyId)
    .where('is_integration', '=', true)
    .execute()
}

import type { Database } from '../platform/database.ts'
import { proveSession } from './queries/sessions.ts'
import { isOwnPassword } from './set-password.ts'
import type { SignedIn } from './who-is.ts'

const goodFor = 10 * 60_000 // milliseconds

/**
 * Whether somebody may do what asks for the password again (T26): they gave it in the last ten minutes, or give it now.
 *
 * @param typed - what came in the field for it, if anything did.
 * @throws Refusal `sign-in.too-many-tries` after 10 tries in 15 minutes.
 */
export async function isProved(database: Database, actor: SignedIn, typed: string | undefined): Promise<boolean> {
  if (database.clock.now().getTime() - actor.provedAt.getTime() < goodFor) return true
  if (!typed || !(await isOwnPassword(database, actor, typed))) return false
  await database.change(
    actor,
    async (change) => {
      await proveSession(change)
      change.record({ name: 'session.proved-again', subjectId: actor.userId, fieldGroup: 'administration' })
    },
    { channel: 'web' },
  )
  return true
}

import type { Actor, Database } from '../platform/database.ts'
import { type Answer, isOwnPasskey } from './passkeys/use-passkey.ts'
import { proveSession } from './queries/sessions.ts'
import { isOwnPassword } from './set-password.ts'
import type { SignedIn } from './who-is.ts'

const goodFor = 10 * 60_000 // milliseconds

/** What came with a request to prove who sends it, if anything did. */
export interface Proof {
  passkey: Answer | undefined
  password: string | undefined
}

/**
 * Whether somebody may do what asks who they are again (T26): they proved it in the last ten minutes, or do so now, by a passkey
 * of theirs or by their password.
 *
 * @throws Refusal `sign-in.too-many-tries` after 10 passwords in 15 minutes.
 */
export async function isProved(database: Database, actor: SignedIn, proof: Proof): Promise<boolean> {
  if (database.clock.now().getTime() - actor.provedAt.getTime() < goodFor) return true
  if (!(await isRight(database, actor, proof))) return false
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

async function isRight(database: Database, actor: Actor, { passkey, password }: Proof): Promise<boolean> {
  if (passkey) return isOwnPasskey(database, actor, passkey)
  return Boolean(password) && isOwnPassword(database, actor, password!)
}

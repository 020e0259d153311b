import type { Actor, Database } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getSignInRules } from './agency-sign-in/queries.ts'
import { isPassword, nobodysHash } from './passwords.ts'
import { forgetAttempts, noteDeniedSignIn } from './queries/attempts.ts'
import { findPassword } from './queries/passwords.ts'
import { type OpenedWith, openSession } from './queries/sessions.ts'
import { insertHalf } from './second-step/queries.ts'
import { hashToken, newToken } from './tokens.ts'
import { countTry } from './tries.ts'

const mostTriesOfAccount = 10
const mostTriesOfAddress = 50
const longestHalf = 10 * 60_000 // between the password and the code
const longestSession = 10 * 3_600_000 // T26: whatever somebody does, they sign in again after ten hours

export interface Attempt extends Origin {
  email: string
  password: string
}

/** From where somebody signs in. */
export interface Origin {
  address: string
  browser: string
  /** A computer that several people use: the session ends sooner. */
  isShared?: boolean
}

/**
 * Signed in: the token for the cookie. Half: the password was right, and a code is asked next. Not: how many tries are left
 * before sign-in stops for 15 minutes, or what the agency asks for instead: the passkey that is there, or its own account.
 */
export type Outcome = { token: string } | { half: string } | { triesLeft: number } | 'needs passkey' | 'needs agency'

/**
 * Signs somebody in by e-mail address and password. When it does not, it never says which of the two was wrong, or
 * whether the account was disabled.
 *
 * @throws Refusal `sign-in.too-many-tries` after 10 tries for an account or 50 from a network address in 15 minutes.
 */
export async function signIn(database: Database, attempt: Attempt): Promise<Outcome> {
  const { email, password, ...origin } = attempt
  const account = { key: `account ${email.toLowerCase()}`, most: mostTriesOfAccount }
  const triesLeft = await countTry(database, account, { key: `address ${origin.address}`, most: mostTriesOfAddress })
  if (triesLeft < 0) {
    await noteDeniedSignIn(database, email, database.clock.now(), 'too many tries')
    throw new Refusal('too many', 'sign-in.too-many-tries')
  }

  const found = await findPassword(database, email)
  const isRight = await isPassword(password, found?.hash ?? nobodysHash)
  if (!found?.hash || !isRight || found.is_disabled) {
    await noteDeniedSignIn(database, email, database.clock.now(), 'wrong')
    return { triesLeft }
  }

  const actor = actorBefore(found.account_id, found.agency_id)
  await forgetAttempts(database, account.key)
  const { hasCode, hasPasskey, isRequired, isPasswordOff } = await getSignInRules(database, found.account_id)
  if (isPasswordOff) {
    await noteDeniedSignIn(database, email, database.clock.now(), 'password is off')
    return 'needs agency'
  }
  if (hasCode) return { half: await startHalf(database, actor) }
  if (isRequired && hasPasskey) {
    await noteDeniedSignIn(database, email, database.clock.now(), 'without the passkey')
    return 'needs passkey'
  }
  return { token: await startSession(database, actor, origin) }
}

/** Remembers for ten minutes that somebody gave the right password. @returns the token for the cookie. */
async function startHalf(database: Database, actor: Actor): Promise<string> {
  const token = newToken()
  await database.change(
    actor,
    async (change) => {
      await insertHalf(change, hashToken(token), new Date(change.now.getTime() + longestHalf))
      change.record({ name: 'session.half-opened', subjectId: actor.userId, fieldGroup: 'administration' })
    },
    { channel: 'web' },
  )
  return token
}

/** How and from where a session begins. */
export interface Beginning extends Origin {
  with?: OpenedWith
  /** What the agency's provider calls it. */
  providerSid?: string | undefined
}

/** Opens a session for somebody who has just proved who they are. @returns the token for the cookie. */
export async function startSession(
  database: Database,
  actor: Actor,
  { address, browser, isShared = false, with: how = 'password', providerSid }: Beginning,
): Promise<string> {
  const token = newToken()
  await database.change(
    actor,
    async (change) => {
      const endsAt = new Date(change.now.getTime() + longestSession)
      const session = {
        tokenHash: hashToken(token),
        endsAt,
        address,
        browser: browser.slice(0, 200),
        with: how,
        providerSid,
        isShared,
      }
      const sessionId = await openSession(change, session)
      change.record({ name: 'session.opened', subjectId: sessionId, fieldGroup: 'administration' })
    },
    { channel: 'web' },
  )
  return token
}

/** Somebody who proved who they are and has no session yet: may do nothing but what their own functions allow. */
export function actorBefore(userId: string, agencyId: string): Actor {
  const nothing = { audiences: [], name: '', agencyName: '', agencyKind: '', roles: [], may: new Set<string>() }
  return { userId, agencyId, ...nothing }
}

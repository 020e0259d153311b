import type { Actor, Change, Database, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type PasswordProblem, passwordProblem } from './password-rules.ts'
import { hashPassword, isPassword, nobodysHash } from './passwords.ts'
import { findPasswordLink, type LinkOwner, takePasswordLink } from './queries/links.ts'
import { findOwnPassword, getOwnAddressee, setOwnPassword } from './queries/passwords.ts'
import { actorBefore } from './sign-in.ts'
import { hashToken } from './tokens.ts'
import { countTry } from './tries.ts'

/** Whose link this is; undefined when it is unknown, used, replaced by a newer one, or too old. */
export function findLinkOwner(database: Database, token: string): Promise<LinkOwner | undefined> {
  return findPasswordLink(database, hashToken(token), database.clock.now())
}

/**
 * Sets the password of who was sent a link, and ends all their sessions.
 *
 * @returns what is wrong with the password; undefined when it is set.
 * @throws Refusal `password.link-ended` when the link no longer works.
 */
export async function setPasswordByLink(
  database: Database,
  token: string,
  password: string,
): Promise<PasswordProblem | undefined> {
  const owner = await findLinkOwner(database, token)
  if (!owner) throw new Refusal('not found', 'password.link-ended')
  const problem = passwordProblem(password, [owner.name, owner.email])
  if (problem) return problem

  const hash = await hashPassword(password)
  const setIt = async (change: Change) => {
    if (!(await takePasswordLink(change, hashToken(token)))) throw new Refusal('not found', 'password.link-ended')
    await setOwnPassword(change, hash)
    change.record({ name: 'password.set', subjectId: owner.id, fieldGroup: 'administration' })
  }
  await database.change(actorBefore(owner.id, owner.agencyId), setIt, { channel: 'link' })
  return undefined
}

/** What is wrong with the old password that the actor typed, or with the new one; undefined when nothing is. */
export async function findOwnProblem(
  reading: Reading,
  { old, fresh }: { old: string; fresh: string },
): Promise<PasswordProblem | 'password.wrong' | undefined> {
  if (!(await isPassword(old, (await findOwnPassword(reading)) ?? nobodysHash))) return 'password.wrong'
  const { name, email } = await getOwnAddressee(reading)
  return passwordProblem(fresh, [name, email])
}

/** Changes the actor's own password, and ends their other sessions. Whether it may be is for `findOwnProblem`. */
export async function changePassword(change: Change, fresh: string): Promise<void> {
  await setOwnPassword(change, await hashPassword(fresh), change.actor.sessionId)
  change.record({ name: 'password.changed', subjectId: change.actor.userId, fieldGroup: 'administration' })
}

const mostOwnTries = 10

/** Counts a try at one's own password. @throws Refusal `sign-in.too-many-tries` after 10 in 15 minutes. */
export async function countOwnTry(database: Database, userId: string): Promise<void> {
  const left = await countTry(database, { key: `own ${userId}`, most: mostOwnTries })
  if (left < 0) throw new Refusal('too many', 'sign-in.too-many-tries')
}

/**
 * Whether this is the actor's own password: asked again before somebody's rights are changed (T26).
 *
 * @throws Refusal `sign-in.too-many-tries` after 10 tries in 15 minutes.
 */
export async function isOwnPassword(database: Database, actor: Actor, password: string): Promise<boolean> {
  await countOwnTry(database, actor.userId)
  const hash = await database.read(actor, findOwnPassword)
  return isPassword(password, hash ?? nobodysHash)
}

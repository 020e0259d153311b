import type { Change, Database } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noteDeniedSignIn } from '../queries/attempts.ts'
import { actorBefore, type Origin, startSession } from '../sign-in.ts'
import { hashToken } from '../tokens.ts'
import { countTry } from '../tries.ts'
import { stepOf } from './one-time-codes.ts'
import { findHalf, type Half, takeHalf, takeRecoveryCode, takeStep } from './queries.ts'
import { hashRecoveryCode } from './recovery-codes.ts'

const mostTries = 10

/** What came of a code: signed in; not right, so many tries are left; or too late, and the password is asked again. */
export type Passed = { token: string } | { triesLeft: number } | 'over'

/**
 * Signs in whoever gave the right password and now gives the code that their app shows, or one from paper.
 *
 * @throws Refusal `sign-in.too-many-tries` after 10 tries in 15 minutes.
 */
export async function passSecondStep(
  database: Database,
  { half: token, code, ...origin }: { half: string; code: string } & Origin,
): Promise<Passed> {
  const now = database.clock.now()
  const half = await findHalf(database, hashToken(token), now)
  if (!half) return 'over'
  const triesLeft = await countTry(database, { key: `code ${half.accountId}`, most: mostTries })
  if (triesLeft < 0) {
    await noteDeniedSignIn(database, half.email, now, 'too many codes')
    throw new Refusal('too many', 'sign-in.too-many-tries')
  }
  const actor = actorBefore(half.accountId, half.agencyId)
  const isRight = await database.change(actor, (change) => take(change, half, token, code), { channel: 'web' })
  if (!isRight) {
    await noteDeniedSignIn(database, half.email, now, 'wrong code')
    return { triesLeft }
  }
  return { token: await startSession(database, actor, origin) }
}

/** Uses up the code and the half that it belongs to, both or none. */
async function take(change: Change, { accountId, secret }: Half, token: string, code: string): Promise<boolean> {
  const step = stepOf(secret, code, change.now)
  const isTaken =
    step === undefined ? await takeRecoveryCode(change, hashRecoveryCode(code)) : await takeStep(change, step)
  const isRight = isTaken && (await takeHalf(change, hashToken(token)))
  const name = isRight ? 'second-step.passed' : 'second-step.not-passed'
  change.record({ name, subjectId: accountId, fieldGroup: 'administration' })
  return isRight
}

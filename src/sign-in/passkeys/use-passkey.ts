import type { Actor, Database } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noteDeniedSignIn } from '../queries/attempts.ts'
import { actorBefore, type Origin, startSession } from '../sign-in.ts'
import { countTry } from '../tries.ts'
import { checkSigned, type Place, readSigned } from './ceremonies.ts'
import { useChallenge } from './challenges.ts'
import { findPasskey, type KnownPasskey, type Purpose, takeCounter } from './queries.ts'

const mostTriesOfAddress = 50

/** What a browser answered with a passkey, and where. */
export interface Answer {
  place: Place
  /** Of the cookie that came with the challenge. */
  token: string | undefined
  /** As the browser said it, in JSON. */
  said: string
}

/**
 * Signs somebody in by a passkey: both steps in one, since it asks for finger, face or PIN itself.
 *
 * @returns the token for the cookie; undefined for everything that is not right, of which nothing is said.
 * @throws Refusal `sign-in.too-many-tries` after 50 tries from a network address in 15 minutes.
 */
export async function signInByPasskey(database: Database, answer: Answer, origin: Origin): Promise<string | undefined> {
  if ((await countTry(database, { key: `address ${origin.address}`, most: mostTriesOfAddress })) < 0) {
    throw new Refusal('too many', 'sign-in.too-many-tries')
  }
  const challenge = await useChallenge(nobody(database), answer.token, 'sign-in')
  const found = await checkAnswer(database, answer, challenge)
  if (!found) return undefined
  const actor = actorBefore(found.passkey.accountId, found.passkey.agencyId)
  if (!(await countUse(database, actor, found, 'sign-in'))) return undefined
  return startSession(database, actor, { ...origin, with: 'passkey' })
}

/** Whether the actor proves with a passkey of theirs that it is still they. */
export async function isOwnPasskey(database: Database, actor: Actor, answer: Answer): Promise<boolean> {
  const challenge = await useChallenge(nobody(database), answer.token, 'prove', actor.userId)
  const found = await checkAnswer(database, answer, challenge)
  if (found?.passkey.accountId !== actor.userId) return false
  return countUse(database, actor, found, 'prove')
}

/** Uses a challenge up for good, whatever is refused afterwards. */
const nobody = ({ unknown, clock }: Database) => ({ db: unknown, now: clock.now() })

interface Found {
  passkey: KnownPasskey
  counter: number
}

/** Whose passkey answered; undefined, and in the audit, when it did not answer this challenge or may not be used. */
async function checkAnswer(
  database: Database,
  { place, said }: Answer,
  challenge: string | undefined,
): Promise<Found | undefined> {
  const response = readSigned(said)
  const passkey = response && (await findPasskey(database, response.id))
  const deny = async (why: string) => {
    await noteDeniedSignIn(database, passkey?.email ?? '', database.clock.now(), why)
    return undefined
  }
  if (!challenge) return deny('passkey too late')
  if (!response || !passkey) return deny('unknown passkey')
  if (passkey.isDisabled) return deny('passkey of a disabled account')
  const counter = await checkSigned(place, challenge, response, passkey)
  return counter === undefined ? deny('passkey not right') : { passkey, counter }
}

/** Keeps how often it was used. A counter that fell back means that somebody copied the passkey: refused, and told loudly. */
async function countUse(
  database: Database,
  actor: Actor,
  { passkey, counter }: Found,
  purpose: Purpose,
): Promise<boolean> {
  const { id: subjectId, email } = passkey
  const isFresh = await database.change(
    actor,
    async (change) => {
      const isTaken = await takeCounter(change, subjectId, counter)
      const name = isTaken ? 'passkey.used' : 'passkey.counter-fell-back'
      change.record({ name, subjectId, fieldGroup: 'administration', details: { purpose } })
      return isTaken
    },
    { channel: 'web' },
  )
  if (isFresh) return true
  log.warn({ passkey: subjectId }, 'a passkey counts lower than before: it may have been copied')
  await noteDeniedSignIn(database, email, database.clock.now(), 'passkey counter fell back')
  return false
}

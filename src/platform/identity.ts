import { createHmac, randomBytes } from 'node:crypto'

/** Who acts: a person who signed in, an integration with a token, or the system for an agency. */
export interface Actor {
  userId: string
  agencyId: string
  /** What rows of `sight` may be written for: the user, their teams, their agency. Empty for an administrator. */
  audiences: readonly string[]
  name: string
  agencyName: string
  /** prison, probation, police, council, charity or health */
  agencyKind: string
  roles: readonly string[]
  /** What the roles allow, in the words that routes use: `see cases`, `import people`. */
  may: ReadonlySet<string>
  sessionId?: string
}

/** Whether all that somebody does here is mentoring: they have a login of the database of their own. */
export const isMentorAlone = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.length > 0 && roles.every((role) => role === 'MENTOR')

const blockLength = 64 // of SHA-256: a key of exactly one block needs no padding
const oneHour = 3_600_000

export const newIdentityKey = (): Buffer => randomBytes(blockLength)

/** HMAC's two derived keys: with them the database needs nothing but its own sha256(). */
export const padsOf = (key: Buffer) => ({
  inner: key.map((byte) => byte ^ 0x36),
  outer: key.map((byte) => byte ^ 0x5c),
})
export const keyOf = (innerPad: Buffer): Buffer => Buffer.from(innerPad.map((byte) => byte ^ 0x36))

/**
 * Says who acts, in words that only this program can write: `acting_user()` and its sisters check them with a key that
 * the app's own login cannot read, so SQL that somebody smuggles in cannot turn into another. Good for an hour.
 */
export function signIdentity(key: Buffer, { userId, agencyId, audiences }: Who): string {
  const until = Math.ceil((Date.now() + oneHour) / 1000)
  const said = `${userId}|${agencyId}|${audiences.join(',')}|${until}`
  return `${said}|${createHmac('sha256', key).update(said).digest('hex')}`
}

const keptFor = 60_000 // milliseconds, of an hour
const mostKept = 5_000

/** Signs as signIdentity() does, and hands the same words out for a minute: a page asks for them two or three times. */
export function signerWith(key: Buffer): (who: Who) => string {
  const kept = new Map<string, { words: string; until: number }>()
  return (who) => {
    const name = `${who.userId}|${who.agencyId}|${who.audiences.join(',')}`
    const known = kept.get(name)
    if (known && known.until > Date.now()) return known.words
    if (kept.size >= mostKept) kept.clear()
    const words = signIdentity(key, who)
    kept.set(name, { words, until: Date.now() + keptFor })
    return words
  }
}

export type Who = Pick<Actor, 'userId' | 'agencyId' | 'audiences'>

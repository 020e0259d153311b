import type { Actor, Database } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { noteDeniedSignIn } from '../queries/attempts.ts'
import { proveSession } from '../queries/sessions.ts'
import { actorBefore, type Origin, startSession } from '../sign-in.ts'
import { hashToken, newToken } from '../tokens.ts'
import { type Claims, type Here, leadTo, readReturn, type Trouble } from './openid.ts'
import {
  findProvider,
  findProviderAccount,
  insertJourney,
  type Known,
  linkOwnAccount,
  type Provider,
  takeJourney,
} from './queries.ts'

const longestJourney = 10 * 60_000 // milliseconds

/** @throws Refusal `provider.not-found` */
export async function getProvider(database: Database, agencyId: string): Promise<Provider> {
  const provider = await findProvider(database, agencyId)
  if (!provider) throw new Refusal('not found', 'provider.not-found')
  return provider
}

/**
 * Sends somebody to their agency's provider.
 *
 * @param prover - who proves again who they are; undefined while somebody signs in.
 * @returns where to go, and the token for the cookie; 'down' where the provider does not answer.
 * @throws Refusal `provider.not-found`
 */
export async function leaveForProvider(
  database: Database,
  here: Here,
  { back, prover }: { back: string | undefined; prover: Actor | undefined },
): Promise<{ url: URL; token: string } | 'down'> {
  const provider = await getProvider(database, here.agencyId)
  const led = await leadTo(provider, here, { provesAgain: Boolean(prover) })
  if (led === 'down') return 'down'
  const { url, ...secrets } = led
  const token = newToken()
  const expiresAt = new Date(database.clock.now().getTime() + longestJourney)
  const bound = {
    tokenHash: hashToken(token),
    agencyId: here.agencyId,
    accountId: prover?.userId ?? null,
    back: back ?? null,
  }
  await insertJourney(database, { ...secrets, ...bound, expiresAt })
  return { url, token }
}

interface Arriving {
  /** Of the cookie that they left with. */
  token: string | undefined
  query: string
  origin: Origin
  present: Actor | undefined
}

/** A session that begins, somebody who proved again who they are, or why neither. */
export type Arrival =
  | { token: string; back: string | null }
  | { proved: true; back: string | null }
  | Trouble
  | 'unknown'

/**
 * Takes in whoever comes back from their agency's provider: an account of that agency, by who they are there; the first time by
 * the e-mail address that the provider has verified. No account is made.
 *
 * @throws Refusal `provider.not-found`
 */
export async function arriveFromProvider(database: Database, here: Here, arriving: Arriving): Promise<Arrival> {
  const provider = await getProvider(database, here.agencyId)
  const journey = arriving.token ? await takeJourney(database, hashToken(arriving.token), here.agencyId) : undefined
  if (!journey) return 'refused'
  const claims = await readReturn(provider, here, journey, arriving.query)
  if (typeof claims === 'string') return claims

  const found = await findAccount(database, here.agencyId, provider, claims)
  if (!found) return 'unknown'
  const actor = actorBefore(found.accountId, here.agencyId)
  const { back } = journey
  if (journey.accountId !== null) {
    const { present } = arriving
    if (present?.userId !== journey.accountId || present.userId !== found.accountId) return 'refused'
    await noteProof(database, present)
    return { proved: true, back }
  }
  if (!found.isLinked && !(await link(database, actor, provider, claims))) return 'unknown'
  const token = await startSession(database, actor, { ...arriving.origin, with: 'agency', providerSid: claims.sid })
  return { token, back }
}

/** Whose account this is; undefined, and in the audit, where it is nobody's, or of somebody who may not come in here. */
async function findAccount(
  database: Database,
  agencyId: string,
  provider: Provider,
  claims: Claims,
): Promise<Known | undefined> {
  const { issuer, emailDomains } = provider
  const isOurs = emailDomains.includes(claims.email?.split('@').at(-1) ?? '')
  const email = isOurs ? claims.email : undefined
  const found = await findProviderAccount(database, { agencyId, issuer, subject: claims.subject, email })
  if (found && !found.isShut) return found
  await noteDeniedSignIn(
    database,
    found?.email ?? '',
    database.clock.now(),
    found ? 'agency: shut out' : 'agency: unknown',
  )
  return undefined
}

function link(database: Database, actor: Actor, { issuer }: Provider, { subject }: Claims): Promise<boolean> {
  return database.change(
    actor,
    async (change) => {
      const isLinked = await linkOwnAccount(change, issuer, subject)
      const name = isLinked ? 'account.linked' : 'account.not-linked'
      change.record({ name, subjectId: actor.userId, fieldGroup: 'administration' })
      return isLinked
    },
    { channel: 'web' },
  )
}

function noteProof(database: Database, actor: Actor): Promise<void> {
  return database.change(
    actor,
    async (change) => {
      await proveSession(change)
      change.record({ name: 'session.proved-again', subjectId: actor.userId, fieldGroup: 'administration' })
    },
    { channel: 'web' },
  )
}

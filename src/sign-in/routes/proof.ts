import type { FastifyRequest } from 'fastify'
import { provingField, provingPasskeyField, type WaysToProve } from '../../platform/web/prove-again-page.tsx'
import { placeOf } from '../passkeys/ceremonies.ts'
import { listOwnPasskeys } from '../passkeys/queries.ts'
import { isProved } from '../prove-again.ts'
import { findProvider } from '../provider/queries.ts'
import type { SignedIn } from '../who-is.ts'
import { challengeToken } from './cookies.ts'

/** Whether who sends this request proved lately who they are, or does with it: see `isProved`. */
export function isProvedBy(request: FastifyRequest): Promise<boolean> {
  const { server, actor, body } = request
  const typed = (body ?? {}) as Record<string, unknown>
  const { [provingPasskeyField]: said, [provingField]: password } = typed
  const place = placeOf(server.site.publicUrl)
  return isProved(server.database, actor as SignedIn, {
    passkey: place && typeof said === 'string' && said ? { place, token: challengeToken(request), said } : undefined,
    password: typeof password === 'string' ? password : undefined,
  })
}

/** What else than their password proves who signed in: a passkey that is good at this address, their agency's own account. */
export async function waysToProve({ server, actor, method, url }: FastifyRequest): Promise<WaysToProve> {
  const { database, site } = server
  const hasPasskey = Boolean(placeOf(site.publicUrl)) && (await database.read(actor, listOwnPasskeys)).length > 0
  const provider = await findProvider(database, actor.agencyId)
  if (!provider) return { hasPasskey }
  const back = method === 'GET' ? `&back=${encodeURIComponent(url)}` : ''
  return { hasPasskey, agencyUrl: `/sign-in/agency/${actor.agencyId}?prove=1${back}` }
}

import type { FastifyRequest } from 'fastify'
import { provingField, provingPasskeyField } from '../../platform/web/prove-again-page.tsx'
import { placeOf } from '../passkeys/ceremonies.ts'
import { listOwnPasskeys } from '../passkeys/queries.ts'
import { isProved } from '../prove-again.ts'
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

/** Whether who signed in has a passkey that is good at this address. */
export async function mayProveByPasskey({ server, actor }: FastifyRequest): Promise<boolean> {
  if (!placeOf(server.site.publicUrl)) return false
  return (await server.database.read(actor, listOwnPasskeys)).length > 0
}

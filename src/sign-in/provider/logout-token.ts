import type { JSONWebKeySet } from 'jose'
import { z } from 'zod'
import { askOutside, type OutsideTerms } from '../../platform/outside.ts'
import type { Provider } from './queries.ts'

const event = 'http://schemas.openid.net/event/backchannel-logout'
const claims = z.object({
  jti: z.string().min(1).max(200),
  sub: z.string().min(1).max(255).optional(),
  sid: z.string().min(1).max(255).optional(),
  events: z.object({ [event]: z.object({}) }),
  nonce: z.undefined().optional(), // an ID token has one, and is not to pass for this
})
const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() })

/** Who signed out at their agency's provider. */
export interface SignedOut {
  /** Of the token: it counts once. */
  id: string
  subject: string | undefined
  sid: string | undefined
}

/**
 * Reads a logout token (OpenID Connect Back-Channel Logout 1.0): signed by the provider, for us, in the last minutes.
 *
 * @returns undefined for all else.
 */
export async function readLogoutToken(
  token: string,
  { issuer, clientId }: Pick<Provider, 'issuer' | 'clientId'>,
  terms: OutsideTerms,
): Promise<SignedOut | undefined> {
  const { createLocalJWKSet, jwtVerify } = await import('jose')
  const ask = async (address: string) => (await askOutside(address, {}, terms)).json()
  try {
    const known = metadata.parse(await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`))
    if (known.issuer !== issuer) return undefined
    const keys = createLocalJWKSet((await ask(known.jwks_uri)) as JSONWebKeySet)
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      maxTokenAge: '5 minutes',
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA', 'RS384', 'RS512', 'PS384', 'PS512', 'ES384', 'ES512'],
    })
    const { jti, sub, sid } = claims.parse(payload)
    return sub || sid ? { id: jti, subject: sub, sid } : undefined
  } catch {
    return undefined // unsigned, too old, for somebody else, or no provider to ask
  }
}

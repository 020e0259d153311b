import type { Configuration, CustomFetch } from 'openid-client'
import { log } from '../../platform/log.ts'
import { askOutside, isOwnMachine, mayAsk, OutsideFault, type OutsideTerms } from '../../platform/outside.ts'
import { unseal } from '../../platform/seal.ts'
import type { Journey, Provider } from './queries.ts'

// OpenID Connect as openid-client speaks it: authorization code with PKCE, state and nonce; issuer, audience and signature checked.

/** Loaded when an agency's provider is first asked. */
const openId = () => import('openid-client')

/** Our own address as the provider knows it. */
export interface Here {
  publicUrl: string
  agencyId: string
  /** Which hosts may be asked: see `askOutside`. */
  isPermitted: OutsideTerms['isPermitted']
}
type Address = Pick<Here, 'publicUrl' | 'agencyId'>
type Asking = Pick<Here, 'publicUrl' | 'isPermitted'>
export const returnUrl = ({ publicUrl, agencyId }: Address) =>
  `${new URL(publicUrl).origin}/sign-in/agency/${agencyId}/return`
export const logoutUrl = ({ publicUrl, agencyId }: Address) =>
  `${new URL(publicUrl).origin}/sign-in/agency/${agencyId}/signed-out`

const isDevelopmentAt = ({ publicUrl }: Pick<Here, 'publicUrl'>) => !publicUrl.startsWith('https:')

/** Whether an issuer's address may be asked: see `mayAsk`. */
export const mayBeIssuer = (issuer: string, here: Pick<Here, 'publicUrl'>): boolean =>
  URL.canParse(issuer) && mayAsk(new URL(issuer), isDevelopmentAt(here))

/** What went wrong on the way: the provider does not answer, or what came back is not what it should be. */
export type Trouble = 'down' | 'refused'

/** Asks the provider what it is. @param clientSecret - in the clear. */
async function discover(
  { issuer, clientId }: Pick<Provider, 'issuer' | 'clientId'>,
  clientSecret: string,
  here: Asking,
) {
  const { allowInsecureRequests, customFetch, discovery, enableNonRepudiationChecks } = await openId()
  const isDevelopment = isDevelopmentAt(here)
  const options = {
    [customFetch]: fetchOf({ isDevelopment, isPermitted: here.isPermitted }),
    execute: [enableNonRepudiationChecks, ...(isDevelopment ? [allowInsecureRequests] : [])],
  }
  return discovery(new URL(issuer), clientId, clientSecret, undefined, options)
}

/**
 * Why no provider can be used at this address; undefined when one answers.
 *
 * @returns 'closed' when it, or another server that it uses, is not on the list of hosts that may be asked.
 */
export async function findTrouble(issuer: string, here: Asking): Promise<'silent' | 'closed' | undefined> {
  try {
    const found = await discover({ issuer, clientId: 'none' }, 'none', here)
    const { token_endpoint, userinfo_endpoint, jwks_uri } = found.serverMetadata()
    for (const address of [token_endpoint, userinfo_endpoint, jwks_uri]) {
      const url = address ? new URL(address) : undefined
      if (url && !isOwnMachine(url, isDevelopmentAt(here)) && !(await here.isPermitted(url.hostname))) return 'closed'
    }
    return undefined
  } catch (error) {
    return outsideFaultIn(error)?.isBarred ? 'closed' : 'silent'
  }
}

const configurationOf = (provider: Provider, here: Here): Promise<Configuration> =>
  discover(provider, unseal(provider.clientSecret, 'provider-key'), here)

const freshly = 60 // seconds since somebody proved to the provider who they are, where that is asked for

/** Where to send somebody, and what has to come back with them. @returns 'down' where the provider does not answer. */
export async function leadTo(
  provider: Provider,
  here: Here,
  { provesAgain }: { provesAgain: boolean },
): Promise<(Pick<Journey, 'verifier' | 'state' | 'nonce'> & { url: URL }) | 'down'> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
    await openId()
  try {
    const configuration = await configurationOf(provider, here)
    const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()]
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: returnUrl(here),
      scope: 'openid email',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(provesAgain && { max_age: '0', prompt: 'login' }),
    })
    return { verifier, state, nonce, url }
  } catch (error) {
    note(error)
    return 'down'
  }
}

/** Who came back. */
export interface Claims {
  subject: string
  /** Small letters; undefined where the provider has not verified it. */
  email: string | undefined
  /** What the provider calls its session. */
  sid: string | undefined
}

/** Reads who came back, from what the provider tells us itself. @param query - of the address that they came back to. */
export async function readReturn(
  provider: Provider,
  here: Here,
  journey: Journey,
  query: string,
): Promise<Claims | Trouble> {
  const { authorizationCodeGrant, fetchUserInfo } = await openId()
  const provesAgain = journey.accountId !== null
  try {
    const configuration = await configurationOf(provider, here)
    const tokens = await authorizationCodeGrant(configuration, new URL(returnUrl(here) + query), {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
      ...(provesAgain && { maxAge: freshly }),
    })
    const claims = tokens.claims()!
    const said =
      claims['email'] === undefined ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims
    const isVerified = said['email_verified'] === true && typeof said['email'] === 'string'
    return {
      subject: claims.sub,
      email: isVerified ? String(said['email']).toLowerCase() : undefined,
      sid: typeof claims['sid'] === 'string' ? claims['sid'] : undefined,
    }
  } catch (error) {
    note(error)
    return outsideFaultIn(error) ? 'down' : 'refused'
  }
}

/** What the library asks of the provider goes out by our own door. */
const fetchOf =
  (terms: OutsideTerms): CustomFetch =>
  async (url, { method, headers, body }) =>
    askOutside(url, { method, headers, body: body === undefined || body === null ? undefined : String(body) }, terms)

/** What kept us from asking, however deep the library wrapped it. */
function outsideFaultIn(error: unknown): OutsideFault | undefined {
  if (error instanceof OutsideFault) return error
  return error instanceof Error ? outsideFaultIn(error.cause) : undefined
}

/** The code alone: what a provider says of somebody is personal data. */
function note(error: unknown): void {
  const { name, code } = error as { name?: string; code?: string }
  log.warn({ name, code }, 'signing in through an agency did not work')
}

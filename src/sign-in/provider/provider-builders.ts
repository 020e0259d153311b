import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** What the provider says of one of its people. */
export interface Person {
  sub: string
  email: string
  isVerified?: boolean
}

export const aClient = { id: 'throughline', secret: 'a-secret-that-is-long-enough-for-anybody' }

/** A real provider of sign-in, on a port of its own: signs in, without asking, whoever `person` is. */
export async function aProvider(returnUrls: string[]) {
  const server: Server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const desk: { person: Person } = { person: { sub: 'nobody', email: 'nobody@agency.example' } }

  const sent: string[] = []
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: aClient.id,
        client_secret: aClient.secret,
        redirect_uris: returnUrls,
        backchannel_logout_uri: 'https://throughline.example/signed-out',
        backchannel_logout_session_required: true,
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { backchannelLogout: { enabled: true }, devInteractions: { enabled: false } },
    fetch: async (_url, options) => {
      sent.push(String(options?.body))
      return new Response()
    },
    pkce: { required: () => true },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, email: desk.person.email, email_verified: desk.person.isVerified ?? true }),
    }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['for a test'] },
  })
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next()
    const { prompt, params, session } = await provider.interactionDetails(context.req, context.res)
    if (prompt.name === 'login') {
      const result = { login: { accountId: desk.person.sub } }
      return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false })
    }
    const grant = new provider.Grant({ accountId: session!.accountId, clientId: String(params['client_id']) })
    grant.addOIDCScope('openid email')
    const result = { consent: { grantId: await grant.save() } }
    return provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: true })
  })
  server.on('request', provider.callback())

  /** What the provider sends when this person signs out there. */
  const logoutTokenFor = async (sub: string, sid: string): Promise<string> => {
    const client = (await provider.Client.find(aClient.id)) as unknown as {
      backchannelLogout(sub: string, sid: string): Promise<void>
    }
    await client.backchannelLogout(sub, sid)
    return new URLSearchParams(sent.at(-1)).get('logout_token')!
  }

  return {
    issuer,
    desk,
    logoutTokenFor,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** A browser at the provider: follows it, with its cookies, until it leads back. @returns the address that it leads back to. */
export async function followUntil(start: string, isBack: (url: string) => boolean): Promise<string> {
  const jar = new Map<string, string>()
  let url = start
  for (let hop = 0; hop < 12; hop += 1) {
    if (isBack(url)) return url
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value) jar.set(name!, value)
      else jar.delete(name!)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`The provider stopped at ${url} with ${answer.status}: ${await answer.text()}`)
    url = new URL(next, url).href
  }
  throw new Error('The provider leads in circles.')
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hostsPermittedBy } from '../../../outside-hosts/index.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { ownPath } from '../../back-path.ts'
import { journeyToken, setJourneyCookie, setSessionCookie } from '../../routes/cookies.ts'
import { originOf } from '../../routes/origin.ts'
import { endPresent } from '../../routes/sessions.ts'
import { countTry } from '../../tries.ts'
import { readLogoutToken } from '../logout-token.ts'
import { endProviderSessions, listProviderAgencies } from '../queries.ts'
import { arriveFromProvider, getProvider, leaveForProvider } from '../sign-in-through-agency.ts'
import { AgencyChoicePage, ProvedPage, ProviderTroublePage } from '../views/provider-pages.tsx'

const anyone = { config: { may: 'anyone' as const } }
const mostJourneysOfAddress = 100
const uuid = z.uuid()

interface OfAgency {
  Params: { agencyId: string }
  Querystring: { back?: string; prove?: string }
  Body: unknown
}

/** Through an agency's own provider: links, since a form may not lead to another site. Who comes in, and who does not, is audited. */
export async function providerRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const isPermitted = hostsPermittedBy(database)
  const hereAt = ({ params }: { params: OfAgency['Params'] }) => {
    if (!uuid.safeParse(params.agencyId).success) throw new Refusal('not found', 'provider.not-found')
    return { publicUrl: app.site.publicUrl, agencyId: params.agencyId, isPermitted }
  }

  app.get<OfAgency>('/sign-in/agency', anyone, async (request, reply) => {
    const agencies = await listProviderAgencies(database)
    return reply.page(AgencyChoicePage({ page: request.page(), agencies, back: ownPath(request.query.back) }))
  })

  app.get<OfAgency>('/sign-in/agency/:agencyId', anyone, async (request, reply) => {
    const here = hereAt(request)
    if ((await countTry(database, { key: `agency ${request.ip}`, most: mostJourneysOfAddress })) < 0) {
      throw new Refusal('too many', 'sign-in.too-many-tries')
    }
    const { back, prove } = request.query
    const prover = prove === undefined ? undefined : request.optionalActor
    const led = await leaveForProvider(database, here, { back: ownPath(back), prover })
    if (led === 'down') return showTrouble(request, reply.status(503), here.agencyId, 'down')
    setJourneyCookie(reply, led.token)
    return reply.redirect(led.url.href, 303)
  })

  app.get<OfAgency>('/sign-in/agency/:agencyId/return', anyone, async (request, reply) => {
    const here = hereAt(request)
    const { url, optionalActor: present } = request
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : ''
    const arrival = await arriveFromProvider(database, here, {
      ...{ token: journeyToken(request), query, present },
      origin: originOf(request),
    })
    if (typeof arrival === 'string') {
      return showTrouble(request, reply.status(arrival === 'down' ? 503 : 403), here.agencyId, arrival)
    }
    if ('proved' in arrival) return reply.page(ProvedPage({ page: request.page(), back: ownPath(arrival.back) }))
    await endPresent(request)
    setSessionCookie(reply, arrival.token)
    return reply.redirect(ownPath(arrival.back) ?? '/sign-in', 303)
  })

  // Asked by the provider's own server, not by a browser: answers as the standard has it.
  app.post<OfAgency>('/sign-in/agency/:agencyId/signed-out', anyone, async (request, reply) => {
    const { agencyId } = hereAt(request)
    const provider = await getProvider(database, agencyId)
    const token = (request.body as { logout_token?: unknown } | undefined)?.logout_token
    const terms = { isDevelopment: !app.site.publicUrl.startsWith('https:'), isPermitted }
    const said = typeof token === 'string' ? await readLogoutToken(token, provider, terms) : undefined
    const isFirst = said && (await countTry(database, { key: `logout ${agencyId} ${said.id}`, most: 1 })) >= 0
    if (!said || !isFirst) return reply.status(400).send({ error: 'invalid_request' })
    const { subject, sid } = said
    await endProviderSessions(database, { agencyId, issuer: provider.issuer, subject, sid })
    return reply.status(200).send()
  })
}

async function showTrouble(
  request: FastifyRequest,
  reply: FastifyReply,
  agencyId: string,
  trouble: 'down' | 'refused' | 'unknown',
) {
  const { agencyName } = await getProvider(request.server.database, agencyId)
  return reply.page(ProviderTroublePage({ page: request.page(), agencyId, agencyName, trouble }))
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, readForm, text } from '../platform/web/form.ts'
import { makeToken } from './make-token.ts'
import { getToken, listTokens } from './queries.ts'
import { revokeToken } from './revoke-token.ts'
import { EndTokenPage, IntegrationsPage, TokenMadePage } from './views.tsx'

const newIntegration = z.object({
  name: text(100, { missing: 'name.missing', long: 'name.long' }),
  opens: z.enum(['api', 'scim']).default('api').catch('api'),
})
const administrators = { config: { may: 'administer the agency', looks: 'none' } } as const

interface OfToken {
  Params: { tokenId: string }
}

/** The pages of an agency's tokens. A token itself is on the answer to its making, and on no other page ever. */
export async function integrationRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/integrations', administrators, async (request, reply) => {
    const tokens = await request.read(listTokens)
    const { may } = request.actor
    const isDone = request.query.done === 'ended'
    return reply.page(IntegrationsPage({ page: request.page(), may, tokens, form: blankForm, isDone }))
  })

  app.post('/settings/integrations', administrators, async (request, reply) => {
    const form = readForm(newIntegration, request.body)
    const page = request.page()
    const { may } = request.actor
    if (!form.valid) {
      const tokens = await request.read(listTokens)
      return reply.status(422).page(IntegrationsPage({ page, may, tokens, form }))
    }
    const { name, opens } = form.values
    const { token } = await request.change((change) => makeToken(change, name, opens))
    return reply.page(TokenMadePage({ page, may, name, token, opens, publicUrl: app.site.publicUrl }))
  })

  app.get<OfToken>('/settings/integrations/:tokenId/end', administrators, async (request, reply) => {
    const token = await request.read((reading) => getToken(reading, request.params.tokenId))
    return reply.page(EndTokenPage({ page: request.page(), may: request.actor.may, token }))
  })

  app.post<OfToken>('/settings/integrations/:tokenId/end', administrators, async (request, reply) => {
    await request.change((change) => revokeToken(change, request.params.tokenId))
    return reply.redirect('/settings/integrations?done=ended', 303)
  })
}

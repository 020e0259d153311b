import type { FastifyInstance, FastifyRequest } from 'fastify'
import { systemFor } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, readForm, type Typed, typedBody } from '../../platform/web/form.ts'
import { answerByLink } from '../answer-by-link.ts'
import { hashOf } from '../answer-link.ts'
import { linkAnswerForm } from '../forms.ts'
import { countLinkTries, type FoundLink, openLink } from '../queries/links.ts'
import { AnswerByLinkPage, LinkPlainPage } from '../views/link.tsx'

type OfLink = { Params: { token: string } }
const byLink = { config: { may: 'anyone' } } // whoever holds the link; the audit is written by the functions that open it
const msInQuarterHour = 900_000
const mostTries = 30

/** For a provider without an account: the least, and yes or no, once. */
export async function linkRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfLink>('/answer/:token', byLink, async (request, reply) => {
    const { token } = request.params
    const link = await open(request)
    if (link?.state !== 'open') return reply.status(link ? 410 : 404).page(plainPage(request, link))
    return reply.page(AnswerByLinkPage({ page: request.page(), token, link, form: blankForm }))
  })

  app.post<OfLink>('/answer/:token', byLink, async (request, reply) => {
    const { token } = request.params
    const link = await open(request)
    if (link?.state !== 'open')
      return reply.status(link ? 410 : 404).page(plainPage(request, link, typedBody.parse(request.body)))
    const form = readForm(linkAnswerForm, request.body)
    if (!form.valid) return reply.status(422).page(AnswerByLinkPage({ page: request.page(), token, link, form }))
    try {
      const origin = { channel: 'link' as const, requestId: request.id }
      const system = systemFor(link.fromAgencyId)
      await app.database.change(system, (change) => answerByLink(change, token, form.values), origin)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const state = error.code === 'link.used' ? 'used' : 'closed'
      return reply.status(410).page(plainPage(request, { state }, form.typed))
    }
    return reply.redirect('/answer/thanks', 303)
  })

  app.get('/answer/thanks', byLink, (request, reply) =>
    reply.page(LinkPlainPage({ page: request.page(), what: 'thanks' })),
  )
}

/** A link is 256 random bits; the limit is against somebody who tries all the same. */
async function open(request: FastifyRequest<OfLink>): Promise<FoundLink | undefined> {
  const { database } = request.server
  const since = new Date(database.clock.now().getTime() - msInQuarterHour)
  const tries = await countLinkTries(database, request.ip, since)
  if (tries > mostTries) throw new Refusal('too many', 'link.too-many-tries')
  return openLink(database, hashOf(request.params.token), request.id)
}

const plainPage = (request: FastifyRequest, link: { state: string } | undefined, typed: Typed = {}) => {
  const what = (link?.state ?? 'unknown') as 'used' | 'expired' | 'closed' | 'unknown'
  return LinkPlainPage({ page: request.page(), what, typed })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../../platform/web/form.ts'
import { decideLink } from '../decide-link.ts'
import { countLinks, getLink, listLinks, listRates } from '../queries/links.ts'
import { findLastRun } from '../queries/runs.ts'
import { LinkPage } from '../views/link-page.tsx'
import { LinksPage } from '../views/links-page.tsx'
import { RatesPage } from '../views/rates-page.tsx'
import { words } from '../words.ts'
import { runRoutes } from './runs.ts'

interface OfLink {
  Params: { linkId: string }
  Querystring: { done?: string }
}

const rowsOfPage = 50
const states = ['WAITING', 'JOINED', 'APART'] as const
const lists = { config: { may: 'coordinate the partnership', looks: 'none' as const } }
const looks = { config: { may: 'coordinate the partnership', looks: 'personal' as const } }
const query = z.object({
  state: z.enum(states).catch('WAITING'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
const decision = z.object({
  is: z.enum(['JOINED', 'APART'], { error: 'problem.is' }),
  reason: text(500, { missing: 'problem.reason', long: 'problem.long' }),
  version: z.coerce.number().int().min(0).catch(0),
})

/** Pairs of records that may be one person's: those that wait, what was decided, and how evenly links fall. */
export async function linkRoutes(app: FastifyInstance): Promise<void> {
  await runRoutes(app)

  app.get('/links', lists, async (request, reply) => {
    const { state, page: number } = query.parse(request.query)
    const { counts, found, run } = await request.read(async (reading) => ({
      counts: await countLinks(reading),
      run: await findLastRun(reading),
      found: await listLinks(reading, state, rowsOfPage + 1, (number - 1) * rowsOfPage),
    }))
    const shown = { state, counts, number, run, links: found.slice(0, rowsOfPage), hasMore: found.length > rowsOfPage }
    return reply.page(LinksPage({ page: request.page(), may: request.actor.may, ...shown }))
  })

  app.get('/links/rates', lists, async (request, reply) => {
    const rates = await request.read(listRates)
    return reply.page(RatesPage({ page: request.page(), may: request.actor.may, rates }))
  })

  app.get<OfLink>('/links/:linkId', looks, (request, reply) => show(request, reply, blankForm))

  app.post<OfLink>('/links/:linkId', looks, async (request, reply) => {
    const form = readForm(decision, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { is, reason, version } = form.values
    const { linkId } = request.params
    try {
      await request.change((change) => decideLink(change, linkId, version, is, reason))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'link.changed-meanwhile')) throw error
      return show(request, reply.status(409), withProblems(form, { field: 'is', message: 'problem.meanwhile' }))
    }
    return reply.redirect(`/links/${linkId}?done=${is}`, 303)
  })
}

async function show(request: FastifyRequest<OfLink>, reply: FastifyReply, form: FormState<unknown>) {
  const found = await request.read(async (reading) => {
    const found = await getLink(reading, request.params.linkId)
    reading.look({ action: 'consult', personIds: found.sides.map(({ id }) => id), fieldGroups: ['identity'] })
    return found
  })
  const page = request.page()
  const state = states.find((state) => state === request.query.done)
  const done = state && state !== 'WAITING' ? words(page.locale)(`done.${state}`) : undefined
  return reply.page(LinkPage({ page, may: request.actor.may, ...found, form, done }))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSought } from '../people/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm, withProblems } from '../platform/web/form.ts'
import { countTry } from '../sign-in/index.ts'
import { getBreakGlass, listOwnGlass, listReviews } from './queries.ts'
import { reviewBreakGlass } from './review-break-glass.ts'
import { giveBackGlass, shortestReason, useBreakGlass } from './use-break-glass.ts'
import { AskPage } from './views/ask-page.tsx'
import { GlassPage } from './views/glass-page.tsx'
import { ReviewPage, ReviewsPage } from './views/reviews.tsx'

const rowsOfPage = 50
const mostTries = 10 // in 15 minutes: an emergency mistypes, it does not guess
const reason = z
  .string({ error: 'problem.reason' })
  .trim()
  .min(shortestReason, 'problem.reason')
  .max(1_000, 'problem.reason-long')
const emergency = z.object({
  identifier: z
    .string({ error: 'problem.identifier' })
    .trim()
    .min(1, 'problem.identifier')
    .max(40, 'problem.identifier'),
  reason,
})
const review = z.object({
  finding: z.enum(['JUSTIFIED', 'NOT_JUSTIFIED'], { error: 'problem.finding' }),
  words: reason,
})
const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })

const breaks = { config: { may: 'break glass', looks: 'personal' } } as const
const ending = { config: { may: 'break glass', looks: 'none' } } as const
const breaking = { config: { may: 'break glass', looks: 'none', asksAgain: true } } as const
const reviews = { config: { may: 'review break-glass', looks: 'personal' } } as const
const reviewing = { config: { may: 'review break-glass', looks: 'none' } } as const

/** Sight in an emergency, and its review by somebody else. */
export async function breakGlassRoutes(app: FastifyInstance): Promise<void> {
  app.get('/break-glass', breaks, (request, reply) => showAsk(request, reply, blankForm))

  app.post('/break-glass', breaking, async (request, reply) => {
    const read = readForm(emergency, request.body)
    const { numbers } = readSought(String(read.typed['identifier'] ?? ''), app.database.clock.now().getUTCFullYear())
    const isNumber = numbers.length > 0 || read.problems.some(({ field }) => field === 'identifier')
    const form = isNumber ? read : withProblems(read, { field: 'identifier', message: 'problem.identifier' })
    if (!form.valid) return showAsk(request, reply.status(422), form)
    const left = await countTry(app.database, { key: `break-glass ${request.actor.userId}`, most: mostTries })
    if (left < 0) throw new Refusal('too many', 'break-glass.too-many')
    const id = await request.change((change) => useBreakGlass(change, { ...form.values, numbers }))
    return reply.redirect(`/break-glass/${id}`, 303)
  })

  app.get<OfGlass>('/break-glass/:glassId', breaks, async (request, reply) => {
    const glass = await request.read(async (reading) => {
      const found = await getBreakGlass(reading, request.params.glassId)
      if (found.accountId !== request.actor.userId) throw new Refusal('not found', 'break-glass.not-found')
      reading.look({
        action: 'consult',
        fieldGroups: ['identity'],
        personIds: found.personName ? [found.personId!] : [],
      })
      return found
    })
    return reply.page(GlassPage({ page: request.page(), glass }))
  })

  app.post<OfGlass>('/break-glass/:glassId/end', ending, async (request, reply) => {
    await request.change((change) => giveBackGlass(change, request.params.glassId))
    return reply.redirect(`/break-glass/${request.params.glassId}`, 303)
  })

  app.get('/break-glass/reviews', reviews, async (request, reply) => {
    const { page: number } = pageQuery.parse(request.query)
    const found = await request.read(async (reading) => {
      const rows = await listReviews(reading, rowsOfPage + 1, (number - 1) * rowsOfPage)
      const personIds = rows.flatMap(({ personId, personName }) => (personName ? [personId!] : []))
      reading.look({ action: 'consult', fieldGroups: ['identity'], personIds })
      return rows
    })
    const rows = found.slice(0, rowsOfPage)
    return reply.page(ReviewsPage({ page: request.page(), rows, number, hasMore: found.length > rowsOfPage }))
  })

  app.get<OfGlass>('/break-glass/:glassId/review', reviews, (request, reply) => showReview(request, reply, blankForm))

  app.post<OfGlass>('/break-glass/:glassId/review', reviewing, async (request, reply) => {
    const form = readForm(review, request.body)
    if (!form.valid) return showReview(request, reply.status(422), form)
    await request.change((change) => reviewBreakGlass(change, request.params.glassId, form.values))
    return reply.redirect('/break-glass/reviews', 303)
  })
}

async function showAsk(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const own = await request.read(async (reading) => {
    const rows = await listOwnGlass(reading, rowsOfPage)
    const personIds = rows.flatMap(({ personId, personName }) => (personName ? [personId!] : []))
    reading.look({ action: 'consult', fieldGroups: ['identity'], personIds })
    return rows
  })
  const { actor } = request
  return reply.page(
    AskPage({
      ...{ page: request.page(), form, own, isPublic: actor.agencyKind !== 'charity' },
      mayReview: actor.may.has('review break-glass'),
    }),
  )
}

async function showReview(request: FastifyRequest<OfGlass>, reply: FastifyReply, form: FormState<unknown>) {
  const glass = await request.read(async (reading) => {
    const found = await getBreakGlass(reading, request.params.glassId)
    const isOthers = found.accountId !== request.actor.userId && found.personId !== null
    if (!isOthers) throw new Refusal('not found', 'break-glass.not-found')
    reading.look({ action: 'consult', fieldGroups: ['identity'], personIds: found.personName ? [found.personId!] : [] })
    return found
  })
  return reply.page(ReviewPage({ page: request.page(), glass, form }))
}

interface OfGlass {
  Params: { glassId: string }
}

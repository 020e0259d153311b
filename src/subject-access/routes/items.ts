import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Reading } from '../../platform/database.ts'
import { type FormState, filledForm } from '../../platform/web/form.ts'
import { decideItem, releasePlain } from '../decide-items.ts'
import { decisionTyped, readDecision } from '../item-form.ts'
import { findNextItem, getItem, type Item, listItems } from '../queries/items.ts'
import { listParts } from '../queries/parts.ts'
import { ItemPage } from '../views/item-page.tsx'
import { ItemsPage, PlainPage } from '../views/items-page.tsx'
import { answers, deciding, lookAt, type OfRequest } from './shown.ts'

interface OfItem extends OfRequest {
  Params: { requestId: string; itemId: string }
}
const rowsOfPage = 50
const mostPlain = 2_000
const query = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  show: z.enum(['all', 'undecided']).catch('undecided'),
})

/** What the reader's agency holds, and what it decides about each. */
export async function itemRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfRequest>('/subject-access/:requestId/items', answers, async (request, reply) => {
    const { page: number, show } = query.parse(request.query)
    const { requestId } = request.params
    const shown = await request.read(async (reading) => {
      const only = show === 'undecided' ? show : undefined
      const items = await listItems(reading, requestId, {
        only,
        limit: rowsOfPage + 1,
        offset: (number - 1) * rowsOfPage,
      })
      const plainCount = (await listItems(reading, requestId, { only: 'plain', limit: mostPlain })).length
      return { items, plainCount, asked: await lookAtItems(reading, requestId, items) }
    })
    const items = shown.items.slice(0, rowsOfPage)
    const hasMore = shown.items.length > rowsOfPage
    return reply.page(ItemsPage({ page: request.page(), ...shown, items, show, number, hasMore }))
  })

  app.get<OfRequest>('/subject-access/:requestId/plain', answers, async (request, reply) => {
    const { requestId } = request.params
    const shown = await request.read(async (reading) => {
      const items = await listItems(reading, requestId, { only: 'plain', limit: mostPlain })
      return { items, asked: await lookAtItems(reading, requestId, items) }
    })
    return reply.page(PlainPage({ page: request.page(), ...shown }))
  })

  app.post<OfRequest>('/subject-access/:requestId/plain', deciding, async (request, reply) => {
    const { requestId } = request.params
    await request.change((change) => releasePlain(change, requestId))
    return reply.redirect(`/subject-access/${requestId}/items`, 303)
  })

  app.get<OfItem>('/subject-access/:requestId/items/:itemId', answers, (request, reply) => showItem(request, reply))

  app.post<OfItem>('/subject-access/:requestId/items/:itemId', answers, async (request, reply) => {
    const { requestId, itemId } = request.params
    const item = await request.read((reading) => getItem(reading, requestId, itemId))
    const form = readDecision(request.body, item)
    if (!form.valid) return showItem(request, reply.status(422), form)
    if (form.typed['look']) return showItem(request, reply, form)
    const next = await request.change(async (change) => {
      await decideItem(change, requestId, itemId, form.values)
      return findNextItem(change, requestId)
    })
    const path = `/subject-access/${requestId}`
    return reply.redirect(next ? `${path}/items/${next}?done=next` : `${path}?done=done`, 303)
  })
}

async function showItem(request: FastifyRequest<OfItem>, reply: FastifyReply, form?: FormState<unknown>) {
  const { requestId, itemId } = request.params
  const shown = await request.read(async (reading) => {
    const item = await getItem(reading, requestId, itemId)
    const isOpen = (await listParts(reading, requestId)).some(({ id, decidedAt }) => id === item.partId && !decidedAt)
    return { item, isOpen, asked: await lookAtItems(reading, requestId, [item]) }
  })
  return reply.page(
    ItemPage({
      ...{ page: request.page(), ...shown },
      form: form ?? filledForm(decisionTyped(shown.item)),
      isNext: request.query.done === 'next',
    }),
  )
}

const lookAtItems = (reading: Reading, requestId: string, items: readonly Item[]) =>
  lookAt(reading, requestId, [...new Set(['identity' as const, ...items.map(({ part }) => part)])])

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { filledForm, type Problem, readForm, type Typed, text } from '../../platform/web/form.ts'
import { type ConsentKind, kinds } from '../answers.ts'
import { getLatestText } from '../queries/consents.ts'
import { TextsPage } from '../views/texts-page.tsx'
import { writeText } from '../write-text.ts'

const words = text(2_000, { missing: 'problem.words', long: 'problem.long' })
const typed = z.object({ kind: z.enum(kinds).catch('SHARING'), en: words, it: words, nl: words })
const coordinates = { config: { may: 'coordinate the partnership', looks: 'none' } } as const

/** What people are told before they say yes or no, in three languages: a coordinator writes the next edition. */
export async function textRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/consent-texts', coordinates, (request, reply) =>
    showTexts(request, reply),
  )

  app.post('/consent-texts', coordinates, async (request, reply) => {
    const form = readForm(typed, request.body)
    if (!form.valid) return showTexts(request, reply.status(422), form)
    const { kind, ...said } = form.values
    await request.change((change) => writeText(change, kind, said))
    return reply.redirect('/consent-texts?done=kept', 303)
  })
}

async function showTexts(request: FastifyRequest, reply: FastifyReply, form?: { typed: Typed; problems: Problem[] }) {
  const texts = await request.read(async (reading) => [
    await getLatestText(reading, 'SHARING'),
    await getLatestText(reading, 'SUPPORT'),
    await getLatestText(reading, 'STORY'),
  ])
  const forms = texts.map(({ kind, edition, words }) => {
    const isThis = form && (form.typed['kind'] as ConsentKind | undefined) === kind
    return { kind, edition, form: isThis ? form : filledForm(words) }
  })
  const isDone = (request.query as { done?: string }).done === 'kept'
  return reply.page(
    TextsPage({ page: request.page(), may: request.actor.may, forms, problems: form?.problems ?? [], isDone }),
  )
}

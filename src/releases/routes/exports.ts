import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AskPage, askForExport, type ExportFile, getExportLimit, readReason, takeExport } from '../../exports/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { blankForm } from '../../platform/web/form.ts'
import { type ListFilter, queryOf, readFilter } from '../filters.ts'
import { countInFile, releaseFile } from '../release-file.ts'

const taken = { config: { may: 'see cases', looks: 'personal', asksAgain: true } } as const
const asking = { config: { may: 'see cases', looks: 'none' } } as const

/** The list as a file: at once, or above the partnership's limit by an approval. */
export async function exportRoutes(app: FastifyInstance): Promise<void> {
  app.get('/releases.csv', taken, async (request, reply) => {
    const { locale } = request.page()
    const filter = wholeList(request.query)
    const file = await request.read(async (reading) => {
      const people = await countInFile(reading, filter, locale)
      if (people <= (await getExportLimit(reading))) return releaseFile(reading, filter, locale)
      reading.look({ action: 'search', fieldGroups: ['identity'], details: { people } })
      return undefined
    })
    if (file) return send(reply, file)
    return reply.redirect(`/releases/exports/new?${queryOf(filter)}`, 303)
  })

  app.get('/releases/exports/new', asking, (request, reply) =>
    showAsk(request, reply, wholeList(request.query), blankForm),
  )

  app.post('/releases/exports', asking, async (request, reply) => {
    const form = readReason(request.body)
    const sent = new URLSearchParams(String(form.typed['query'] ?? ''))
    const filter = wholeList(Object.fromEntries(sent))
    if (!form.valid) return showAsk(request, reply.status(422), filter, form)
    const { locale } = request.page()
    const { reason } = form.values
    await request.change(async (change) => {
      const peopleCount = await countInFile(change, filter, locale)
      return askForExport(change, { kind: 'releases', query: queryOf(filter), peopleCount, reason })
    })
    return reply.redirect('/exports?done=asked', 303)
  })

  app.post<{ Params: { requestId: string } }>('/releases/exports/:requestId/file', taken, async (request, reply) => {
    const { locale } = request.page()
    const { requestId } = request.params
    const file = await request.change(async (change) => {
      const { query } = await takeExport(change, requestId, 'releases')
      const filter = wholeList(Object.fromEntries(new URLSearchParams(query)))
      return releaseFile(change, filter, locale, requestId)
    })
    return send(reply, file)
  })
}

const wholeList = (sent: unknown): ListFilter => ({ ...readFilter(sent), after: '', before: '' })

async function showAsk(request: FastifyRequest, reply: FastifyReply, filter: ListFilter, form: FormState<unknown>) {
  const page = request.page()
  const shown = await request.read(async (reading) => ({
    peopleCount: await countInFile(reading, filter, page.locale),
    limit: await getExportLimit(reading),
  }))
  return reply.page(AskPage({ page, kind: 'releases', query: queryOf(filter), form, ...shown }))
}

function send(reply: FastifyReply, { fileName, csv }: ExportFile) {
  reply.header('content-disposition', `attachment; filename="${fileName}"`)
  return reply.type('text/csv; charset=utf-8').send(csv)
}

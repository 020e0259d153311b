import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { askForExport } from '../ask-for-export.ts'
import type { ExportKind } from '../export-kinds.ts'
import type { ExportFile } from '../marked-file.ts'
import { getExportLimit } from '../queries.ts'
import { readReason } from '../reason-form.ts'
import { takeExport } from '../take-export.ts'
import { AskPage } from '../views/ask-page.tsx'

const longestQuery = 1_000 // as the table has it

/** A file that a capability makes: what is in it, about how many people, and who may have it. */
export interface FileSource<Filter> {
  /** The address of the capability, without its slash. */
  kind: ExportKind
  may: string
  /** From an address or from what was kept of it; says no to what cannot be. */
  filterOf(sent: unknown): Filter
  /** The part of an address after the question mark. */
  queryOf(filter: Filter): string
  /** The page that the file is taken from. */
  listHref(filter: Filter): string
  count(reading: Reading, filter: Filter, locale: Locale): Promise<number>
  /** With what its reader sees now, and its look. `asked` is the approval, where there was one. */
  make(
    reading: Reading,
    filter: Filter,
    locale: Locale,
    asked?: { requestId: string; reason: string },
  ): Promise<ExportFile>
}

/** Asking for a file that is about too many people to be had at once, and taking it once it is approved. */
export function fileRoutes<Filter>(app: FastifyInstance, source: FileSource<Filter>): void {
  const { kind, may } = source
  const asking = { config: { may, looks: 'none' } } as const
  const taking = { config: { may, looks: 'personal', asksAgain: true } } as const

  app.get(`/${kind}/exports/new`, asking, (request, reply) => {
    const { reason } = request.query as { reason?: unknown }
    const form = typeof reason === 'string' ? filledForm({ reason }) : blankForm
    return showAsk(request, reply, source, source.filterOf(request.query), form)
  })

  app.post(`/${kind}/exports`, asking, async (request, reply) => {
    const form = readReason(request.body)
    const filter = filterIn(source, String(form.typed['query'] ?? ''))
    if (!form.valid) return showAsk(request, reply.status(422), source, filter, form)
    const { locale } = request.page()
    const query = source.queryOf(filter)
    if (query.length > longestQuery) throw new Refusal('unreadable', 'request.unreadable')
    await request.change(async (change) => {
      const peopleCount = await source.count(change, filter, locale)
      return askForExport(change, { kind, query, peopleCount, reason: form.values.reason })
    })
    return reply.redirect('/exports?done=asked', 303)
  })

  app.post<{ Params: { requestId: string } }>(`/${kind}/exports/:requestId/file`, taking, async (request, reply) => {
    const { locale } = request.page()
    const { requestId } = request.params
    const file = await request.change(async (change) => {
      const { query, reason } = await takeExport(change, requestId, kind)
      return source.make(change, filterIn(source, query), locale, { requestId, reason })
    })
    return sendFile(reply, file)
  })
}

/**
 * The file at once, or where it is about more people than the partnership's limit the page to ask for it.
 *
 * @param sent - the filter, where it is not in the address's query.
 * @param asked - what was said on the way, such as a reason: it goes along to that page.
 */
export async function takeOrAsk<Filter>(
  request: FastifyRequest,
  reply: FastifyReply,
  source: FileSource<Filter>,
  { sent = request.query, asked = {} }: { sent?: unknown; asked?: Record<string, string> } = {},
) {
  const { locale } = request.page()
  const filter = source.filterOf(sent)
  const file = await request.read(async (reading) => {
    const people = await source.count(reading, filter, locale)
    if (people <= (await getExportLimit(reading))) return source.make(reading, filter, locale)
    reading.look({ action: 'search', fieldGroups: ['identity'], details: { people } })
    return undefined
  })
  if (file) return sendFile(reply, file)
  const query = new URLSearchParams([...new URLSearchParams(source.queryOf(filter)), ...Object.entries(asked)])
  return reply.redirect(`/${source.kind}/exports/new?${query}`, 303)
}

/** Sends a file to be saved. */
export function sendFile(reply: FastifyReply, { fileName, csv }: ExportFile) {
  reply.header('content-disposition', `attachment; filename="${fileName}"`)
  return reply.type('text/csv; charset=utf-8').send(csv)
}

const filterIn = <Filter>(source: FileSource<Filter>, query: string): Filter =>
  source.filterOf(Object.fromEntries(new URLSearchParams(query)))

async function showAsk<Filter>(
  request: FastifyRequest,
  reply: FastifyReply,
  source: FileSource<Filter>,
  filter: Filter,
  form: FormState<unknown>,
) {
  const page = request.page()
  const shown = await request.read(async (reading) => ({
    peopleCount: await source.count(reading, filter, page.locale),
    limit: await getExportLimit(reading),
  }))
  const [query, back] = [source.queryOf(filter), source.listHref(filter)]
  return reply.page(AskPage({ page, kind: source.kind, query, back, form, ...shown }))
}

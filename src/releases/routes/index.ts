import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findPeople } from '../../people/index.ts'
import type { Reading } from '../../platform/database.ts'
import { blankForm, readForm, text } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { type ListFilter, queryOf, readFilter } from '../filters.ts'
import { readReleasePage } from '../queries/list.ts'
import { listSavedViews } from '../queries/saved.ts'
import { readFrame } from '../release-list.ts'
import { deleteView, saveView } from '../save-view.ts'
import { ReleaseListPage } from '../views/list.tsx'
import { SaveViewPage } from '../views/save.tsx'
import { exportRoutes } from './exports.ts'

const size = 25
const fieldGroups = ['identity', 'custody', 'needs'] as const
const newView = z.object({
  name: text(60, { missing: 'save.missing', long: 'save.long' }),
  query: z.string().max(1_000).default(''),
})

/** The 12-week list, the reader's own views of it, and the list as a file. */
export async function releaseRoutes(app: FastifyInstance): Promise<void> {
  app.get('/releases', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const page = request.page()
    const filter = readFilter(request.query)
    const list = await request.read((reading) => readList(reading, filter, page.locale))
    return reply.page(
      ReleaseListPage({
        page,
        filter,
        size,
        mayImport: mayImport(request.actor),
        mayChoose: request.actor.may.has('work on cases'),
        ...list,
      }),
    )
  })

  await exportRoutes(app)

  app.get('/releases/views/new', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const saved = await request.read(listSavedViews)
    const query = queryOf(readFilter(request.query))
    return reply.page(SaveViewPage({ page: request.page(), query, saved, form: blankForm }))
  })

  app.post('/releases/views', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const form = readForm(newView, request.body)
    const sent = new URLSearchParams(String(form.typed['query'] ?? ''))
    const query = queryOf(readFilter(Object.fromEntries(sent)))
    if (!form.valid) {
      const saved = await request.read(listSavedViews)
      return reply.status(422).page(SaveViewPage({ page: request.page(), query, saved, form }))
    }
    await request.change((change) => saveView(change, { name: form.values.name, query }))
    return reply.redirect(`/releases?${query}`, 303)
  })

  app.post<{ Params: { id: string } }>(
    '/releases/views/:id/deletion',
    { config: { may: 'see cases', looks: 'none' } },
    async (request, reply) => {
      await request.change((change) => deleteView(change, request.params.id))
      return reply.redirect('/releases', 303)
    },
  )
}

async function readList(reading: Reading, filter: ListFilter, locale: Locale) {
  const { window, partnership, pathwayNames } = await readFrame(reading, locale)
  const list = await readReleasePage(reading, filter, window, size)
  const isEmpty = list.lines.length === 0 && filter.words !== ''
  const suggestions = isEmpty ? await findPeople(reading, filter.words, 5) : []
  const shown = [...list.lines, ...suggestions]
  reading.look({
    action: filter.words === '' ? 'consult' : 'search',
    fieldGroups,
    caseIds: shown.map(({ caseId }) => caseId),
    personIds: shown.map(({ personId }) => personId),
  })
  const { jurisdiction, releaseWindowInDays: windowInDays } = partnership
  return { list, window, windowInDays, jurisdiction, pathwayNames, saved: await listSavedViews(reading), suggestions }
}

const mayImport = ({ agencyKind, may }: { agencyKind: string; may: ReadonlySet<string> }): boolean =>
  agencyKind === 'prison' && may.has('import people')

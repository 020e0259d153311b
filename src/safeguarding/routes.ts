import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies } from '../agencies/index.ts'
import { getCaseFrame } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm } from '../platform/web/form.ts'
import { closeNote, openNote } from './open-note.ts'
import { getOpenedNote, getWalledNote, listOpenedToUs, listOpeningsOf } from './queries.ts'
import { OpenNotePage } from './views/open-note-page.tsx'
import { OpenedNotePage, OpenedNotesPage } from './views/opened-notes.tsx'

const rowsOfPage = 50
const opening = z.object({
  toAgencyId: z.uuid({ error: 'problem.agency' }),
  reason: z.string({ error: 'problem.reason' }).trim().min(20, 'problem.reason').max(1_000, 'problem.reason-long'),
})
const query = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** Opening one mentoring note to one agency, and reading what was opened to one's own. */
export async function safeguardingRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfNote>('/notes/:noteId/opening', works, (request, reply) => showForm(request, reply, blankForm))

  app.post<OfNote>('/notes/:noteId/opening', changes, async (request, reply) => {
    const form = readForm(opening, request.body)
    if (!form.valid) return showForm(request, reply.status(422), form)
    await request.change((change) => openNote(change, request.params.noteId, form.values))
    return reply.redirect(`/notes/${request.params.noteId}/opening`, 303)
  })

  app.post<OfOpening>('/safeguarding/:openingId/close', changes, async (request, reply) => {
    const noteId = await request.change((change) => closeNote(change, request.params.openingId))
    return reply.redirect(`/notes/${noteId}/opening`, 303)
  })

  app.get('/safeguarding', works, async (request, reply) => {
    const { page: number } = query.parse(request.query)
    const found = await request.read(async (reading) => {
      const rows = await listOpenedToUs(reading, rowsOfPage + 1, (number - 1) * rowsOfPage)
      reading.look({ action: 'consult', personIds: rows.map(({ personId }) => personId), fieldGroups: ['mentoring'] })
      return rows
    })
    const openings = found.slice(0, rowsOfPage)
    return reply.page(OpenedNotesPage({ page: request.page(), openings, number, hasMore: found.length > rowsOfPage }))
  })

  app.get<OfOpening>('/safeguarding/:openingId', works, async (request, reply) => {
    const note = await request.read(async (reading) => {
      const found = await getOpenedNote(reading, request.params.openingId)
      const { personId, caseId, reason } = found
      const fieldGroups = ['identity', 'mentoring'] as const
      reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups, reason })
      return found
    })
    return reply.page(OpenedNotePage({ page: request.page(), note }))
  })
}

async function showForm(request: FastifyRequest<OfNote>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const note = await getWalledNote(reading, request.params.noteId)
    if (!note.isTheirs) throw new Refusal('not allowed', 'safeguarding.not-theirs')
    const frame = await getCaseFrame(reading, note.caseId)
    reading.look({ action: 'consult', personIds: [note.personId], caseIds: [note.caseId], fieldGroups: ['identity'] })
    const agencies = (await listAgencies(reading)).filter(({ id }) => id !== request.actor.agencyId)
    return { frame, note, agencies, openings: await listOpeningsOf(reading, note.id) }
  })
  return reply.page(OpenNotePage({ page: request.page(), form, ...shown }))
}

interface OfNote {
  Params: { noteId: string }
}
interface OfOpening {
  Params: { openingId: string }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ConflictPage, findLastChange, sees } from '../cases/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { pathwayIcons } from '../platform/web/components/index.ts'
import { filledForm, readForm, typedText } from '../platform/web/form.ts'
import { correctNote, withdrawNote } from './correct-note.ts'
import { readNote, type TypedNote, typedNote, typedNow, withdrawal } from './note-form.ts'
import { noteKinds } from './note-kinds.ts'
import { getNote, listIntelligenceHolders, listNotes } from './queries/notes.ts'
import { openFrame } from './read-frame.ts'
import { conflictRows } from './views/conflict-rows.ts'
import { CorrectNotePage, NewNotePage } from './views/note-form-pages.tsx'
import { NotePage } from './views/note-page.tsx'
import { NotesPage } from './views/notes-page.tsx'
import { writeNoteLast } from './write-note.ts'

const rowsOfPage = 30
const query = z.object({
  kind: z.enum(noteKinds).optional().catch(undefined),
  pathway: z.string().max(60).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
  words: z.enum(['only']).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
})
const pathwayCodes = Object.keys(pathwayIcons)

/** The pages of notes. */
export async function noteRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/notes', seen, async (request, reply) => {
    const page = request.page()
    const { kind, pathway, agency: agencyId, words, before } = query.parse(request.query)
    const filter = { kind, pathway, agencyId, hasOwnWords: words === 'only' }
    const shown = await request.read(async (reading) => {
      const opened = await openFrame(reading, request.params.caseId, page.locale)
      const found = await listNotes(reading, request.params.caseId, { filter, before, limit: rowsOfPage + 1 })
      const isClosed = !sees(opened.frame, 'intelligence') && sees(opened.frame, 'risk')
      const holders = isClosed ? await listIntelligenceHolders(reading, request.params.caseId) : []
      return { ...opened, holders, notes: found.slice(0, rowsOfPage), hasMore: found.length > rowsOfPage }
    })
    const agencies = new Map(shown.frame.team.map(({ agencyId: id, agencyName: name }) => [id, { id, name }]))
    const older = shown.hasMore ? shown.notes.at(-1)!.id : undefined
    const props = { page, filter, before, older, agencies: [...agencies.values()], userId: request.actor.userId }
    return reply.page(NotesPage({ ...props, ...shown }))
  })

  app.get<OfCase>('/cases/:caseId/notes/new', works, async (request, reply) => {
    const form = filledForm(typedNow(app.database.clock.now()))
    return reply.page(NewNotePage({ ...(await readChoices(request, request.params.caseId)), form }))
  })

  app.post<OfCase>('/cases/:caseId/notes', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readNote(request.body, app.database.clock.now(), pathwayCodes)
    if (!form.valid) return reply.status(422).page(NewNotePage({ ...(await readChoices(request, caseId)), form }))
    const { lengthInMinutes, pathway, version: _, ...note } = form.values
    const optional = { lengthInMinutes: lengthInMinutes ?? undefined, pathway: pathway || undefined }
    const id = await request.change(async (change) => writeNoteLast(change, caseId, { ...note, ...optional }))
    const isFromOverview = typedText(form, 'from') === 'overview'
    return reply.redirect(isFromOverview ? `/cases/${caseId}#entry-${id}` : `/cases/${caseId}/notes#note-${id}`, 303)
  })

  app.get<OfNote>('/notes/:noteId', seen, async (request, reply) => {
    const shown = await readOne(request)
    const { userId, agencyId, may } = request.actor
    const isManagerOfIt = may.has('keep walls') && shown.note.agencyId === agencyId
    return reply.page(NotePage({ ...shown, userId, isManagerOfIt }))
  })

  app.get<OfNote>('/notes/:noteId/correct', works, async (request, reply) => {
    const shown = await readOne(request)
    if (shown.note.authorId !== request.actor.userId) throw new Refusal('not allowed', 'note.not-yours')
    return reply.page(CorrectNotePage({ ...shown, form: filledForm(typedNote(shown.note)) }))
  })

  app.post<OfNote>('/notes/:noteId', changes, async (request, reply) => {
    const { noteId } = request.params
    const form = readNote(request.body, app.database.clock.now(), pathwayCodes)
    if (!form.valid || typedText(form, 'keep-editing')) {
      return reply.status(422).page(CorrectNotePage({ ...(await readOne(request)), form }))
    }
    const { version, ...correction } = form.values
    const isKept = await wasKept(() => request.change((change) => correctNote(change, noteId, version, correction)))
    if (!isKept) return reply.status(409).page(await conflictPage(request, form.values, form.typed))
    return reply.redirect(`/notes/${noteId}`, 303)
  })

  app.post<OfNote>('/notes/:noteId/withdrawal', changes, async (request, reply) => {
    const { noteId } = request.params
    const form = readForm(withdrawal, request.body)
    if (!form.valid) {
      const shown = await readOne(request)
      const typed = { ...typedNote(shown.note), ...form.typed }
      return reply.status(422).page(CorrectNotePage({ ...shown, form: { ...form, typed } }))
    }
    const { version, reason } = form.values
    await request.change((change) => withdrawNote(change, noteId, version, reason))
    return reply.redirect(`/notes/${noteId}`, 303)
  })
}

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

function readChoices(request: FastifyRequest, caseId: string) {
  const page = request.page()
  return request.read(async (reading) => {
    const { frame, pathways, writable } = await openFrame(reading, caseId, page.locale)
    if (writable.length === 0) throw new Refusal('not allowed', 'note.part-closed')
    return { page, frame, pathways }
  })
}

function readOne(request: FastifyRequest<OfNote>) {
  const page = request.page()
  return request.read(async (reading) => {
    const note = await getNote(reading, request.params.noteId)
    return { page, note, ...(await openFrame(reading, note.caseId, page.locale)) }
  })
}

async function wasKept(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'note.changed-meanwhile')) throw error
    return false
  }
  return true
}

async function conflictPage(request: FastifyRequest<OfNote>, mine: TypedNote, typed: Record<string, unknown>) {
  const { page, note, frame } = await readOne(request)
  const about = { caseId: note.caseId, subjectId: note.id }
  const last = await request.server.database.read(request.actor, (reading) => findLastChange(reading, about))
  return ConflictPage({
    ...{ page, frame, last, current: 'notes', rows: conflictRows(page.locale, note, mine) },
    ...{ action: `/notes/${note.id}`, back: `/notes/${note.id}`, version: note.version },
    typed: typed as Record<string, string>,
  })
}

interface OfCase {
  Params: { caseId: string }
}
interface OfNote {
  Params: { noteId: string }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { filledForm, type Problem, typedText, withProblems } from '../../platform/web/form.ts'
import { fileUnfiled, throwAway, whyNot } from '../file-from-wing.ts'
import { findPerson } from '../find-person.ts'
import { getUnfiled, listUnfiled } from '../queries/unfiled.ts'
import { readSession } from '../session-form.ts'
import { UnfiledNotePage, UnfiledPage } from '../views/unfiled-pages.tsx'

const seen = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** What came from the wing and could not be filed: its author alone sees it, files it or throws it away. */
export async function unfiledRoutes(app: FastifyInstance): Promise<void> {
  app.get('/key-work/unfiled', seen, async (request, reply) => {
    const notes = await request.read(async (reading) => {
      const found = await listUnfiled(reading)
      reading.look({ action: 'consult', fieldGroups: ['notes'], details: { unfiled: found.length } })
      return found
    })
    return reply.page(UnfiledPage({ page: request.page(), notes }))
  })

  app.get<OfNote>('/key-work/unfiled/:unfiledId', seen, async (request, reply) => {
    const note = await readOne(request)
    return reply.page(UnfiledNotePage({ page: request.page(), note, form: filledForm(note.said) }))
  })

  app.post<OfNote>('/key-work/unfiled/:unfiledId', changes, async (request, reply) => {
    const { unfiledId } = request.params
    const note = await readOne(request)
    const form = readSession(request.body, note.writtenAt)
    const who = typedText(form, 'who').trim()
    const found = await request.read((reading) => findPerson(reading, who, note.writtenAt))
    const why = whyNot(found)
    const problems: Problem[] = why ? [{ field: 'who', message: who ? `problem.who-${why}` : 'problem.who' }] : []
    if (!form.valid || problems.length > 0 || !found) {
      const shown = withProblems(form, ...problems)
      return reply.status(422).page(UnfiledNotePage({ page: request.page(), note, form: shown }))
    }
    await request.change((change) => fileUnfiled(change, unfiledId, found.caseId, form.values))
    return reply.redirect(`/key-work?done=${unfiledId}`, 303)
  })

  app.post<OfNote>('/key-work/unfiled/:unfiledId/removal', changes, async (request, reply) => {
    await request.change((change) => throwAway(change, request.params.unfiledId))
    return reply.redirect('/key-work/unfiled', 303)
  })
}

function readOne(request: FastifyRequest<OfNote>) {
  return request.read(async (reading) => {
    const note = await getUnfiled(reading, request.params.unfiledId)
    reading.look({ action: 'consult', fieldGroups: ['notes'], details: { unfiled: 1 } })
    return note
  })
}

interface OfNote {
  Params: { unfiledId: string }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { type NewNote, writeNoteLast } from '../contacts/index.ts'
import type { Actor } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { notFoundAnswer, problemAnswers, sendJson } from './answers.ts'
import { noteIdOf } from './note-id.ts'
import { refuseFields } from './problems.ts'
import { findOwnNote } from './queries/notes.ts'
import { newNote, note as noteAnswer, noteHeaders } from './schemas/note.ts'
import { caseParams } from './schemas/parts.ts'

const largestNote = 256 * 1024 // bytes; the longest text takes 56 KB of it in the widest script
const oneMinute = 60_000 // two clocks never agree quite
const alreadyThere = '23505' // PostgreSQL: a row with this id exists

export async function noteRoutes(v1: FastifyInstance): Promise<void> {
  v1.withTypeProvider<ZodTypeProvider>().post(
    '/cases/:caseId/notes',
    {
      config: { may: 'work on cases', looks: 'personal', isApi: true },
      bodyLimit: largestNote,
      schema: {
        summary: 'Write a note on a case',
        params: caseParams,
        headers: noteHeaders,
        body: newNote,
        response: { 201: noteAnswer, ...problemAnswers, ...notFoundAnswer },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const { caseId } = request.params
      const now = request.server.database.clock.now()
      const happenedAt = body.happenedAt ? new Date(body.happenedAt) : now
      if (happenedAt.getTime() > now.getTime() + oneMinute)
        return refuseFields(reply, { field: 'happenedAt', code: 'in-the-future' })

      const note = {
        ...body,
        id: noteIdOf(actor, request.headers['idempotency-key']),
        pathway: body.pathway ?? undefined,
        happenedAt,
        lengthInMinutes: body.lengthInMinutes ?? undefined,
      }
      reply.status(201).header('location', `/api/v1/cases/${caseId}`)
      return sendJson(reply, (await writeOnce(request, caseId, note)) ?? presentNote(note, actor, now))
    },
  )
}

type IdentifiedNote = NewNote & { id: string }

/** @returns what an earlier sending with the same key wrote, as JSON; undefined when this one did. */
async function writeOnce(request: FastifyRequest, caseId: string, note: IdentifiedNote): Promise<string | undefined> {
  try {
    await request.change(async (change) => writeNoteLast(change, caseId, note))
    return undefined
  } catch (error) {
    if ((error as { code?: string }).code !== alreadyThere) throw error
    return request.read(async (reading) => {
      const found = await findOwnNote(reading, note.id)
      if (found?.caseId !== caseId) throw new Refusal('conflict', 'note.key-used') // for a note on another case
      reading.look({ action: 'consult', personIds: [found.personId], caseIds: [caseId], fieldGroups: [found.part] })
      return found.body
    })
  }
}

function presentNote(note: IdentifiedNote, actor: Actor, writtenAt: Date): string {
  const { userId: authorId, name: author, agencyId, agencyName: agency } = actor
  const { id, kind, part, pathway = null, body, ownWords, happenedAt, lengthInMinutes = null } = note
  const said = { id, kind, part, pathway, body, ownWords, happenedAt, lengthInMinutes }
  return JSON.stringify({ ...said, authorId, author, agencyId, agency, writtenAt, correctedAt: null })
}

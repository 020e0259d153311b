import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filledForm, type Problem, type Typed, typedBody, typedText, withProblems } from '../../platform/web/form.ts'
import { fileFromWing, whyNot } from '../file-from-wing.ts'
import { findPerson } from '../find-person.ts'
import { everyDaysOf, findSchedule } from '../queries/schedule.ts'
import { hasArrived } from '../queries/unfiled.ts'
import { recordSession } from '../record-session.ts'
import { openSeal } from '../sealing/open-seal.ts'
import { authorMark, currentKey } from '../sealing/seal-keys.ts'
import { readSession, usualSession } from '../session-form.ts'
import { NotePage, ShellPage } from '../views/note-page.tsx'
import { idOf, wasSaved } from './sessions.ts'

const works = { config: { may: 'work on cases', looks: 'none' } } as const
const letters = z.string().regex(/^[\w-]{1,200000}$/)
const sealedNote = z.object({
  id: z.uuid(),
  keyId: letters,
  author: letters,
  ephemeral: letters,
  nonce: letters,
  sealed: letters,
})
const oldestInMs = 60 * 86_400_000

/** Notes on the wing: the page that opens without a network, and what it sends when there is one again. */
export async function wingRoutes(app: FastifyInstance): Promise<void> {
  app.get('/key-work/note', works, async (request, reply) => {
    const schedule = await request.read((reading) => findSchedule(reading, request.actor.agencyId))
    const everyDays = schedule && everyDaysOf(schedule)
    const usual = usualSession(dayAt(app.database.clock.now()), schedule && { ...schedule, everyDays: everyDays! })
    return showNote(request, reply, filledForm(usual))
  })

  app.post('/key-work/note', works, async (request, reply) => {
    const now = app.database.clock.now()
    const form = readSession(request.body, now)
    const who = typedText(form, 'who').trim()
    const found = who && (await request.read((reading) => findPerson(reading, who, now)))
    const why = who ? whyNot(found || undefined) : undefined
    const problems: Problem[] = [
      ...(who ? [] : [{ field: 'who', message: 'problem.who' }]),
      ...(why ? [{ field: 'who', message: `problem.who-${why}` }] : []),
    ]
    const id = idOf(form)
    if (form.valid && (await wasSaved(request, id))) return reply.redirect(`/key-work?done=${id}`, 303)
    if (!form.valid || problems.length > 0 || !found)
      return showNote(request, reply.status(422), withProblems(form, ...problems))
    await request.change((change) => recordSession(change, found.caseId, { ...form.values, id }))
    return reply.redirect(`/key-work?done=${id}`, 303)
  })

  app.get('/key-work/shell', { config: { may: 'anyone' } }, async (request, reply) => {
    const { reader: _reader, sessionEndsInSeconds: _ends, liveUrl: _live, ...page } = request.page()
    return reply.page(ShellPage({ page, form: filledForm({ kind: 'SESSION' }) }))
  })

  app.get('/key-work/worker.js', { config: { may: 'anyone' } }, async (request, reply) => {
    const { assets } = request.page()
    const worker = assets.find(assets.wingWorker.slice('/assets/'.length))!
    return reply.type(worker.type).header('cache-control', 'no-cache').send(worker.body)
  })

  app.get('/key-work/seal-key', works, async (request) => readSealOf(request))

  app.post('/key-work/sealed', works, async (request, reply) => {
    const read = sealedNote.safeParse(request.body)
    if (!read.success) throw new Refusal('unreadable', 'request.unreadable')
    // Who else sits at the device can neither read a note nor send it as their own.
    if (read.data.author !== authorMark(request.actor.userId)) throw new Refusal('not allowed', 'key-work.not-yours')
    const { id } = read.data
    if (await request.read((reading) => hasArrived(reading, id))) return reply.send({ state: 'already' })

    const text = await openSeal(read.data)
    if (text === undefined) throw new Refusal('unreadable', 'request.unreadable')
    return reply.send({ state: await file(request, id, text) })
  })
}

/** Opened under its author's session and no other. */
async function file(request: FastifyRequest, id: string, text: string): Promise<'filed' | 'aside' | 'already'> {
  const now = request.server.database.clock.now()
  const { pad: _pad, formId: _id, writtenAt: at, ...said } = typedOf(text)
  const writtenAt = new Date(Math.min(now.getTime(), Math.max(Number(at) || 0, now.getTime() - oldestInMs)))
  const form = readSession(said, writtenAt)
  const session = form.valid ? form.values : undefined
  const note = { id, who: typedText({ typed: said }, 'who'), session, said, writtenAt }
  try {
    return await request.change((change) => fileFromWing(change, note))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'key-work.has-arrived') return 'already'
    throw error
  }
}

function typedOf(text: string): Typed {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) fields[name] = [...(fields[name] ?? []), value]
  return typedBody.parse(
    Object.fromEntries(Object.entries(fields).map(([k, all]) => [k, all.length > 1 ? all : all[0]])),
  )
}

async function readSealOf({ actor }: FastifyRequest) {
  const { id: keyId, publicKey: key } = await currentKey()
  return { key, keyId, author: authorMark(actor.userId) }
}

async function showNote(
  request: FastifyRequest,
  reply: FastifyReply,
  form: { typed: Typed; problems: Problem[] },
): Promise<FastifyReply> {
  const isPrison = request.actor.agencyKind === 'prison'
  return reply.page(NotePage({ page: request.page(), isPrison, form, seal: await readSealOf(request) }))
}

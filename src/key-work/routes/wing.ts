import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filledForm, type Problem, type Typed, typedText, withProblems } from '../../platform/web/form.ts'
import { type FromWing, readSealOf, wingRoutes as routesOfWing } from '../../platform/web/wing-routes.ts'
import { fileFromWing, whyNot } from '../file-from-wing.ts'
import { findPerson } from '../find-person.ts'
import { everyDaysOf, findSchedule } from '../queries/schedule.ts'
import { recordSession } from '../record-session.ts'
import { readSession, usualSession } from '../session-form.ts'
import { NotePage, ShellPage } from '../views/note-page.tsx'
import { idOf, wasSaved } from './sessions.ts'

const works = { config: { may: 'work on cases', looks: 'none' } } as const

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

  await routesOfWing(app, {
    folder: '/key-work',
    shell: (page) => ShellPage({ page, form: filledForm({ kind: 'SESSION' }) }),
    file,
  })
}

async function file(
  request: FastifyRequest,
  { id, said, writtenAt }: FromWing,
): Promise<'filed' | 'aside' | 'already'> {
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

async function showNote(
  request: FastifyRequest,
  reply: FastifyReply,
  form: { typed: Typed; problems: Problem[] },
): Promise<FastifyReply> {
  const isPrison = request.actor.agencyKind === 'prison'
  return reply.page(NotePage({ page: request.page(), isPrison, form, seal: await readSealOf(request) }))
}

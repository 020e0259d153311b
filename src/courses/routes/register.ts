import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { type Problem, typedBody, typedText } from '../../platform/web/form.ts'
import { getCourse } from '../queries/courses.ts'
import { listSessionNotes, type Mark, marks, readRegister } from '../queries/register.ts'
import { getSession } from '../queries/sessions.ts'
import { takeRegister } from '../take-register.ts'
import { RegisterPage } from '../views/register-page.tsx'
import { sees, works } from './courses.ts'

export interface OfSession {
  Params: { sessionId: string }
}
const longestWhy = 200
const longestNote = 4000
type Typed = ReturnType<typeof typedBody.parse>

/** The register of one session: the whole group on one page, kept by one request. */
export async function registerRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfSession>('/course-sessions/:sessionId/register', sees, (request, reply) =>
    showRegister(request, reply, {}, []),
  )

  app.post<OfSession>('/course-sessions/:sessionId/register', works, async (request, reply) => {
    const typed = typedBody.parse(request.body)
    const problems = problemsOf(typed)
    if (problems.length > 0) return showRegister(request, reply.status(422), typed, problems)
    const courseId = await request.change((change) =>
      takeRegister(change, request.params.sessionId, readRegisterForm(typed)),
    )
    return reply.redirect(`/courses/${courseId}?done=register`, 303)
  })
}

const places = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => (name.startsWith('place-') ? [name.slice('place-'.length)] : []))

function readRegisterForm(typed: Typed) {
  const rest = marks.find((mark) => mark === typed['rest']) // everybody who is not marked yet
  const marked = new Map<string, { mark: Mark; why: string }>()
  for (const id of places(typed)) {
    const mark = marks.find((each) => each === typed[`mark-${id}`]) ?? rest
    if (mark) marked.set(id, { mark, why: typedText({ typed }, `why-${id}`).trim() })
  }
  const seenUntil = z.iso.datetime().safeParse(typed['seen'])
  if (!seenUntil.success) throw new Refusal('unreadable', 'request.unreadable')
  return { marks: marked, note: typedText({ typed }, 'note').trim(), seenUntil: new Date(seenUntil.data) }
}

function problemsOf(typed: Typed): Problem[] {
  const long = places(typed).filter((id) => typedText({ typed }, `why-${id}`).trim().length > longestWhy)
  const problems = long.map((id) => ({ field: `why-${id}`, message: 'register.why-long' }))
  if (typedText({ typed }, 'note').trim().length > longestNote)
    problems.push({ field: 'note', message: 'register.note-long' })
  return problems
}

async function showRegister(request: FastifyRequest, reply: FastifyReply, typed: Typed, problems: Problem[]) {
  const { sessionId } = request.params as OfSession['Params']
  const shown = await request.read(async (reading) => {
    const session = await getSession(reading, sessionId)
    const course = await getCourse(reading, session.courseId)
    if (course.agencyId !== reading.actor.agencyId) throw new Refusal('not found', 'course.session-not-found')
    const lines = await readRegister(reading, session)
    const [personIds, caseIds] = [lines.map(({ personId }) => personId), lines.map(({ caseId }) => caseId)]
    reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['mentoring'] })
    return { session, course, lines, notes: await listSessionNotes(reading, sessionId), seenAt: reading.now }
  })
  return reply.page(RegisterPage({ page: request.page(), ...shown, typed, problems, userId: request.actor.userId }))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Problem, type Typed, typedBody, typedText } from '../../platform/web/form.ts'
import { type FromWing, readSealOf, wingRoutes } from '../../platform/web/wing-routes.ts'
import { fileRegister } from '../file-register.ts'
import { getCourse } from '../queries/courses.ts'
import { listSessionNotes, readRegister } from '../queries/register.ts'
import { getSession } from '../queries/sessions.ts'
import { problemsOfRegister, readRegisterForm } from '../register-form.ts'
import { takeRegister } from '../take-register.ts'
import { RegisterPage } from '../views/register-page.tsx'
import { RegisterShellPage } from '../views/register-shell-page.tsx'
import { sees, works } from './courses.ts'

export interface OfSession {
  Params: { sessionId: string }
}

/** The register of one session: the whole group on one page, kept by one request, or taken on a wing without a network and kept later. */
export async function registerRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfSession>('/course-sessions/:sessionId/register', sees, (request, reply) =>
    showRegister(request, reply, {}, []),
  )

  app.post<OfSession>('/course-sessions/:sessionId/register', works, async (request, reply) => {
    const typed = typedBody.parse(request.body)
    const problems = problemsOfRegister(typed)
    if (problems.length > 0) return showRegister(request, reply.status(422), typed, problems)
    const courseId = await request.change((change) =>
      takeRegister(change, request.params.sessionId, readRegisterForm(typed)),
    )
    return reply.redirect(`/courses/${courseId}?done=register`, 303)
  })

  await wingRoutes(app, { folder: '/course-sessions', shell: (page) => RegisterShellPage({ page }), file })
}

async function file(request: FastifyRequest, { id, said, writtenAt }: FromWing): Promise<'filed' | 'aside'> {
  const sessionId = z.uuid().safeParse(said['sessionId']).data
  const register = problemsOfRegister(said).length > 0 ? undefined : unlessUnreadable(said)
  if (!sessionId) throw new Refusal('unreadable', 'request.unreadable') // none of our pages seals that
  return request.change((change) => fileRegister(change, { id, sessionId, register, said, writtenAt }))
}

function unlessUnreadable(said: Typed) {
  try {
    return readRegisterForm(said)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A session with its register, for the agency that runs its course. @throws Refusal `course.session-not-found` */
export async function readOwnRegister(reading: Reading, sessionId: string, typed: Typed) {
  const session = await getSession(reading, sessionId)
  const course = await getCourse(reading, session.courseId)
  if (course.agencyId !== reading.actor.agencyId) throw new Refusal('not found', 'course.session-not-found')
  const marked = Object.keys(typed).flatMap((name) => (name.startsWith('place-') ? [name.slice(6)] : []))
  const lines = await readRegister(
    reading,
    session,
    marked.filter((id) => z.uuid().safeParse(id).success),
  )
  const [personIds, caseIds] = [lines.map(({ personId }) => personId), lines.map(({ caseId }) => caseId)]
  reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['mentoring'] })
  return { session, course, lines, notes: await listSessionNotes(reading, sessionId), seenAt: reading.now }
}

async function showRegister(request: FastifyRequest, reply: FastifyReply, typed: Typed, problems: Problem[]) {
  const { sessionId } = request.params as OfSession['Params']
  const shown = await request.read((reading) => readOwnRegister(reading, sessionId, typed))
  const seal = await readSealOf(request)
  const formId = problems.length > 0 ? typedText({ typed }, 'formId') : ''
  const userId = request.actor.userId
  return reply.page(RegisterPage({ page: request.page(), ...shown, typed, problems, userId, seal, formId }))
}

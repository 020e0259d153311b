import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Problem, type Typed, typedBody } from '../../platform/web/form.ts'
import { fileUnfiledRegister, throwRegisterAway } from '../file-register.ts'
import { getCourse } from '../queries/courses.ts'
import { findSession } from '../queries/sessions.ts'
import { getUnfiledRegister, listUnfiledRegisters } from '../queries/unfiled.ts'
import { problemsOfRegister, readRegisterForm } from '../register-form.ts'
import { UnfiledRegisterPage, UnfiledRegistersPage } from '../views/unfiled-pages.tsx'
import { sees, works } from './courses.ts'
import { readOwnRegister } from './register.ts'

interface OfUnfiled {
  Params: { unfiledId: string }
}

/** Registers from a wing that could not be kept as they came: their author alone sees them, settles them, or throws them away. */
export async function unfiledRoutes(app: FastifyInstance): Promise<void> {
  app.get('/course-sessions/unfiled', sees, async (request, reply) => {
    const registers = await request.read(async (reading) => {
      const kept = await listUnfiledRegisters(reading)
      reading.look({ action: 'consult', fieldGroups: ['mentoring'], details: { unfiled: kept.length } })
      return Promise.all(
        kept.map(async (register) => {
          const session = register.sessionId ? await findSession(reading, register.sessionId) : undefined
          return { register, session, course: session && (await getCourse(reading, session.courseId)) }
        }),
      )
    })
    return reply.page(UnfiledRegistersPage({ page: request.page(), registers }))
  })

  app.get<OfUnfiled>('/course-sessions/unfiled/:unfiledId', sees, (request, reply) => showOne(request, reply))

  app.post<OfUnfiled>('/course-sessions/unfiled/:unfiledId', works, async (request, reply) => {
    const typed = typedBody.parse(request.body)
    const problems = problemsOfRegister(typed)
    if (problems.length > 0) return showOne(request, reply.status(422), typed, problems)
    const { unfiledId } = request.params
    const courseId = await request.change(async (change) => {
      const { sessionId } = await getUnfiledRegister(change, unfiledId)
      return fileUnfiledRegister(change, unfiledId, sessionId ?? unfiledId, readRegisterForm(typed))
    })
    return reply.redirect(`/courses/${courseId}?done=register`, 303)
  })

  app.post<OfUnfiled>('/course-sessions/unfiled/:unfiledId/removal', works, async (request, reply) => {
    await request.change((change) => throwRegisterAway(change, request.params.unfiledId))
    return reply.redirect('/course-sessions/unfiled', 303)
  })
}

async function showOne(request: FastifyRequest, reply: FastifyReply, sent?: Typed, problems: Problem[] = []) {
  const { unfiledId } = request.params as OfUnfiled['Params']
  const shown = await request.read(async (reading) => {
    const register = await getUnfiledRegister(reading, unfiledId)
    const typed = sent ?? register.said
    reading.look({ action: 'consult', fieldGroups: ['mentoring'], details: { unfiled: 1 } })
    const session = register.sessionId ? await findSession(reading, register.sessionId) : undefined
    return { register, typed, ...(session && { whole: await readOwnRegister(reading, session.id, typed) }) }
  })
  return reply.page(UnfiledRegisterPage({ page: request.page(), ...shown, problems, userId: request.actor.userId }))
}

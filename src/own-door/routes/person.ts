import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, readForm, text, withProblems } from '../../platform/web/form.ts'
import { hashOf, newDoorToken } from '../codes.ts'
import { enter, leave, readAsked, readLooks, readRecord, say } from '../queries/person.ts'
import { requestKinds } from '../request-kinds.ts'
import { EnterPage, OverPage } from '../views/enter-page.tsx'
import { LooksPage } from '../views/looks-page.tsx'
import { RecordPage } from '../views/record-page.tsx'
import { SayPage } from '../views/say-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit

const enterForm = z.object({
  number: text(20, { missing: 'enter.number-missing', long: 'enter.wrong' }),
  code: text(20, { missing: 'enter.code-missing', long: 'enter.wrong' }),
})
const sayForm = z.object({
  kind: z.enum(requestKinds, { error: 'say.kind-missing' }),
  words: text(2000, { missing: 'say.words-missing', long: 'say.words-long' }),
})

/** The person's own pages. They run on a login of their own, which can read no table. */
export async function personRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { cookie, options, tokenOf, answer, clear } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const record = await readRecord(database, tokenOf(request), request.id)
    if (!record) return reply.page(EnterPage({ page, form: blankForm }))
    return answer(reply).page(RecordPage({ page, record, isDone: request.query.done === 'said' }))
  })

  app.post('/me', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(enterForm, request.body)
    if (!form.valid) return reply.status(422).page(EnterPage({ page, form }))
    // A worker's own pages must not be one step behind the person's.
    const isWorkerHere = request.optionalActor !== undefined
    const token = newDoorToken()
    const number = form.values.number.toUpperCase().replace(/\s/g, '')
    const code = form.values.code.replace(/\D/g, '')
    const isIn = !isWorkerHere && (await enter(database, number, hashOf(code), hashOf(token)))
    if (!isIn) {
      const problem = { field: 'code', message: isWorkerHere ? 'enter.worker-here' : 'enter.wrong' }
      return reply.status(422).page(EnterPage({ page, form: withProblems(form, problem) }))
    }
    return reply.setCookie(cookie, token, options).redirect('/me', 303)
  })

  app.get('/me/looks', forPerson, async (request, reply) => {
    const looks = await readLooks(database, tokenOf(request), request.id)
    const asked = await readAsked(database, tokenOf(request))
    if (!looks || !asked) return reply.redirect('/me', 303)
    return answer(reply).page(LooksPage({ page: pageOf(request), looks, asked }))
  })

  app.get('/me/say', forPerson, async (request, reply) => {
    const record = await readRecord(database, tokenOf(request), request.id)
    if (!record) return reply.redirect('/me', 303)
    return answer(reply).page(SayPage({ page: pageOf(request), form: blankForm }))
  })

  app.post('/me/say', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(sayForm, request.body)
    if (!form.valid) return answer(reply.status(422)).page(SayPage({ page, form }))
    const isKept = await say(database, tokenOf(request), form.values, request.id)
    if (!isKept) {
      return reply
        .status(403)
        .page(SayPage({ page, form: withProblems(form, { field: 'words', message: 'say.over' }) }))
    }
    return reply.redirect('/me?done=said', 303)
  })

  app.post('/me/stop', forPerson, async (request, reply) => {
    await leave(database, tokenOf(request))
    return clear(reply).redirect('/me/over', 303)
  })

  app.get('/me/over', forPerson, (request, reply) => clear(reply).page(OverPage({ page: pageOf(request) })))
}

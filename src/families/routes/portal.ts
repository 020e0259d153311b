import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, readForm, text, typedText, withProblems } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { countTry } from '../../sign-in/index.ts'
import { hashOf, newFamilyNumber, newFamilyToken, pinHashOf, readCode } from '../codes.ts'
import { wordKinds } from '../kinds.ts'
import { answerDay, enter, join, leave, readPage, say, stop } from '../queries/portal.ts'
import { EnterPage, JoinPage, OverPage } from '../views/portal-doors.tsx'
import { PortalPage } from '../views/portal-page.tsx'

const forFamily = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit
const mostTriesOfPlace = 30 // in 15 minutes: a library, a visitors' centre

const pin = z.string({ error: 'door.pin-bad' }).regex(/^\d{6}$/, 'door.pin-bad')
const enterForm = z.object({ number: text(20, { missing: 'door.number-missing', long: 'door.wrong' }), pin })
const joinForm = z.object({ code: text(40, { missing: 'door.code-missing', long: 'door.code-wrong' }), pin })
const sayForm = z.object({
  kind: z.enum(wordKinds, { error: 'portal.kind-missing' }),
  words: text(2000, { missing: 'portal.words-missing', long: 'portal.words-long' }),
})

const dayAnswer = z.object({ invitationId: z.uuid(), answer: z.enum(['COMES', 'CANNOT']) })

/** The pages of family and friends. They run on a login of their own, which can read no table. */
export async function portalRoutes(app: FastifyInstance): Promise<void> {
  const { database, site } = app
  const cookie = site.isSecure ? '__Host-family' : 'family'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: site.isSecure } as const
  const tokenOf = (request: FastifyRequest) => hashOf(request.cookies[cookie] ?? '')
  const isTried = async (request: FastifyRequest) =>
    (await countTry(database, { key: `family ${request.ip}`, most: mostTriesOfPlace })) < 0

  app.get<{ Querystring: { done?: string } }>('/family', forFamily, async (request, reply) => {
    const page = pageOf(request)
    if (!request.cookies[cookie]) return reply.page(EnterPage({ page, form: blankForm }))
    const found = await readPage(database, tokenOf(request), request.id)
    if (!found) return reply.clearCookie(cookie, options).page(OverPage({ page }))
    return reply.page(PortalPage({ page, found, form: blankForm, done: request.query.done }))
  })

  app.post('/family', forFamily, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(enterForm, request.body)
    if (!form.valid) return reply.status(422).page(EnterPage({ page, form }))
    const number = form.values.number.replace(/\D/g, '')
    const token = newFamilyToken()
    const isIn =
      !(await isTried(request)) && (await enter(database, number, pinHashOf(number, form.values.pin), hashOf(token)))
    if (!isIn) {
      const told = withProblems(form, { field: 'pin', message: 'door.wrong' })
      return reply.status(422).page(EnterPage({ page, form: told }))
    }
    return reply.setCookie(cookie, token, options).redirect('/family', 303)
  })

  app.get('/family/join', forFamily, (request, reply) =>
    reply.page(JoinPage({ page: pageOf(request), form: blankForm })),
  )

  app.post('/family/join', forFamily, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(joinForm, request.body)
    if (!form.valid) return reply.status(422).page(JoinPage({ page, form }))
    const [number, token] = [newFamilyNumber(), newFamilyToken()]
    const code = hashOf(readCode(form.values.code))
    const isIn =
      !(await isTried(request)) &&
      (await join(database, { code, number, pin: pinHashOf(number, form.values.pin), token: hashOf(token) }))
    if (!isIn) {
      const told = withProblems(form, { field: 'code', message: 'door.code-wrong' })
      return reply.status(422).page(JoinPage({ page, form: told }))
    }
    return reply.setCookie(cookie, token, options).redirect('/family?done=joined', 303)
  })

  app.post('/family/say', forFamily, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(sayForm, request.body)
    const isForWorkerOnly = typedText(form, 'isForWorkerOnly') === 'yes'
    const isKept =
      form.valid && (await say(database, tokenOf(request), { ...form.values, isForWorkerOnly }, request.id))
    if (isKept) return reply.redirect('/family?done=said', 303)
    const found = await readPage(database, tokenOf(request), request.id)
    // What was typed stays readable; nothing of the person does.
    if (!found) return reply.status(403).page(OverPage({ page, typed: typedText(form, 'words') }))
    return reply.status(422).page(PortalPage({ page, found, form }))
  })

  app.post<{ Params: { invitationId: string } }>('/family/days/:invitationId', forFamily, async (request, reply) => {
    const asked = dayAnswer.safeParse({ ...request.params, ...(request.body as object | null) })
    if (asked.success) await answerDay(database, tokenOf(request), asked.data, request.id)
    return reply.redirect('/family#days', 303) // a session that is over says so there
  })

  app.post('/family/stop', forFamily, async (request, reply) => {
    await stop(database, tokenOf(request), request.id)
    return reply.clearCookie(cookie, options).redirect('/family/over', 303)
  })

  app.post('/family/leave', forFamily, async (request, reply) => {
    await leave(database, tokenOf(request))
    return reply.clearCookie(cookie, options).redirect('/family/over', 303)
  })

  app.get('/family/over', forFamily, (request, reply) => reply.page(OverPage({ page: pageOf(request) })))
}

/** Without the frame of a worker, should one be signed in in the same browser. */
function pageOf(request: FastifyRequest): PageContext {
  const { reader: _reader, sessionEndsInSeconds: _seconds, ...page } = request.page()
  return page
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, typedText, withProblems } from '../../platform/web/form.ts'
import { ownPath } from '../back-path.ts'
import { getOwnAddressee } from '../queries/passwords.ts'
import { halfToken, setSessionCookie } from '../routes/cookies.ts'
import { originOf } from '../routes/origin.ts'
import { endPresent } from '../routes/sessions.ts'
import { countOwnTry, isOwnPassword } from '../set-password.ts'
import { confirmSecondStep, prepareSecondStep, renewRecoveryCodes, turnSecondStepOff } from './keep-second-step.ts'
import { passSecondStep } from './pass-second-step.ts'
import { findOwnSecondStep } from './queries.ts'
import { CodePage } from './views/code.tsx'
import { PaperCodesPage } from './views/paper-codes.tsx'
import { SecondStepPage } from './views/second-step.tsx'

const typedCode = z.object({
  code: z.string({ error: 'step.code-missing' }).trim().min(1, 'step.code-missing').max(40),
})
const typedPassword = z.object({ password: z.string({ error: 'password.enter' }).min(1, 'password.enter') })
const mine = { config: { may: 'signed-in', looks: 'none' as const, isOpenFirst: true } }
const anyone = { config: { may: 'anyone' as const } }

/** The code that follows the password, and setting it up on one's own account. */
export async function secondStepRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app

  app.get<{ Querystring: { back?: string } }>('/sign-in/code', anyone, async (request, reply) => {
    if (!halfToken(request)) return reply.redirect('/sign-in', 303)
    return reply.page(CodePage({ page: request.page(), form: blankForm, back: ownPath(request.query.back) }))
  })

  app.post('/sign-in/code', anyone, async (request, reply) => {
    const page = request.page()
    const form = readForm(typedCode, request.body)
    const back = ownPath(typedText(form, 'back'))
    const half = halfToken(request)
    if (!form.valid) return reply.status(422).page(CodePage({ page, form, back }))
    const attempt = { half: half ?? '', code: form.values.code, ...originOf(request) }
    const passed = await passSecondStep(database, attempt)
    if (passed === 'over') return reply.status(422).page(CodePage({ page, form, back, isOver: true }))
    if (!('token' in passed)) {
      const told = withProblems(form, { field: 'code', message: 'code.wrong' })
      return reply.status(422).page(CodePage({ page, form: told, back }))
    }
    await endPresent(request)
    setSessionCookie(reply, passed.token)
    return reply.redirect(back ?? '/sign-in', 303)
  })

  app.get<{ Querystring: { done?: string } }>('/account/second-step', mine, (request, reply) =>
    showOwn(request, reply, blankForm, request.query.done === 'off'),
  )

  app.post('/account/second-step/preparation', mine, async (request, reply) => {
    await request.change(prepareSecondStep)
    return reply.redirect('/account/second-step', 303)
  })

  app.post('/account/second-step/confirmation', mine, async (request, reply) => {
    const form = readForm(typedCode, request.body)
    if (!form.valid) return showOwn(request, reply.status(422), form)
    await countOwnTry(database, request.actor.userId)
    const codes = await request.change((change) => confirmSecondStep(change, form.values.code))
    if (codes) return reply.page(PaperCodesPage({ page: request.page(), codes }))
    return showOwn(request, reply.status(422), withProblems(form, { field: 'code', message: 'step.wrong' }))
  })

  app.post('/account/second-step/codes', mine, async (request, reply) => {
    const form = await readPassword(request)
    if (!form.valid) return showOwn(request, reply.status(422), form)
    const codes = await request.change(renewRecoveryCodes)
    return reply.page(PaperCodesPage({ page: request.page(), codes }))
  })

  app.post('/account/second-step/off', mine, async (request, reply) => {
    const form = await readPassword(request)
    if (!form.valid) return showOwn(request, reply.status(422), form)
    await request.change((change) => turnSecondStepOff(change, request.actor.userId))
    return reply.redirect('/account/second-step?done=off', 303)
  })
}

/** The password is asked again before what guards the account changes (T26). */
async function readPassword(request: FastifyRequest) {
  const form = readForm(typedPassword, request.body)
  if (!form.valid) return form
  const isRight = await isOwnPassword(request.server.database, request.actor, form.values.password)
  return isRight ? form : withProblems(form, { field: 'password', message: 'password.wrong' })
}

async function showOwn(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>, isOff = false) {
  const { own, email } = await request.read(async (reading) => ({
    own: await findOwnSecondStep(reading),
    email: (await getOwnAddressee(reading)).email,
  }))
  if (!request.actor.sessionId) throw new Refusal('not allowed', 'actor.may-not')
  return reply.page(SecondStepPage({ page: request.page(), own, email, form, isOff }))
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, readForm, withProblems } from '../../platform/web/form.ts'
import { enqueuePasswordLink } from '../queries/links.ts'
import { findLinkOwner, setPasswordByLink } from '../set-password.ts'
import { countTry } from '../tries.ts'
import { ForgottenPage, LinkEndedPage, LinkSentPage, NewPasswordPage } from '../views/forgotten.tsx'

const whoForgot = z.object({
  email: z
    .string({ error: 'email.missing' })
    .trim()
    .min(1, 'email.missing')
    .max(254, 'email.form')
    .pipe(z.email('email.form')),
})
const newPassword = z.object({ password: z.string({ error: 'password.missing' }) })

const mostOfAccount = 5
const mostOfAddress = 30

interface WithToken {
  Params: { token: string }
  Body: unknown
}

/** Links that are sent and used are audited by the changes that do it. */
export async function forgottenRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app

  app.get('/sign-in/forgotten', { config: { may: 'anyone' } }, async (request, reply) =>
    reply.page(ForgottenPage({ page: request.page(), form: blankForm })),
  )

  app.post<{ Body: unknown }>('/sign-in/forgotten', { config: { may: 'anyone' } }, async (request, reply) => {
    const form = readForm(whoForgot, request.body)
    if (!form.valid) return reply.status(422).page(ForgottenPage({ page: request.page(), form }))

    const { email } = form.values
    if ((await countTry(database, { key: `links from ${request.ip}`, most: mostOfAddress })) < 0) {
      throw new Refusal('too many', 'sign-in.too-many-tries')
    }
    const isTooOften = (await countTry(database, { key: `links ${email.toLowerCase()}`, most: mostOfAccount })) < 0
    if (!isTooOften) await enqueuePasswordLink(database, email) // the answer is the same: nothing is learnt from it
    return reply.page(LinkSentPage({ page: request.page(), email }))
  })

  app.get<WithToken>('/sign-in/new-password/:token', { config: { may: 'anyone' } }, async (request, reply) => {
    const page = request.page()
    const owner = await findLinkOwner(database, request.params.token)
    if (!owner) return reply.status(404).page(LinkEndedPage({ page }))
    return reply.page(NewPasswordPage({ page, form: blankForm, email: owner.email }))
  })

  app.post<WithToken>('/sign-in/new-password/:token', { config: { may: 'anyone' } }, async (request, reply) => {
    const page = request.page()
    const { token } = request.params
    const form = readForm(newPassword, request.body)
    const owner = await findLinkOwner(database, token)
    if (!owner) return reply.status(404).page(LinkEndedPage({ page }))

    const problem = form.valid ? await setPasswordByLink(database, token, form.values.password) : 'password.missing'
    if (!problem) return reply.redirect('/sign-in?done=password', 303)
    const again = withProblems({ ...form, problems: [] }, { field: 'password', message: problem })
    return reply.status(422).page(NewPasswordPage({ page, form: again, email: owner.email }))
  })
}

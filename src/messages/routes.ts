import type { FastifyInstance } from 'fastify'
import { config } from '../platform/config.ts'
import { Refusal } from '../platform/refusal.ts'
import { findWaitingMail, listWaitingMail } from './queries/mail.ts'
import { MailPage, MailsPage } from './views.tsx'

const shown = 20

/** The outbox as pages, where no mail server is set: development and demonstration. */
export async function messageRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', async () => {
    if (config.MAIL_URL) throw new Refusal('not found', 'page.not-found')
  })

  app.get<{ Querystring: { before?: string } }>(
    '/mail',
    { config: { may: 'signed-in', looks: 'none' } },
    async (request, reply) => {
      const { before } = request.query
      const found = await request.read((reading) => listWaitingMail(reading, shown + 1, before))
      const mails = found.slice(0, shown)
      const older = found.length > shown ? mails.at(-1)?.id : undefined
      return reply.page(MailsPage({ page: request.page(), mails, older }))
    },
  )

  app.get<{ Params: { mailId: string } }>(
    '/mail/:mailId',
    { config: { may: 'signed-in', looks: 'none' } },
    async (request, reply) => {
      const mail = await request.read((reading) => findWaitingMail(reading, request.params.mailId))
      if (!mail) throw new Refusal('not found', 'mail.not-found')
      return reply.page(MailPage({ page: request.page(), mail }))
    },
  )
}

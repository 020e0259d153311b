import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getToken } from '../integrations/index.ts'
import { hostsPermittedBy } from '../outside-hosts/index.ts'
import type { Change } from '../platform/database.ts'
import { blankForm, type FormState, filledForm } from '../platform/web/form.ts'
import {
  addWebhook,
  chooseEvents,
  removeWebhook,
  renewSecret,
  sendAgain,
  sendTest,
  switchOff,
  switchOn,
} from './keep-webhook.ts'
import { listMessages } from './queries/messages.ts'
import { getWebhook, listWebhooks } from './queries/webhooks.ts'
import { SecretPage } from './views/secret-page.tsx'
import { WebhookPage } from './views/webhook-page.tsx'
import { WebhooksPage } from './views/webhooks-page.tsx'
import { readEvents, readWebhook } from './webhook-form.ts'
import { words } from './words.ts'

interface OfToken {
  Params: { tokenId: string }
}
interface OfWebhook {
  Params: { webhookId: string }
}

const messagesOfPage = 25
const administrators = { config: { may: 'administer the agency', looks: 'none' } } as const
const changing = { config: { ...administrators.config, asksAgain: true } } as const
const done = z.enum(['chosen', 'on', 'off', 'tested', 'again', 'removed']).optional().catch(undefined)
const query = z.object({ done, before: z.uuid().optional().catch(undefined) })

/** The webhooks of an agency's integrations. A secret is on the answer to its making, and on no other page ever. */
export async function webhookRoutes(app: FastifyInstance): Promise<void> {
  const terms = {
    isDevelopment: !app.site.publicUrl.startsWith('https:'),
    isPermitted: hostsPermittedBy(app.database),
  }

  app.get<OfToken>('/settings/integrations/:tokenId/webhooks', administrators, (request, reply) =>
    showList(request, reply, blankForm),
  )

  app.post<OfToken>('/settings/integrations/:tokenId/webhooks', changing, async (request, reply) => {
    const { tokenId } = request.params
    await request.read((reading) => getToken(reading, tokenId)) // nobody learns from the form which hosts are open
    const form = await readWebhook(request.body, terms)
    if (!form.valid) return showList(request, reply.status(422), form)
    const made = await request.change((change) => addWebhook(change, { tokenId, ...form.values }))
    return reply.page(SecretPage({ page: request.page(), may: request.actor.may, isNew: true, ...made }))
  })

  app.get<OfWebhook>('/settings/integrations/webhooks/:webhookId', administrators, (request, reply) =>
    showOne(request, reply),
  )

  app.post<OfWebhook>('/settings/integrations/webhooks/:webhookId/events', administrators, async (request, reply) => {
    const form = readEvents(request.body)
    if (!form.valid) return showOne(request, reply.status(422), form)
    const { webhookId } = request.params
    await request.change((change) => chooseEvents(change, webhookId, form.values.events))
    return reply.redirect(`/settings/integrations/webhooks/${webhookId}?done=chosen`, 303)
  })

  app.post<OfWebhook>('/settings/integrations/webhooks/:webhookId/secret', changing, async (request, reply) => {
    const { webhookId: id } = request.params
    const secret = await request.change((change) => renewSecret(change, id))
    return reply.page(SecretPage({ page: request.page(), may: request.actor.may, isNew: false, id, secret }))
  })

  const acts: [verb: string, act: (change: Change, id: string) => Promise<void>, done: string][] = [
    ['on', switchOn, 'on'],
    ['off', switchOff, 'off'],
    ['test', sendTest, 'tested'],
  ]
  for (const [verb, act, what] of acts) {
    app.post<OfWebhook>(
      `/settings/integrations/webhooks/:webhookId/${verb}`,
      administrators,
      async (request, reply) => {
        const { webhookId } = request.params
        await request.change((change) => act(change, webhookId))
        return reply.redirect(`/settings/integrations/webhooks/${webhookId}?done=${what}`, 303)
      },
    )
  }

  app.post<OfWebhook>('/settings/integrations/webhooks/:webhookId/removal', administrators, async (request, reply) => {
    const { webhookId } = request.params
    const { tokenId } = await request.read((reading) => getWebhook(reading, webhookId))
    await request.change((change) => removeWebhook(change, webhookId))
    return reply.redirect(`/settings/integrations/${tokenId}/webhooks?done=removed`, 303)
  })

  app.post<{ Params: { webhookId: string; messageId: string } }>(
    '/settings/integrations/webhooks/:webhookId/messages/:messageId/again',
    administrators,
    async (request, reply) => {
      const { webhookId, messageId } = request.params
      await request.change((change) => sendAgain(change, webhookId, messageId))
      return reply.redirect(`/settings/integrations/webhooks/${webhookId}?done=again`, 303)
    },
  )
}

async function showList(request: FastifyRequest<OfToken>, reply: FastifyReply, form: FormState<unknown>) {
  const { tokenId } = request.params
  const shown = await request.read(async (reading) => ({
    token: await getToken(reading, tokenId),
    webhooks: await listWebhooks(reading, tokenId),
  }))
  const page = request.page()
  const told = saidOf(request)
  return reply.page(WebhooksPage({ page, may: request.actor.may, form, done: told, ...shown }))
}

async function showOne(request: FastifyRequest<OfWebhook>, reply: FastifyReply, form?: FormState<unknown>) {
  const { webhookId } = request.params
  const { before } = query.parse(request.query)
  const { webhook, found } = await request.read(async (reading) => ({
    webhook: await getWebhook(reading, webhookId),
    found: await listMessages(reading, webhookId, before, messagesOfPage + 1),
  }))
  const messages = found.slice(0, messagesOfPage)
  const older = found.length > messagesOfPage ? messages.at(-1)!.id : undefined
  const shown = { webhook, messages, older, form: form ?? filledForm({ events: webhook.events }) }
  return reply.page(WebhookPage({ page: request.page(), may: request.actor.may, done: saidOf(request), ...shown }))
}

function saidOf(request: FastifyRequest<OfToken> | FastifyRequest<OfWebhook>): string | undefined {
  const { done: what } = query.parse(request.query)
  return what && words(request.page().locale)(`done.${what}`)
}

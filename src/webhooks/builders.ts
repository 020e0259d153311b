import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import type { Site } from '../platform/testing/site.ts'
import type { World } from '../platform/testing/world.ts'
import type { EventName } from './event-names.ts'
import { postTo } from './jobs.ts'
import { sendWebhooks } from './send-webhooks.ts'

export interface Received {
  headers: Record<string, string>
  body: string
}

/** A real server of somebody else's, which keeps what it is told and answers as it is set to. */
export async function aReceiver() {
  const received: Received[] = []
  const answer = { status: 200 }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      received.push({ headers: request.headers as Record<string, string>, body })
      response.writeHead(answer.status).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    received,
    answer,
    url: `http://127.0.0.1:${port}/events`,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Checks a signature as a receiver does, from the text of the standard and with nothing of ours. */
export function isSignedBy(secret: string, { headers, body }: Received): boolean {
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const wanted = createHmac('sha256', key).update(signed).digest('base64')
  return headers['webhook-signature']!.split(' ').includes(`v1,${wanted}`)
}

/** An integration of somebody's agency with a webhook, made on the pages. */
export async function aWebhook(
  { world, site }: { world: World; site: Site },
  { administrator, url, events }: { administrator: Actor; url: string; events: EventName[] },
): Promise<{ id: string; tokenId: string; secret: string; own: string }> {
  await site.post(administrator, '/settings/integrations', { name: 'Case system' })
  const [token] = await world.inspect<{ id: string }>(
    `select t.id from api_token t join account a on a.id = t.account_id where a.agency_id = $1 order by t.made_at desc, t.id desc limit 1`,
    [administrator.agencyId],
  )
  const made = await site.post(administrator, `/settings/integrations/${token!.id}/webhooks`, { url, events })
  const secret = /whsec_[\w+/=]+/.exec(made.body)![0]
  const id = /\/settings\/integrations\/webhooks\/([\w-]{36})/.exec(made.body)![1]!
  return { id, tokenId: token!.id, secret, own: `/settings/integrations/webhooks/${id}` }
}

/** What the worker does, now. @returns how many arrived. */
export const sendAll = ({ database }: World): Promise<number> =>
  sendWebhooks(database, systemFor('00000000-0000-0000-0000-000000000000'), postTo(database, true))

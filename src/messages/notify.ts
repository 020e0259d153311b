import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { askOutside, OutsideFault } from '../platform/outside.ts'
import type { Deliver } from './send-mail.ts'
import { NeverArrives, type Way } from './ways.ts'

export interface NotifySettings {
  /** `name-SERVICE-SECRET`, as GOV.UK Notify hands it out. */
  key: string
  url: string
  templates: Record<Way, string>
  isDevelopment: boolean
}

const lengthOfUuid = 36
const taken = z.object({ id: z.uuid() })
const asked = z.object({ notifications: z.array(taken) })
const told = z.object({ status: z.string() })
const refused = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })).catch([]) })

/** Gives messages to GOV.UK Notify; a second try first asks whether the first one arrived there after all. */
export function deliverByNotify(settings: NotifySettings): Deliver {
  return async ({ id, way, to, subject, body, tries }) => {
    if (tries > 0) {
      const { notifications } = asked.parse(await ask(settings, 'GET', `/v2/notifications?reference=${id}`))
      if (notifications[0]) return notifications[0].id
    }
    const whom = way === 'TEXT' ? { phone_number: to } : { email_address: to }
    const said = way === 'TEXT' ? { message: body } : { subject, message: body }
    const letter = { ...whom, template_id: settings.templates[way], personalisation: said, reference: id }
    return taken.parse(
      await ask(settings, 'POST', way === 'TEXT' ? '/v2/notifications/sms' : '/v2/notifications/email', letter),
    ).id
  }
}

const failed = new Set([
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
  'virus-scan-failed',
  'cancelled',
])

/** What became of a message that GOV.UK Notify took; undefined while it is on the way. */
export async function askNotify(
  settings: NotifySettings,
  outsideId: string,
): Promise<'ARRIVED' | 'FAILED' | undefined> {
  const { status } = told.parse(await ask(settings, 'GET', `/v2/notifications/${outsideId}`))
  if (failed.has(status)) return 'FAILED'
  return status === 'delivered' || status === 'sent' ? 'ARRIVED' : undefined
}

/** @throws NeverArrives where the request itself is refused (400); OutsideFault where another try may do. */
async function ask(settings: NotifySettings, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${bearerOf(settings.key)}`, 'content-type': 'application/json' }
  const sent = { method, headers, body: body && JSON.stringify(body) }
  const { isDevelopment } = settings
  const { href, hostname } = new URL(path, settings.url)
  // Whoever runs the server named this one host in its settings: no list has to name it again.
  const answer = await askOutside(href, sent, { isDevelopment, isPermitted: async (host) => host === hostname })
  const said: unknown = await answer.json().catch(() => ({}))
  if (answer.ok) return said
  const [first] = refused.parse(said).errors
  // The message names the field, and may repeat what was in it: the kind of error alone is kept.
  const reason = `GOV.UK Notify: ${answer.status} ${first?.error ?? ''}`.trim()
  throw answer.status === 400 ? new NeverArrives(reason) : new OutsideFault(reason)
}

/** A token that is good for half a minute there: JWT by HS256, signed with the last part of the key. */
function bearerOf(key: string): string {
  const secret = key.slice(-lengthOfUuid)
  const service = key.slice(-2 * lengthOfUuid - 1, -lengthOfUuid - 1)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const said = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(Date.now() / 1000) })}`
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`
}

import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anAppointment } from '../appointments/builders.ts'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aChoice } from '../reminders/builders.ts'
import { planReminders } from '../reminders/index.ts'
import { askAfterMessages } from './ask-after.ts'
import { askNotify, deliverByNotify, type NotifySettings } from './notify.ts'
import { sendWaitingMail } from './send-mail.ts'

const service = '26785a09-ab16-4eb0-8407-a37497a57506'
const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const taken = '740e5834-3a29-46b4-9a6f-16142fde533a'
const template = 'f33517ff-2a88-4f6e-b855-c550268ce08a'

/** What GOV.UK Notify was sent, and what it is to answer next. */
const wire = {
  asked: [] as { method: string; path: string; claims: { iss: string; iat: number }; body: Record<string, unknown> }[],
  answers: [] as { status: number; body: object }[],
}
const server = createServer(async (request, response) => {
  let text = ''
  for await (const part of request) text += part
  const [head, claims, signature] = request.headers.authorization!.replace('Bearer ', '').split('.')
  const isTrue = createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url') === signature
  const { status, body } = isTrue
    ? (wire.answers.shift() ?? { status: 201, body: { id: taken } })
    : { status: 403, body: {} }
  wire.asked.push({
    method: request.method!,
    path: request.url!,
    claims: JSON.parse(Buffer.from(claims!, 'base64url').toString()),
    body: text ? JSON.parse(text) : {},
  })
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})

let world: World
let site: Site
let settings: NotifySettings
let prison: Actor
let appointmentId: string
const start = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const templates = { TEXT: template, EMAIL: template }
  settings = { key: `our_key-${service}-${secret}`, url: `http://127.0.0.1:${port}`, templates, isDevelopment: true }
}, 120_000)
afterAll(async () => {
  server.close()
  await site?.close()
  await world?.close()
})
beforeEach(async () => {
  world.time.now = start
  wire.asked = []
  wire.answers = []
  for (const table of ['mail', 'reminder', 'reminder_choice', 'appointment'])
    await world.inspect(`delete from ${table}`)
  prison = await world.aWorkerAt('HMP Fernhall')
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await aChoice(world, prison, caseId)
  const startsAt = new Date(start.getTime() + 5 * 3_600_000)
  appointmentId = await anAppointment(world, prison, caseId, { startsAt })
  await planReminders(world.database, system)
})

const system = systemFor('00000000-0000-0000-0000-000000000000')
const send = () => sendWaitingMail(world.database, system, deliverByNotify(settings), ['TEXT'])
const askAfter = () => askAfterMessages(world.database, system, (id) => askNotify(settings, id))
const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
}
const page = async () => (await site.get(prison, `/appointments/${appointmentId}`)).body
const refusal = {
  status: 400,
  body: { errors: [{ error: 'ValidationError', message: 'phone_number 07700900123 is not valid' }] },
}

test('a text leaves signed, once, with the message alone; that it arrived is asked and shown, and the number is not kept', async () => {
  const sent = [await send(), await send()]
  wire.answers = [{ status: 200, body: { id: taken, status: 'delivered' } }]
  await askAfter()

  const [text] = wire.asked
  expect(sent).toEqual([1, 0])
  expect(text).toMatchObject({ method: 'POST', path: '/v2/notifications/sms', claims: { iss: service } })
  expect(Math.abs(text!.claims.iat - Date.now() / 1000)).toBeLessThan(30)
  expect(text!.body).toEqual({
    phone_number: '07700900123',
    template_id: template,
    reference: expect.any(String),
    personalisation: { message: expect.stringMatching(/^You have an appointment on Monday 2 March 2026 at 14:30\./) },
  })
  expect(await page()).toContain('Text: arrived on')
  expect(await world.inspect('select to_address, body from mail')).toEqual([{ to_address: '', body: '' }])
})

test('a number that is none fails at once; one that is not reached fails later; each is told to the worker', async () => {
  wire.answers = [refusal]
  await send()
  const atOnce = [await page(), (await site.get(prison, '/alerts')).body]
  later(60)
  await send()

  expect(wire.asked).toHaveLength(1)
  expect(atOnce[0]).toContain('Text: did not arrive')
  expect(atOnce[1]).toContain('The text to Danny Okafor did not arrive')
  const [mail] = await world.inspect<{ last_error: string }>('select last_error from mail')
  expect(mail!.last_error).toBe('GOV.UK Notify: 400 ValidationError')
})

test('a text that Notify could not bring is told to the worker', async () => {
  await send()
  wire.answers = [
    { status: 200, body: { status: 'sending' } },
    { status: 200, body: { status: 'permanent-failure' } },
  ]

  const ended = [await askAfter(), await askAfter(), await askAfter()]

  expect(ended).toEqual([0, 1, 0])
  expect(await page()).toContain('Text: did not arrive')
})

test('when Notify is down it is tried again, and one that had arrived there after all is not sent twice', async () => {
  wire.answers = [
    { status: 500, body: {} },
    { status: 200, body: { notifications: [{ id: taken }] } },
  ]
  await send()
  later(2)

  const sent = await send()

  expect(sent).toBe(1)
  expect(wire.asked.map(({ method, path }) => `${method} ${path.split('=')[0]}`)).toEqual([
    'POST /v2/notifications/sms',
    'GET /v2/notifications?reference',
  ])
})

test('in the moment before it leaves it is looked at once more: what was called off meanwhile stays', async () => {
  await world.inspect('update appointment set cancelled_at = now() where id = $1', [appointmentId])

  const sent = await send()

  expect([sent, wire.asked]).toEqual([0, []])
  expect(await world.inspect('select to_address, body from mail')).toEqual([{ to_address: '', body: '' }])
})

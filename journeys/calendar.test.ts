import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import ICAL from 'ical.js'
import { SMTPServer } from 'smtp-server'
import { expect, test } from 'vitest'
import { anAppointment } from '../src/appointments/builders.ts'
import { aCase } from '../src/cases/builders.ts'
import { deliverTo, sendWaitingMail } from '../src/messages/index.ts'
import { systemFor } from '../src/platform/jobs.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { planReminders } from '../src/reminders/index.ts'
import { openJourney, plainPhone } from './journey.ts'

const { world, site, address, pageOf } = await openJourney()

async function aMailServer() {
  const received: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (part) => {
        text += part
      })
      stream.on('end', () => {
        received.push(text)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { received, url: `smtp://127.0.0.1:${port}`, stop: () => new Promise<void>((done) => server.close(done)) }
}

test('a worker books over a clash, moves it, reads it in a calendar elsewhere, and the person is reminded in Italian', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await anAppointment(world, amira, caseId, { title: 'Bank', startsAt: new Date('2026-03-03T10:00:00Z') })

  const phone = await pageOf(amira, plainPhone)
  await phone.goto(`${address}/cases/${caseId}/calendar`)
  await phone.getByRole('button', { name: 'Add an appointment' }).click()
  await phone.getByLabel('What is it for?').fill('Housing talk')
  for (const [label, value] of [['Day', '3'], ['Month', '3'], ['Year', '2026']] as const) // biome-ignore format: one line
    await phone.getByLabel(label, { exact: true }).fill(value)
  await phone.getByLabel('At what time?').fill('10:15')
  await phone.getByLabel('Who with?').selectOption({ label: 'Amira Khan, HMP Fernhall' })
  await phone.getByRole('button', { name: 'Save the appointment' }).click()
  await phone.getByText('Danny is somewhere else then: “Bank” is at 10:00').waitFor()
  await phone.getByRole('button', { name: 'Save it all the same' }).click()

  await phone.goto(`${address}/account/calendar`)
  await phone.getByRole('button', { name: 'Make a secret address' }).click()
  const secret = await phone.getByLabel('Copy this into your calendar program').inputValue()
  const feed = async () => {
    const answer = await site.get(undefined, new URL(secret).pathname)
    if (answer.statusCode !== 200) return answer.statusCode
    const events = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent')
    return events.map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString().slice(11, 16))
  }
  const before = await feed()

  await phone.goto(`${address}/calendar?day=2026-03-03&view=day`)
  await phone.getByRole('link', { name: 'Housing talk' }).click()
  await phone.getByLabel('At what time?').fill('14:30')
  await phone.getByRole('button', { name: 'Save the appointment' }).click()
  const after = await feed()
  await phone.goto(`${address}/account/calendar`)
  await phone.getByRole('button', { name: 'End the address' }).click()
  await phone.getByRole('button', { name: 'Make a secret address' }).waitFor()
  expect([before, after, await feed()]).toEqual([['10:00', '10:15'], ['10:00', '14:30'], 404])

  await phone.goto(`${address}/cases/${caseId}/reminders`)
  await phone.getByRole('radio', { name: 'By e-mail' }).check()
  await phone.getByLabel('E-mail address').fill('danny@example.org')
  await phone.getByLabel('In which language?').selectOption('it')
  await phone.getByLabel('How long before?').selectOption('48')
  await phone.getByLabel('No, only the day and the time').check()
  await phone.getByRole('button', { name: 'Save', exact: true }).click()
  await phone.getByText('Kept. What waited').waitFor()
  const mails = await aMailServer()
  const system = systemFor('00000000-0000-0000-0000-000000000000')
  const { deliver, close } = deliverTo(mails.url, address)
  await planReminders(world.database, system)
  await sendWaitingMail(world.database, system, deliver)
  close()
  await mails.stop()
  expect(mails.received.map((mail) => /Subject: (.*)/.exec(mail)?.[1]?.trim())).toEqual(
    Array(2).fill('Hai un appuntamento'),
  )
  expect(mails.received.join()).not.toMatch(/Housing|Bank|Okafor|Fernhall/)

  // axe needs scripts: the same pages once more with them.
  const desk = await pageOf(amira)
  const found: string[] = []
  for (const path of [
    '/calendar?day=2026-03-03',
    `/cases/${caseId}/calendar?view=list`,
    `/cases/${caseId}/reminders`,
    '/account/calendar',
    '/reminder-letters',
  ]) {
    await desk.goto(address + path)
    found.push(...(await violationsOn(desk)).map((violation) => `${path}: ${violation}`))
  }
  expect(found).toEqual([])
})

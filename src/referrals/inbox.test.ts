import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import { enterReleaseDate } from '../custody/index.ts'
import { aService } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral, sent } from './builders.ts'
import { getReferral } from './queries/referrals.ts'

let world: World
let site: Site
let amira: Actor
let dee: Actor
let police: Actor
let danny: BuiltCase
let needId: string
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  dee = await world.aWorkerAt('Second Step', { kind: 'charity', name: 'Dee Parry' })
  police = await world.aWorkerAt('Police', { kind: 'police' })
  danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })
  needId = (await aNeed(world, amira, danny.id, { words: 'a bed on the first night' })).id
})

const at = (id: string) => world.database.read(amira, (reading) => getReferral(reading, id))

test('the inbox shows it to the receiver alone; its first opening is noted', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })

  const [inbox, others] = [await site.get(dee, '/referrals'), await site.get(police, '/referrals')]
  const page = await site.get(dee, `/referrals/${id}`)

  expect(inbox.body).toContain('Danny Okafor')
  expect(others.body).not.toContain('Danny Okafor')
  expect(page.body).toContain('What you cannot see')
  expect(await at(id)).toMatchObject({ status: 'RECEIVED' })
})

test('where the day of need comes before the last day to answer, that is the day by which to answer', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId, neededByOn: '2026-03-05' })
  const later = await aReferral(world, { from: amira, to: dee, caseId: danny.id, neededByOn: '2026-05-05' })

  const [inbox, page, other] = await Promise.all(
    ['/referrals', `/referrals/${id}`, `/referrals/${later.id}`].map(async (url) => (await site.get(dee, url)).body),
  )

  expect(page).toContain('Answer by Thursday 5 March 2026.')
  expect(other).toMatch(/Answer by [A-Z][a-z]+day \d+ March 2026, /)
  expect(inbox?.match(/needed by Thu 5 Mar/g)).toHaveLength(1)
  expect(inbox).not.toContain('needed by Tue 5 May')
})

test('a sender who looks at what they sent opens nothing for the receiver', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })

  await site.get(amira, `/referrals/${id}`)

  expect(await at(id)).toMatchObject({ status: 'SENT' })
})

test('what the receiver was not shared does not reach its page', async () => {
  await world.inspect(`update person set phone = '07700900123', good_to_know = 'canary-good' where id = $1`, [
    danny.personId,
  ])
  await aNeed(world, amira, danny.id, { words: 'canary-other-need' })
  const { id } = await aReferral(world, { from: amira, to: dee, needId })

  const { body } = await site.get(dee, `/referrals/${id}`)

  for (const hidden of ['07700900123', 'canary']) expect(body).not.toContain(hidden)
})

test('once it is over the receiver keeps what it answered, and no name', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })
  await site.post(dee, `/referrals/${id}/answer`, {
    version: '1',
    answer: 'no',
    reason: 'NO_ROOM',
    words: 'Not before May',
  })

  const pages = [await site.get(dee, `/referrals/${id}`), await site.get(dee, '/referrals?view=declined')]

  expect(pages[0]!.body).toContain('Not before May')
  for (const { body } of pages) expect(body).not.toContain('Okafor')
})

test('a third agency finds no page and can do nothing there', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })

  const answers = [
    await site.get(police, `/referrals/${id}`),
    await site.post(police, `/referrals/${id}/answer`, { version: '1', answer: 'no', reason: 'NO_ROOM' }),
    await site.post(police, `/referrals/${id}/start`, { version: '1' }),
    await site.get(police, `/referrals/${id}/end`),
    await site.post(police, `/referrals/${id}/withdraw`, { version: '1', reason: 'MISTAKE' }),
    await site.get(police, `/needs/${needId}/refer`),
    await site.get(police, `/cases/${danny.id}/referrals`),
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(7).fill(404))
})

test('an answer without what belongs to it is not sent, and keeps what was typed', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })
  const answer = (form: Record<string, string>) => site.post(dee, `/referrals/${id}/answer`, { version: '1', ...form })

  const [yes, no, other, nothing] = [
    await answer({ answer: 'yes' }),
    await answer({ answer: 'no', words: 'kept-as-typed' }),
    await answer({ answer: 'no', reason: 'OTHER' }),
    await answer({}),
  ]

  expect([yes, no, other, nothing].map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422])
  expect(yes.body).toContain('Say who will see to it')
  expect(no.body).toContain('kept-as-typed')
})

test('who is slower sees how it stands, and that what they typed was not sent', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })
  await site.post(amira, `/referrals/${id}/withdraw`, { version: '1', reason: 'FOUND_ELSEWHERE' })

  const late = await site.post(dee, `/referrals/${id}/answer`, { version: '1', answer: 'yes', workerName: 'Dee' })

  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('This referral changed while you looked at it')
  expect(late.body).toContain('Taken back')
})

test('who said yes in one tab and no in another finds all that they typed into the second', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })
  const answer = (form: Record<string, string>) => site.post(dee, `/referrals/${id}/answer`, { version: '1', ...form })
  await answer({ answer: 'yes', workerName: 'Dee Parry' })

  const late = await answer({ answer: 'no', reason: 'NO_ROOM', words: 'Not before May, ask again then' })

  expect(late.statusCode).toBe(409)
  for (const kept of ['What you typed', 'No room', 'Not before May, ask again then']) expect(late.body).toContain(kept)
  expect(await at(id)).toMatchObject({ status: 'ACCEPTED', declineWords: '' })
})

test('the kind of the release date is said in words', async () => {
  const { id } = await aReferral(world, { from: amira, to: dee, needId })
  const entered = { kind: 'HDCAD', day: '2026-11-27', isRecalled: false } as const
  await world.database.change(amira, (change) => enterReleaseDate(change, danny.personId, entered))

  const { body } = await site.get(dee, `/referrals/${id}`)

  expect(body).toContain('Friday 27 November 2026, Home detention curfew')
  expect(body).not.toContain('HDCAD')
})

test('a long inbox is paged, longest waiting first, each once', async () => {
  const serviceId = await aService(world, dee)
  for (let count = 0; count < 27; count++) {
    world.time.now = new Date(Date.parse('2026-03-02T09:30:00Z') + (count % 5) * 60_000)
    const { id } = await aNeed(world, amira, danny.id)
    await sent(world, amira, { needId: id, serviceId })
  }
  world.time.now = new Date('2026-03-02T09:30:00Z')
  const seen: string[] = []
  let href: string | undefined = '/referrals'

  while (href) {
    const { body }: { body: string } = await site.get(dee, href)
    seen.push(...[...body.matchAll(/href="\/referrals\/([0-9a-f-]{36})"/g)].map(([, id]) => id!))
    href = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }

  expect(seen).toHaveLength(27)
  expect(new Set(seen).size).toBe(27)
}, 30_000)

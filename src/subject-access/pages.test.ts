import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNote } from '../contacts/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPasswordOf, goodPassword } from '../sign-in/builders.ts'
import { aRequest, aSharedRecord, built, decidedAndChecked, itemsOf } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const asked = {
  ...{ askedBy: 'PERSON', askerName: '', channel: 'LETTER', proof: 'KNOWN', locale: 'en' },
  ...{ 'receivedOn-day': '2', 'receivedOn-month': '3', 'receivedOn-year': '2026' },
}

test('a manager writes a request down, and reads until when the copy is to be given', async () => {
  const { prison, record } = await aSharedRecord(world)

  const kept = await site.post(prison.first, `/cases/${record.id}/subject-access`, asked)
  const page = await site.get(prison.first, kept.headers.location!)
  const list = await site.get(prison.first, '/subject-access')

  expect([kept.statusCode, page.statusCode, list.statusCode]).toEqual([303, 200, 200])
  expect(page.body).toContain('Thu 2 Apr 2026')
  expect(page.body).toContain('Wexley Council')
  expect(list.body).toContain('Danny Okafor')
})

test('what cannot be taken stands beside its field, and what was typed is kept', async () => {
  const { prison, record } = await aSharedRecord(world)
  const path = `/cases/${record.id}/subject-access`

  const wrong = await site.post(prison.first, path, { ...asked, askedBy: 'REPRESENTATIVE', 'receivedOn-year': '2027' })
  const stranger = await site.post(prison.first, path, { ...asked, askedBy: 'REPRESENTATIVE', askerName: 'Anna Reed' })

  expect([wrong.statusCode, stranger.statusCode]).toEqual([422, 422])
  expect(wrong.body).toContain('not later than today')
  expect(wrong.body).toContain('value="2027"')
  expect(stranger.body).toContain('their authority has to be seen')
})

test('no page of the prison or the police says that the charity answers too, and none of the prison that the police do', async () => {
  const { prison, police, charity, record } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  const pagesOf = async (manager: Actor) => {
    const paths = [`/subject-access/${requestId}`, `/subject-access/${requestId}/items?show=all`, '/subject-access']
    const answers = await Promise.all(paths.map((path) => site.get(manager, path)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    return answers.map(({ body }) => body).join()
  }

  const [atPrison, atPolice, atCharity] = [
    await pagesOf(prison.first),
    await pagesOf(police.first),
    await pagesOf(charity.first),
  ]

  expect(atPrison).not.toMatch(/blue boat|Harlow|does not see it, and does not know/)
  expect(atPolice).toContain('Harlow')
  expect(atPolice).not.toMatch(/blue boat|Open Door/)
  expect(atCharity).toContain('blue boat')
  expect(atCharity).not.toContain('Harlow')
})

test('words are taken out as they stand, shown before they are kept, and a slip of a letter lets nothing through', async () => {
  const { council, prison, record } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  const note = (await itemsOf(world, council.first, requestId)).find(({ kind }) => kind === 'NOTE')!
  const path = `/subject-access/${requestId}/items/${note.id}`
  const form = { decision: 'REDACT', exemption: 'THIRD_PARTY', version: '1' }

  const slip = await site.post(council.first, path, { ...form, words: 'Rosalind Fairwether' })
  const looked = await site.post(council.first, path, { ...form, words: 'Rosalind Fairweather', look: 'yes' })
  const kept = await site.post(council.first, path, { ...form, words: 'Rosalind Fairweather' })
  const late = await site.post(council.first, path, { ...form, words: 'Mill Lane' })

  expect([slip.statusCode, looked.statusCode, kept.statusCode, late.statusCode]).toEqual([422, 200, 303, 409])
  expect(slip.body).toContain('Rosalind Fairwether')
  expect(looked.body).toMatch(/Neighbour .*taken out.* objects/)
})

test('a file leaves once and is written down as an export; who got it is kept and the texts are gone', async () => {
  const shared = await aSharedRecord(world)
  const { prison, council, record } = shared
  const requestId = await aRequest(world, prison.first, record)
  for (const pair of [prison, council]) await decidedAndChecked(world, pair, requestId)
  for (const pair of [shared.police, shared.charity]) await decidedAndChecked(world, pair, requestId)
  await built(world, prison.first, requestId)
  const path = `/subject-access/${requestId}`

  const first = await site.post(prison.first, `${path}/copy.pdf`, {})
  const second = await site.post(prison.first, `${path}/copy.pdf`, {})
  const byCouncil = await site.post(council.first, `${path}/copy.pdf`, {})
  const given = await site.post(prison.first, `${path}/given`, {
    ...{ to: 'Danny Okafor', how: 'HAND', 'on-day': '2', 'on-month': '3', 'on-year': '2026' },
  })

  expect([first.statusCode, second.statusCode, byCouncil.statusCode, given.statusCode]).toEqual([200, 409, 404, 303])
  expect(first.headers['content-disposition']).toContain('attachment')
  const exports = await world.inspect(`select from audit where action = 'export' and account_id = $1`, [
    prison.first.userId,
  ])
  expect(exports).toHaveLength(1)
  const kept = await world.inspect<{ fields: unknown; decision: string }>(
    `select i.fields, i.decision from subject_access_item i join subject_access_part p on p.id = i.part_id
     where i.request_id = $1 and not p.is_apart`,
    [requestId],
  )
  expect(kept.length).toBeGreaterThan(3)
  expect(kept.every(({ fields, decision }) => fields === null && decision === 'RELEASE')).toBe(true)
  expect((await site.get(prison.first, path)).body).toContain('Given to Danny Okafor on 2 March 2026')
})

test('a file asks for the password again where it was given more than ten minutes ago', async () => {
  const { prison, council, police, charity, record } = await aSharedRecord(world)
  await aPasswordOf(world, prison.first)
  const requestId = await aRequest(world, prison.first, record)
  for (const pair of [prison, council, police, charity]) await decidedAndChecked(world, pair, requestId)
  await built(world, prison.first, requestId)
  await site.get(prison.first, '/subject-access') // their session begins
  const begun = world.time.now
  world.time.now = new Date(begun.getTime() + 11 * 60_000)
  await world.inspect('update session set seen_at = $2 where account_id = $1', [prison.first.userId, world.time.now])

  const asked = await site.post(prison.first, `/subject-access/${requestId}/copy.json`, {})
  const taken = await site.post(prison.first, `/subject-access/${requestId}/copy.json`, {
    'password-again': goodPassword,
  })
  world.time.now = begun

  expect([asked.statusCode, taken.statusCode]).toEqual([403, 200])
  expect(asked.body).toContain('Your password again')
})

test('the case page and its timeline open as before, for the agency that handles the request and for another', async () => {
  const { prison, council, record } = await aSharedRecord(world)
  await aRequest(world, prison.first, record)

  for (const { first } of [prison, council]) {
    const page = await site.get(first, `/cases/${record.id}`)
    expect([page.statusCode, page.body.includes('subject-access.asked')]).toEqual([200, false])
  }
})

test('a decision is sent back with why, and decided again', async () => {
  const { prison, record } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  for (const { id } of await itemsOf(world, prison.first, requestId)) {
    await site.post(prison.first, `/subject-access/${requestId}/items/${id}`, { decision: 'RELEASE', version: '1' })
  }
  await site.post(prison.first, `/subject-access/${requestId}/sent`, {})
  const waiting = await site.get(prison.second, `/subject-access/${requestId}`)
  const part = /\/parts\/([0-9a-f-]{36})/.exec(waiting.body)![1]
  const path = `/subject-access/${requestId}/parts/${part}`

  const silent = await site.post(prison.second, `${path}/return`, { words: '' })
  const back = await site.post(prison.second, `${path}/return`, { words: 'Take the phone number out.' })
  const page = await site.get(prison.first, `/subject-access/${requestId}`)

  expect([silent.statusCode, back.statusCode]).toEqual([422, 303])
  expect(silent.body).toContain('Write what has to change')
  expect(page.body).toContain('The second check sent it back: Take the phone number out.')
})

test('the second check is told where words that were taken out still stand in another item', async () => {
  const { council, prison, record } = await aSharedRecord(world)
  await aNote(world, council.first, record.id, { body: 'Rosalind  fairweather rang again.' })
  const requestId = await aRequest(world, prison.first, record)
  const items = await itemsOf(world, council.first, requestId)
  const first = items.find(({ fields }) => JSON.stringify(fields).includes('Mill Lane'))!
  for (const { id } of items) {
    const decision =
      id === first.id
        ? { decision: 'REDACT', exemption: 'THIRD_PARTY', words: 'Rosalind Fairweather' }
        : { decision: 'RELEASE' }
    await site.post(council.first, `/subject-access/${requestId}/items/${id}`, { ...decision, version: '1' })
  }
  await site.post(council.first, `/subject-access/${requestId}/sent`, {})
  const part = /\/parts\/([0-9a-f-]{36})/.exec(
    (await site.get(council.second, `/subject-access/${requestId}`)).body,
  )![1]

  const check = await site.get(council.second, `/subject-access/${requestId}/parts/${part}`)

  expect(check.body).toContain('Words taken out stand elsewhere')
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { addSupervision } from '../src/cases/index.ts'
import type { Actor } from '../src/platform/database.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

async function isAccessible(actor: Actor, urls: string[]) {
  const page = await pageOf(actor, phone)
  for (const url of urls) {
    await page.goto(url)
    expect([url, await violationsOn(page)]).toEqual([url, []])
  }
  await page.close()
}

/** Days go by; whoever signed in before does so again in the morning. */
async function passTo(at: string) {
  world.time.now = new Date(at)
  await world.inspect(`update session set seen_at = $1::timestamptz, ends_at = $1::timestamptz + interval '10 hours'`, [
    at,
  ])
}

async function say(page: Page, what: string, more: (page: Page) => Promise<unknown> = async () => {}) {
  await page.getByRole('radio', { name: what, exact: true }).check()
  await more(page)
  await page.getByRole('button', { name: 'Record it' }).click()
}

test('one person, one case: received, transferred, to court, out before a bank holiday, recalled and out again', async () => {
  world.time.now = new Date('2026-12-21T09:30:00Z')
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const lea = await world.aWorkerAt('HMP Long Marsh', { name: 'Lea Brook' })
  const tom = await world.aWorkerAt('Merrow Probation', { kind: 'probation', name: 'Tom Reed' })
  const { id: caseId, personId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(amira, (change) => addSupervision(change, caseId, { agencyId: tom.agencyId }))
  await world.insert(
    `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
     values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-12-21', $2)`,
    [caseId, tom.agencyId, tom.userId],
  )
  const [fernhall, marsh, area] = [
    await pageOf(amira, plainPhone),
    await pageOf(lea, plainPhone),
    await pageOf(tom, plainPhone),
  ]
  const moves = `${address}/people/${personId}/movements`

  // Received, and sent on. The first prison is out and sees it on its own page of what it recorded.
  await fernhall.goto(`${address}/cases/${caseId}`)
  await fernhall.getByRole('button', { name: 'Moves in and out of prison' }).click()
  await say(fernhall, 'Received here', async (page) => page.getByLabel('Wing').fill('A'))
  await isAccessible(amira, [moves, `${address}/movements`])
  await fernhall.goto(moves)
  await say(fernhall, 'Transferred to another prison', async (page) =>
    page.getByLabel('Which prison next?').selectOption({ label: 'HMP Long Marsh' }),
  )
  await fernhall.getByText('Danny Okafor: Transferred to another prison, HMP Long Marsh').waitFor()
  expect((await fernhall.goto(`${address}/cases/${caseId}`))?.status()).toBe(404)

  // The next one receives him from its page of arrivals, with what came along.
  await isAccessible(lea, [
    `${address}/arrivals`,
    `${address}/quiet-cases`,
    `${address}/inductions`,
    `${address}/imports/movements`,
  ])
  await marsh.goto(`${address}/arrivals`)
  await marsh.getByLabel('Danny Okafor').check()
  await marsh.getByLabel('Wing').fill('C')
  await marsh.getByRole('button', { name: 'Check before receiving' }).click()
  await marsh.getByLabel('Cell, Danny Okafor').fill('2-11')
  await marsh.getByRole('button', { name: 'Receive one person' }).click()
  await marsh.getByText('One person was received').waitFor()

  // Out at court nobody can be transferred: the page does not offer it. Back, and out on Christmas Eve, a Thursday before four days off.
  await marsh.goto(moves)
  await marsh.getByText('Had a key worker there').waitFor()
  await say(marsh, 'Went out to court')
  await marsh.goto(moves)
  expect(await marsh.getByRole('radio', { name: 'Transferred to another prison' }).count()).toBe(0)
  await say(marsh, 'Came back from court')
  await passTo('2026-12-24T10:00:00Z')
  await marsh.goto(moves)
  await say(marsh, 'Released')
  expect((await marsh.goto(`${address}/cases/${caseId}`))?.status()).toBe(404)

  // Supervision stayed with him over the holiday, and says that he is recalled. The case is the same one.
  await passTo('2026-12-29T10:00:00Z')
  await area.goto(moves)
  await area.getByText('Released.').first().waitFor()
  await say(area, 'Recalled to prison', async (page) =>
    page.getByLabel('Which prison next?').selectOption({ label: 'HMP Fernhall' }),
  )
  await fernhall.goto(`${address}/`)
  await fernhall.getByRole('link', { name: 'One person is on the way to you' }).click()
  await fernhall.getByLabel('Danny Okafor').check()
  await fernhall.getByLabel('Wing').fill('B')
  await fernhall.getByRole('button', { name: 'Check before receiving' }).click()
  await fernhall.getByRole('button', { name: 'Receive one person' }).click()
  await fernhall.goto(moves)
  await say(fernhall, 'Released again after recall')

  await area.goto(moves)
  const kinds = await area.locator('tbody th').allInnerTexts()
  expect(kinds.map((kind) => kind.split('\n')[0]!.trim())).toEqual([
    'Released again after recall',
    'Received here',
    'Recalled to prison',
    'Released',
    'Came back from court',
    'Went out to court',
    'Received here',
    'Transferred to another prison',
    'Received here',
  ])
  const [count] = await world.inspect(
    'select count(*)::int as cases, count(ended_on)::int as ended from case_file where person_id = $1',
    [personId],
  )
  expect(count).toEqual({ cases: 1, ended: 0 })
})

import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const post = async (actor: Actor, url: string, form: Record<string, string | string[]> = {}) => {
  const answer = await site.post(actor, url, { formId: newId(), ...form })
  return [answer.statusCode, String(answer.headers.location ?? answer.body)] as const
}
const journey = { from: 'Wexley', to: 'HMP Fernhall', distance: '12.4', return: 'yes', way: 'CAR', words: '' }
const ibans = ['GB29NWBK60161331926819', 'IT60X0542811101000000123456', 'NL91ABNA0417164300']

/** A charity with a fund, its mentor with an account, its manager and its treasurer. */
async function aFundedCharity(currency = 'GBP') {
  const manager = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['MANAGER'] })
  const treasurer = await world.aColleagueOf(manager, { roles: ['TREASURER'] })
  const mentor = await world.aColleagueOf(manager, { roles: ['MENTOR'], name: 'Rosa Lind' })
  const fund = { name: 'Lottery', currency, amount: '1000', debtorName: 'Second Step', debtorIban: ibans[0]! }
  const days = { 'startsOn-day': '1', 'startsOn-month': '1', 'startsOn-year': '2026' }
  expect(await post(treasurer, '/expenses/funds', { ...fund, ...days })).toEqual([303, '/expenses/funds?done=saved'])
  const [{ id: fundId } = { id: '' }] = await world.inspect<{ id: string }>(
    `select id from fund where agency_id = $1`,
    [manager.agencyId],
  )
  await post(mentor, '/expenses/payee', { holder: 'Rosa Lind', iban: 'gb29 nwbk 6016 1331 9268 19' })
  return { manager, treasurer, mentor, fundId }
}
const claimIds = async (actor: Actor) =>
  (
    await world.inspect<{ id: string }>('select id from expense_claim where claimant_id = $1 order by claimed_at, id', [
      actor.userId,
    ])
  ).map(({ id }) => id)

async function upload(actor: Actor, fields: Record<string, string>, file: Buffer, name = 'receipt.jpg') {
  const boundary = 'b-o-u-n-d'
  const parts = Object.entries({ formId: newId(), ...fields }).map(
    ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { cookie: await site.cookieFor(actor), 'content-type': `multipart/form-data; boundary=${boundary}` }
  return site.app.inject({ method: 'POST', url: '/expenses/receipt', headers, payload })
}

test('a journey is claimed, approved by somebody else, put into the bank’s file and paid', async () => {
  const { manager, treasurer, mentor, fundId } = await aFundedCharity()
  expect(await post(mentor, '/expenses/journey', { ...journey, fundId })).toEqual([303, '/expenses?done=claimed'])
  const [claimId] = await claimIds(mentor)
  const list = (await site.get(manager, '/expenses/claims')).body
  expect([list.includes('£11.16'), list.includes('24.8 miles')]).toEqual([true, true]) // 2 x 12.4 miles at 45p

  await post(manager, `/expenses/claims/${claimId}/decision`, { decision: 'APPROVED' })
  const [, place] = await post(treasurer, '/expenses/batches', { fundId })
  const xml = (await site.get(treasurer, `${place}/pain.xml`)).body
  expect(await post(treasurer, `${place}/pay`)).toEqual([303, '/expenses/funds?done=paid'])

  expect([xml.includes('<InstdAmt Ccy="GBP">11.16</InstdAmt>'), xml.includes(`<IBAN>${ibans[0]}</IBAN>`)]).toEqual([
    true,
    true,
  ])
  expect((await site.get(mentor, '/expenses')).body).toContain('Paid')
  const funds = (await site.get(treasurer, '/expenses/funds')).body
  for (const money of ['£11.16', '£988.84']) expect(funds).toContain(money)
})

test('nobody approves their own, and a mentor neither decides nor pays', async () => {
  const { manager, treasurer, mentor, fundId } = await aFundedCharity()
  for (const claimant of [manager, treasurer, mentor]) {
    await post(claimant, '/expenses/journey', { ...journey, fundId })
    const [claimId] = await claimIds(claimant)
    expect((await post(claimant, `/expenses/claims/${claimId}/decision`, { decision: 'APPROVED' }))[0]).toBe(403)
  }
  const [own] = await claimIds(manager)
  for (const by of [manager, treasurer])
    await expect(
      world.database.change(manager, async ({ db, record }) => {
        await sql`update expense_claim set decision = 'APPROVED', decided_by = ${by.userId}, decided_at = now() where id = ${own}`.execute(
          db,
        )
        record({ name: 'test.done', subjectId: own!, fieldGroup: 'administration' })
      }),
    ).rejects.toThrow(/check constraint|not one's own/)
  expect((await post(manager, '/expenses/batches', { fundId }))[0]).toBe(403)
  expect((await site.get(manager, '/expenses/funds')).statusCode).toBe(403)
  expect(
    (await world.inspect(`select from expense_claim where decision is not null and claimant_id = $1`, [mentor.userId]))
      .length,
  ).toBe(0)
})

test('a second claim for one journey is told, either way round, and kept when it was another', async () => {
  const { mentor, fundId } = await aFundedCharity()
  await post(mentor, '/expenses/journey', { ...journey, fundId })
  const back = { ...journey, from: 'hmp fernhall', to: 'Wexley', fundId }

  const [status, page] = await post(mentor, '/expenses/journey', back)

  expect([
    status,
    page.includes('You have claimed this journey already'),
    page.includes('value="hmp fernhall"'),
  ]).toEqual([422, true, true])
  expect((await post(mentor, '/expenses/journey', { ...back, another: 'yes' }))[0]).toBe(303)
  expect(await claimIds(mentor)).toHaveLength(2)
})

test('a receipt is drawn anew without the place it was taken, a script is refused, and the same receipt twice is told', async () => {
  const { manager, mentor, fundId } = await aFundedCharity()
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#aaa' } })
  const photo = await picture
    .withExif({ IFD0: { Copyright: 'CANARY-PHONE' } })
    .jpeg()
    .toBuffer()
  const fields = { what: 'PARKING', amount: '3.20', fundId, words: '' }

  const script = await upload(mentor, fields, Buffer.from('<script>alert(1)</script>'))
  const kept = await upload(mentor, fields, Buffer.concat([photo, Buffer.from('<script>')]))
  const again = await upload(mentor, fields, Buffer.concat([photo, Buffer.from('<script>')]))

  expect([script.statusCode, kept.statusCode, again.statusCode]).toEqual([422, 303, 422])
  expect([script.body.includes('value="3.20"'), again.body.includes('claimed before')]).toEqual([true, true])
  const [claimId] = await claimIds(mentor)
  const receipt = await site.get(manager, `/expenses/claims/${claimId}/receipt`)
  expect([
    photo.toString('latin1').includes('CANARY'),
    /CANARY|script/.test(receipt.rawPayload.toString('latin1')),
  ]).toEqual([true, false])
  const colleague = await world.aColleagueOf(manager, { roles: ['MENTOR'] })
  expect((await site.get(colleague, `/expenses/claims/${claimId}/receipt`)).statusCode).toBe(404)
})

test('a journey is paid from no fund in another currency than its rate', async () => {
  const { mentor, fundId } = await aFundedCharity('EUR')

  const [status, page] = await post(mentor, '/expenses/journey', { ...journey, fundId })

  expect([status, page.includes('Choose a fund in the currency of the rate')]).toEqual([422, true])
})

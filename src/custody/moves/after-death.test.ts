import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellWorkers } from '../../alerts/index.ts'
import { aCase } from '../../cases/builders.ts'
import { aFamilyMember } from '../../families/builders.ts'
import type { Change } from '../../platform/database.ts'
import { systemFor } from '../../platform/jobs.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'
import { enterReleaseDate } from '../enter-date.ts'
import { record, say } from './builders.ts'

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

test('after a death the own door shuts at once, no passport is made or printed, no list or mail speaks of the person, and taking it back opens all', async () => {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const colleague = await world.aColleagueOf(prison)
  const danny = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A4321BC' })
  await aFamilyMember(world, prison, danny)
  await world.inspect(`update family_member set consented_at = '2025-12-01'`)
  await world.database.change(prison, (change) =>
    enterReleaseDate(change, danny.personId, { kind: 'CRD', day: '2026-03-20', isRecalled: false }),
  )
  await record(world, prison, danny.personId, say('RECEPTION', { wing: 'A' }))
  const own = `/cases/${danny.id}`
  const started = await site.post(prison, `${own}/own-door`, {})
  const code = /\d{4} \d{4}/.exec(started.body)![0]
  const { headers } = await site.post(undefined, '/me', { number: 'A4321BC', code })
  const cookie = String(headers['set-cookie']).split(';')[0]!
  const passport = await site.post(prison, `${own}/passport`, { language: 'en', size: 'A5' })
  const paper = passport.headers.location!
  const look = async () => [
    (await site.get(undefined, '/me', { headers: { cookie } })).body.includes('Hello Danny'),
    (await site.get(prison, `${own}/own-door`)).body.includes('Make a code'),
    (await site.get(prison, paper)).statusCode === 200,
    (await site.get(prison, '/releases')).body.includes('Danny Okafor'),
    (await site.get(prison, '/families/no-contact')).body.includes('Danny Okafor'),
  ]
  await world.inspect('update alert set seen_at = now()')

  const before = await look()
  const died = await record(world, colleague, danny.personId, say('DEATH'))
  await world.database.change(colleague, tellOf(danny.id))
  const after = await look()
  const refused = [
    await site.post(prison, `${own}/own-door`, {}),
    await site.post(prison, `${own}/passport`, { language: 'en', size: 'A5' }),
  ]
  const news = await digestOf(prison.userId)
  await site.post(colleague, `/movements/${died}/undo`, {})

  expect(before).toEqual([true, true, true, true, true])
  expect(after).toEqual([false, false, false, false, false])
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([409, 409])
  expect(news).toEqual({ movement: 1 })
  expect((await look()).slice(1)).toEqual([true, true, true, true])
})

const tellOf = (caseId: string) => async (change: Change) => {
  const about = { name: 'release-date.moved', subjectId: caseId, caseId, fieldGroup: 'custody' } as const
  change.record(about)
  await tellWorkers(change, about)
}

/** What the mail of the day would count for one worker, by kind. */
async function digestOf(accountId: string) {
  await world.inspect(`update account set email = 'amira@example.org' where id = $1`, [accountId])
  const system = systemFor('00000000-0000-0000-0000-000000000000')
  const { rows } = await world.database.read(system, ({ db }) =>
    sql<{ account: string; kinds: Record<string, number> }>`
      select account_id as account, kinds from digests_due(${world.time.now}, '2026-03-02', 9)`.execute(db),
  )
  return rows.find(({ account }) => account === accountId)?.kinds
}

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

const reason = 'I drive him there on the day he leaves.'

async function aHiddenAddress() {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const { id, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await site.post(prison, `/people/${personId}/addresses`, {
    ...{ kind: 'HOME', lines: '7 Refuge Lane, Bootle', postcode: 'L1 9ZZ', is: 'hidden' },
  })
  const [address] = await world.inspect<{ id: string }>('select id from person_address where person_id = $1', [
    personId,
  ])
  return { prison, caseId: id, personId, place: `/people/${personId}/addresses/${address!.id}` }
}
const ask = (actor: Actor, place: string, why = reason) => site.post(actor, place, { reason: why })

test('a hidden address is on no page, list, search, export or table that the app reads', async () => {
  const { prison, caseId, personId, place } = await aHiddenAddress()

  const urls = [
    ...['', '/plan', '/appointments', '/passport', '/timeline', '/who-can-see'].map(
      (part) => `/cases/${caseId}${part}`,
    ),
    ...[
      `/people/${personId}`,
      `/people/${personId}/edit`,
      place,
      '/people?q=Refuge',
      '/',
      '/caseload',
      '/releases',
      '/releases.csv',
    ],
  ]
  for (const url of urls) expect((await site.get(prison, url)).body, url).not.toMatch(/Refuge Lane|L1 ?9ZZ/)
  const rows = await world.database.read(prison, ({ db }) => db.selectFrom('person_address').selectAll().execute())
  expect(JSON.stringify(rows)).not.toContain('Refuge')
})

test('who sees the contact details sees it for a reason, which is in the audit before it is shown', async () => {
  const { prison, personId, place } = await aHiddenAddress()

  const short = await ask(prison, place, 'I need it')
  const shown = await ask(prison, place)

  expect(short.statusCode).toBe(422)
  expect(short.body).toContain('I need it')
  expect(short.body).not.toContain('Refuge')
  expect(shown.body).toContain('7 Refuge Lane, Bootle, L1 9ZZ')
  const looks = await world.inspect(
    `select reason from audit where $1 = any(person_ids) and action = 'consult' and details ? 'hiddenAddressId'`,
    [personId],
  )
  expect(looks).toEqual([{ reason }])
})

test('who sees the person and not how to reach them does not see it, nor does a stranger', async () => {
  const { prison, caseId, place } = await aHiddenAddress()
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const probation = await world.aWorkerAt('Probation', { kind: 'probation' })
  await world.inspect(
    `insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) values ($1, $2, 'SUPERVISION', current_date, $2)`,
    [caseId, probation.agencyId],
  )

  const smuggled = (actor: Actor, why: string) =>
    world.database.change(actor, async ({ db, now, record }) => {
      record({ name: 'smuggled', subjectId: actor.userId, fieldGroup: 'administration' })
      const id = place.split('/').at(-1)!
      return (await sql`select lines from open_hidden_address(${id}, ${why}, ${now})`.execute(db)).rows
    })
  expect([await smuggled(probation, reason), await smuggled(prison, 'short')]).toEqual([[], []])
  expect([(await ask(police, place)).statusCode, (await ask(probation, place)).statusCode]).toEqual([404, 404])
})

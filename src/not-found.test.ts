import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from './cases/builders.ts'
import { aNote } from './contacts/builders.ts'
import type { Actor } from './platform/database.ts'
import { newId } from './platform/ids.ts'
import { openSite, type Site } from './platform/testing/site.ts'
import { openWorld, type World } from './platform/testing/world.ts'

// What is not shared with somebody does not exist for them (T6): the same answer, byte for byte, as for an id that nothing has.

const strangerId = randomUUID()

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

const idForm = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const parameter = /:(\w+)/g

/** Every address that names something by an id, as the registry of routes has it. */
function addressesWithIds(): { method: 'GET' | 'POST'; url: string }[] {
  const found: { method: 'GET' | 'POST'; url: string }[] = []
  const lines = site.app.printRoutes({ commonPrefix: false }).split('\n')
  const path: string[] = []
  for (const line of lines) {
    const match = /^([│ ]*)[├└]── (\S+) ?(?:\(([^)]+)\))?/.exec(line)
    if (!match) continue
    const depth = match[1]!.length / 4
    path.length = depth
    path.push(match[2]!)
    const url = path.join('')
    for (const method of match[3]?.split(', ') ?? [])
      if ((method === 'GET' || method === 'POST') && url.includes(':')) found.push({ method, url })
  }
  return found
}

/** One of each thing of a case that a stranger has no business with. */
async function anInvisibleCase() {
  const prison = await world.aWorkerAt('HMP Fernhall')
  const record = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  const noteId = await aNote(world, prison, record.id)
  const appointmentId = newId()
  const stepId = newId()
  const needId = newId()
  await world.inspect(
    `insert into appointment (id, case_id, person_id, title, starts_at, made_by, made_at, owner_agency_id)
     values ($1, $2, $3, 'x', now(), $4, now(), $5)`,
    [appointmentId, record.id, record.personId, prison.userId, prison.agencyId],
  )
  await world.inspect(
    `insert into step (id, case_id, person_id, title, made_by, made_at, owner_agency_id) values ($1, $2, $3, 'x', $4, now(), $5)`,
    [stepId, record.id, record.personId, prison.userId, prison.agencyId],
  )
  const { id: caseId, personId } = record
  return { prison, personId, caseId, ids: { caseId, personId, noteId, appointmentId, stepId, needId } }
}

/** What the forms of cases ask for, so that a post reaches its operation and not only its form. */
const typed = {
  ...{
    kind: 'CONTACT',
    body: 'x',
    title: 'x',
    reason: 'A reason of twenty characters.',
    words: 'Twenty characters and more.',
    version: '1',
  },
  ...{
    role: 'SUPPORT',
    status: 'COMPLETED',
    lines: '1 Hope Street',
    severity: 'SOME',
    type: 'BCST2',
    locale: 'en',
    size: 'A5',
    ownWords: 'x',
  },
  ...{
    givenName: 'A',
    familyName: 'B',
    attendance: 'ATTENDED',
    'dueOn-day': '1',
    'dueOn-month': '4',
    'dueOn-year': '2026',
  },
  ...{
    'day-day': '1',
    'day-month': '4',
    'day-year': '2026',
    time: '10:00',
    other: '00000000-0000-4000-8000-000000000000',
  },
}

async function answer(actor: Parameters<Site['get']>[0], { method, url }: { method: 'GET' | 'POST'; url: string }) {
  const { statusCode, headers, body } =
    method === 'GET'
      ? await site.get(actor, url)
      : await site.post(actor, url, {
          ...typed,
          formId: newId(),
          accountId: actor!.userId,
          toAgencyId: strangerId,
          area: strangerId,
        })
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? '-'
  const plain = (text: string) =>
    text.replaceAll(nonce, 'nonce').replaceAll(url, 'url').replaceAll(encodeURIComponent(url), 'url')
  const { date: _, 'x-request-id': __, ...rest } = headers
  return {
    statusCode,
    headers: plain(JSON.stringify(rest)).replace(idForm, 'id'),
    body: plain(body).replace(idForm, 'id'),
  }
}

type Invisible = Awaited<ReturnType<typeof anInvisibleCase>>
const readers: [who: string, make: (invisible: Invisible) => Promise<Actor>][] = [
  ['another agency', () => world.aWorkerAt('Police', { kind: 'police', roles: ['WORKER', 'MANAGER'] })],
  [
    'a colleague outside the list of a restricted record',
    async ({ prison, personId }) => {
      await world.inspect(
        `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, $2, $3, now(), $4)`,
        [personId, 'Threats: nobody may learn where he is.', prison.userId, prison.agencyId],
      )
      return world.aColleagueOf(prison, { roles: ['WORKER', 'MANAGER'] })
    },
  ],
  [
    'a worker who is barred, and had written all of it',
    async ({ prison, personId }) => {
      await world.inspect(`insert into access_bar (account_id, person_id, reason) values ($1, $2, '')`, [
        prison.userId,
        personId,
      ])
      return prison
    },
  ],
]

test.each(readers)('to %s every address answers as for what nothing has', async (_who, make) => {
  const invisible = await anInvisibleCase()
  const reader = await make(invisible)
  await world.inspect(`select recompute_sight(array[$1::uuid])`, [invisible.caseId])
  const told: string[] = []
  let tried = 0

  for (const { method, url } of addressesWithIds()) {
    const names = [...url.matchAll(parameter)].map(([, name]) => name!)
    if (!names.every((name) => name in invisible.ids)) continue
    const of = (value: (name: string) => string) => ({ method, url: url.replace(parameter, (_, name) => value(name)) })
    tried += 1
    const hidden = await answer(
      reader,
      of((name) => invisible.ids[name as keyof Invisible['ids']]),
    )
    const absent = await answer(
      reader,
      of(() => randomUUID()),
    )
    if (JSON.stringify(hidden) !== JSON.stringify(absent)) told.push(`${method} ${url}`)
    if (hidden.statusCode < 400) told.push(`${method} ${url} answered ${hidden.statusCode}`)
  }

  expect(told).toEqual([])
  expect(tried).toBeGreaterThan(60)
})

test('a search, a list and a count are the same with an invisible person as without', async () => {
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const addresses = [
    '/people?q=Zebulon',
    '/people?q=A7654ZZ',
    '/caseload',
    '/releases',
    '/',
    '/reports',
    '/alerts',
    '/referrals',
  ]
  const all = () => Promise.all(addresses.map((url) => answer(police, { method: 'GET', url })))
  const before = await all()

  const prison = await world.aWorkerAt('HMP Hidden')
  await aCase(world, prison, { givenName: 'Zebulon', familyName: 'Quirke', number: 'A7654ZZ' })

  expect(await all()).toEqual(before)
})

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

let serial = 7000
async function aKnownPerson() {
  const number = `A${serial++}QZ`
  const manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  await world.inspect(`update agency set phone = '020 7946 0001' where id = $1`, [manager.agencyId])
  const record = await aCase(world, manager, { givenName: 'Danny', familyName: `Okafor${serial}`, number })
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  return { number, manager, record, police, familyName: `Okafor${serial}` }
}

const ask = (actor: Actor, agency: Actor, form: Record<string, string>) =>
  site.post(actor, '/known-here', { askedAgencyId: agency.agencyId, purpose: 'SAFEGUARDING', ...form })
const answerOf = async (actor: Actor, agency: Actor, form: Record<string, string>) => {
  const sent = await ask(actor, agency, form)
  const { body } = await site.get(actor, String(sent.headers.location))
  return /Known here\?<\/dt><dd[^>]*>\s*(Yes|No)/.exec(body.replace(/>\s+</g, '><'))?.[1]
}
const born = (year = '1990') => ({ 'bornOn-day': '4', 'bornOn-month': '5', 'bornOn-year': year })

test('an agency answers yes with its desk, or no, by an exact number or a whole name and date of birth', async () => {
  const { number, manager, police, familyName } = await aKnownPerson()
  const council = await world.aWorkerAt('Wexley Council', { kind: 'council' })

  const answers = [
    await answerOf(police, manager, { number }),
    await answerOf(police, manager, { givenName: 'danny', familyName: familyName.toUpperCase(), ...born() }),
    await answerOf(police, council, { number }),
    await answerOf(police, manager, { givenName: 'Danny', familyName, ...born('1991') }),
    await answerOf(police, manager, { number: 'Z9999ZZ' }),
  ]
  const { body } = await site.get(police, String((await ask(police, manager, { number })).headers.location))

  expect(answers).toEqual(['Yes', 'Yes', 'No', 'No', 'No'])
  expect(body).toContain('020 7946 0001')
  expect(body).not.toContain('Danny')
})

test('an answer is read in the language of the reader, whatever it was asked in', async () => {
  const { number, manager, police } = await aKnownPerson()
  const asked = String((await ask(police, manager, { number })).headers.location)

  await world.inspect(`update account set locale = 'it' where id = $1`, [police.userId])
  const answer = await site.get(police, asked)
  const before = await site.get(police, '/known-here')

  for (const said of ['Conosciuto qui?', 'Sì', 'Per proteggere qualcuno']) expect(answer.body).toContain(said)
  expect(before.body).toMatch(/HMP Fernhall, lun 2 mar, \d\d:\d\d[\s\S]*?Per proteggere qualcuno/)
})

test('yes and no are the same page but for the word, as long to the byte', async () => {
  const { number, manager, police } = await aKnownPerson()

  const yes = await site.get(police, String((await ask(police, manager, { number })).headers.location))
  const no = await site.get(police, String((await ask(police, manager, { number: 'Z9999ZZ' })).headers.location))

  const bytes = (answer: typeof yes) => Buffer.byteLength(answer.body)
  expect(bytes(yes)).toBe(bytes(no))
  expect(yes.statusCode).toBe(no.statusCode)
})

test('a restricted record answers no, and so does one that the asker is barred from', async () => {
  const { number, manager, record, police } = await aKnownPerson()
  const cousin = await world.aColleagueOf(police)
  await site.post(cousin, '/bars', { kind: 'RELATED', number })
  const barred = await answerOf(cousin, manager, { number })

  await site.post(manager, `/cases/${record.id}/restricted`, { reason: 'Threats: nobody may learn where he is.' })

  expect([barred, await answerOf(police, manager, { number })]).toEqual(['No', 'No'])
})

test('the question names nobody, and those who work with the person read who asked, before there was a record too', async () => {
  const { manager, police } = await aKnownPerson()
  const number = `A${serial++}QY`
  await ask(police, manager, { number })
  const { personId } = await aCase(world, manager, { givenName: 'Later', familyName: 'Known', number })
  await ask(police, manager, { number })

  const seen = await site.get(manager, `/people/${personId}/known-here`)
  const stranger = await site.get(police, `/people/${personId}/known-here`)
  const kept = await world.inspect<{ row: string }>('select q::text as row from known_here_question q')

  expect(seen.body.match(/Wexley Police/g)).toHaveLength(2)
  expect(seen.body).toContain('To keep somebody safe')
  expect(stranger.statusCode).toBe(404)
  for (const { row } of kept) expect(row).not.toContain(number)
})

test('the app can read neither the key nor what was asked about', async () => {
  const { police } = await aKnownPerson()
  const refused = (text: string) =>
    world.database
      .read(police, ({ db }) => db.executeQuery({ sql: text, parameters: [] } as never))
      .then(
        () => 'read',
        (error) => error.code,
      )

  expect(await refused('select key from private.known_here_key')).toBe('42501')
  expect(await refused(`select private.known_here_hash('number A1234BC')`)).toBe('42501')
  expect(await refused('select asked_hash from known_here_question')).toBe('42501')
})

test('health services and charities are never asked', async () => {
  const { number, police } = await aKnownPerson()
  const clinic = await world.aWorkerAt('Drug clinic', { kind: 'health' })

  const asked = await ask(police, clinic, { number })
  const page = await site.get(police, '/known-here')

  expect(asked.statusCode).toBe(404)
  expect(page.body).not.toContain('Drug clinic')
})

test('a worker who asks about many is stopped, and every question is in the audit', async () => {
  const { manager, police } = await aKnownPerson()
  const statuses: number[] = []

  for (let i = 0; i < 11; i++) statuses.push((await ask(police, manager, { number: `B${3000 + i}AA` })).statusCode)

  expect(statuses).toEqual([...Array(10).fill(303), 429])
  const audited = await world.inspect(
    `select from audit where account_id = $1 and action = 'search' and details ? 'knownHere'`,
    [police.userId],
  )
  expect(audited).toHaveLength(10)
})

test('half a name asks nothing, and what was typed is kept', async () => {
  const { manager, police } = await aKnownPerson()

  const half = await ask(police, manager, { givenName: 'Danny', purpose: '' })
  const named = await ask(police, manager, { givenName: 'Danny' })

  expect([half.statusCode, named.statusCode]).toEqual([422, 422])
  expect(named.body).toContain('value="Danny"')
  expect(named.body).toContain('Enter a number, or the whole name and the date of birth')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { changeRecord } from './change-record.ts'
import { mergePeople, undoMerge } from './merge-people.ts'
import { getRecord } from './queries/record.ts'

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

test('a person is added with a case, after those alike were offered', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await aCase(world, prison, { givenName: 'Samuel', familyName: 'Adeyemi' })
  const typed = {
    givenName: 'SAMUEL',
    familyName: 'ADEYEMI',
    prisonNumber: 'A9902FJ',
    'bornOn-day': '4',
    'bornOn-month': '5',
    'bornOn-year': '1990',
    isOwn: 'yes',
  }

  const offered = await site.post(prison, '/people', { ...typed, formId: newId() })
  const added = await site.post(prison, '/people', { ...typed, formId: newId(), isNew: 'yes' })
  const again = await site.post(prison, '/people', { ...typed, formId: newId(), isNew: 'yes' })

  expect(offered.statusCode).toBe(422)
  expect(offered.body).toContain('These people are like the one you add')
  expect(added.statusCode).toBe(303)
  expect(added.headers.location).toMatch(/^\/cases\//)
  expect(again.statusCode).toBe(422)
  expect(again.body).toContain('Somebody on record has this number')
})

test('a birth in the future and a missing name are said beside their fields, and what was typed is kept', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const page = await site.post(prison, '/people', {
    formId: newId(),
    givenName: '<b>',
    'bornOn-day': '31',
    'bornOn-month': '2',
    'bornOn-year': '1990',
  })

  expect(page.statusCode).toBe(422)
  expect(page.body).toContain('Enter the family name')
  expect(page.body).toContain('value="&lt;b&gt;"')
})

test('a correction keeps what was said before, and an import leaves it alone', async () => {
  const prison = await world.aWorkerAt('Fernhall', { name: 'Amira Khan' })
  const { personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })

  await correct(prison, personId, { familyName: 'Okafor-Bright' })

  const record = await read(prison, personId)
  expect(record).toMatchObject({ familyName: 'Okafor-Bright', version: 2, correctedFields: ['familyName'] })
  expect(record.versions).toMatchObject([{ version: 1, name: 'Amira Khan', body: { family_name: 'Okafor' } }])
})

test('two who correct at once see both versions, and nothing typed is lost', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const sarah = await world.aColleagueOf(prison, { name: 'Sarah Bright' })
  const { personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await correct(sarah, personId, { chosenName: 'Dan' })

  const mine = {
    formId: newId(),
    version: '1',
    givenName: 'Danny',
    familyName: 'Okafor',
    chosenName: 'Mr <O>',
    'bornOn-day': '4',
    'bornOn-month': '5',
    'bornOn-year': '1990',
  }
  const conflict = await site.post(prison, `/people/${personId}/edit`, mine)
  const kept = await site.post(prison, `/people/${personId}/edit`, { ...mine, formId: newId(), version: '2' })

  expect(conflict.statusCode).toBe(409)
  expect(conflict.body).toContain('Sarah changed this')
  expect(conflict.body).toContain('Mr &lt;O&gt;')
  expect(kept.statusCode).toBe(303)
  expect((await read(prison, personId)).chosenName).toBe('Mr <O>')
})

test('two records of one person are joined and parted again without loss', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const kept = await aCase(world, prison, { givenName: 'Tyrone', familyName: 'Baptiste', number: 'A9141ZC' })
  const other = await aCase(world, prison, { givenName: 'Ty', familyName: 'Baptiste', number: 'A9142ZC' })
  const before = [await read(prison, kept.personId), await read(prison, other.personId)]

  const mergeId = await world.database.change(prison, (change) => mergePeople(change, kept.personId, other.personId))
  const joined = await read(prison, kept.personId)
  await expect(read(prison, other.personId)).rejects.toMatchObject({ code: 'person.not-found' })
  await world.database.change(prison, (change) => undoMerge(change, mergeId))

  expect(joined.identifiers.map(({ value }) => value)).toEqual(['A9141ZC', 'A9142ZC'])
  expect(joined.aliases).toMatchObject([{ givenName: 'Ty', familyName: 'Baptiste' }])
  const after = [await read(prison, kept.personId), await read(prison, other.personId)]
  expect(after.map(({ identifiers, aliases }) => ({ identifiers, aliases }))).toEqual(
    before.map(({ identifiers, aliases }) => ({ identifiers, aliases })),
  )
})

test('the record’s pages are for those who may see the person', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  const { personId } = await aCase(world, prison)

  for (const path of ['', '/edit', '/addresses/new', '/merge']) {
    expect([path, (await site.get(prison, `/people/${personId}${path}`)).statusCode]).toEqual([path, 200])
    expect([path, (await site.get(police, `/people/${personId}${path}`)).statusCode]).toEqual([path, 404])
  }
})

test('a hidden address is kept as such, and an empty one is refused', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const { personId } = await aCase(world, prison)

  const empty = await site.post(prison, `/people/${personId}/addresses`, {
    formId: newId(),
    kind: 'FIRST_NIGHT',
    lines: '',
  })
  await site.post(prison, `/people/${personId}/addresses`, {
    formId: newId(),
    kind: 'FIRST_NIGHT',
    lines: '1 Hope Street',
    postcode: 'L1 1AA',
    is: 'hidden',
  })

  expect(empty.statusCode).toBe(422)
  expect((await read(prison, personId)).addresses).toMatchObject([{ lines: '', isHidden: true }])
  expect((await site.get(prison, `/people/${personId}`)).body).toContain('Hidden address')
})

test('how to reach somebody is closed to those at list level, who neither see the number nor wipe it out', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const officer = await world.aColleagueOf(prison)
  const { personId } = await aCase(world, prison)
  await correct(prison, personId, { phone: '07700 900111' })
  await correct(prison, personId, { phone: '07700 900222' })

  const page = await site.get(officer, `/people/${personId}`)
  const form = await site.get(officer, `/people/${personId}/edit`)
  await correct(officer, personId, { chosenName: 'Sammy', phone: '' })

  expect(page.statusCode).toBe(200)
  expect(page.body + form.body).not.toContain('07700')
  expect(form.body).not.toContain('name="phone"')
  expect(await read(prison, personId)).toMatchObject({ chosenName: 'Sammy', phone: '07700 900222' })
})

const read = (actor: Actor, personId: string) => world.database.read(actor, (reading) => getRecord(reading, personId))

async function correct(actor: Actor, personId: string, changed: Record<string, string>) {
  const { givenName, middleNames, familyName, chosenName, bornOn, sex, nationality, languages, ...rest } = await read(
    actor,
    personId,
  )
  const { interpreterLanguage, accessNeeds, goodToKnow, phone, version } = rest
  const fields = {
    givenName,
    middleNames,
    familyName,
    chosenName,
    bornOn,
    sex,
    nationality,
    languages,
    interpreterLanguage,
    accessNeeds,
    goodToKnow,
    phone,
  }
  await world.database.change(actor, (change) => changeRecord(change, personId, version, { ...fields, ...changed }))
}

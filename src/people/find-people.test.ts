import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { findPeople, readSought } from './find-people.ts'

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

test('people are found by a name misspelt, by number and by date of birth, and by nobody who may not see them', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const police = await world.aWorkerAt('Police', { kind: 'police' })
  await aCase(world, prison, { givenName: 'Callum', familyName: 'Whitworth', number: 'A9961SD', bornOn: '1987-03-09' })
  await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor', number: 'A9914DK' })

  const found = async (actor: Actor, text: string) =>
    (await world.database.read(actor, (reading) => findPeople(reading, text))).map(({ name }) => name)

  expect(await found(prison, 'Whitwort')).toEqual(['Callum Whitworth'])
  expect(await found(prison, 'danny okafour')).toEqual(['Danny Okafor'])
  expect(await found(prison, 'a9961sd')).toEqual(['Callum Whitworth'])
  expect(await found(prison, '9 March 1987')).toEqual(['Callum Whitworth'])
  expect(await found(prison, 'Nobody')).toEqual([])
  expect(await found(police, 'Whitworth')).toEqual([])
  expect(await found(police, 'A9961SD')).toEqual([])
})

test('what is typed into the search is taken apart into a name, numbers and a birth', () => {
  expect(readSought('Danny Okafor 04/05/1991', 2026)).toEqual({
    words: 'danny okafor',
    numbers: [],
    bornOn: '1991-05-04',
  })
  expect(readSought(' a9914dk ', 2026)).toEqual({ words: '', numbers: ['A9914DK'], bornOn: null })
  expect(readSought('12/52494Q', 2026).numbers).toContain('2012/0052494Q')
  expect(readSought('4 maggio 1991', 2026).bornOn).toBe('1991-05-04')
})

test('the find page says who is found, and that nobody else is ever listed', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await aCase(world, prison, { givenName: 'Rhys', familyName: 'Morgan' })

  const found = await site.get(prison, '/people?q=Morgann')
  const none = await site.get(prison, '/people?q=%3Cscript%3E')
  const short = await site.get(prison, '/people?q=x')

  expect(found.body).toContain('Rhys Morgan')
  expect(none.body).toContain('&lt;script&gt;')
  expect(none.body).toContain('never listed')
  expect(short.body).toContain('Type at least two characters')
  expect(short.body).toContain('<title>Error: Find a person')
  expect(short.body).toContain('If you do not find the person')
})

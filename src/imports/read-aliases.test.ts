import { expect, test } from 'vitest'
import { readAliases, splitName } from './read-aliases.ts'

const danny = { givenName: 'Danny', familyName: 'Okafor' }

test.each([
  ['Danny Okafor', danny],
  [' OKAFOR , DANNY ', danny],
  ['Okafor', { givenName: '', familyName: 'Okafor' }],
  ['Okafor,', { givenName: '', familyName: 'Okafor' }],
  ['Mary Jane Watson', { givenName: 'Mary Jane', familyName: 'Watson' }],
  ['Jan van der Berg', { givenName: 'Jan', familyName: 'van der Berg' }],
  ['Maria DE Luca', { givenName: 'Maria', familyName: 'DE Luca' }],
  ['Van Morrison', { givenName: 'Van', familyName: 'Morrison' }],
])('%s', (text, name) => {
  expect(splitName(text)).toEqual(name)
})

test('names stand apart by semicolons, bars or lines, and one that is written twice is one', () => {
  const read = readAliases('Danny Okafor; OKAFOR, Danny | Dee Oak\n')

  expect(read).toEqual({ aliases: [danny, { givenName: 'Dee', familyName: 'Oak' }], isWhole: true })
})

test('what is no name is left out, and said to be missing', () => {
  expect(readAliases('Danny Okafor; ,')).toEqual({ aliases: [danny], isWhole: false })
  expect(readAliases(' ; ')).toEqual({ aliases: [], isWhole: false })
})

test('the list of the prison search is read with birthdays and middle names', () => {
  const list = [
    { firstName: 'DANNY', middleNames: 'LEE', lastName: 'OKAFOR', dateOfBirth: '1990-05-04' },
    { firstName: 'DANNY', middleNames: null, lastName: 'OKAFOR' },
    { lastName: 'OAK' },
  ]

  expect(readAliases(JSON.stringify(list))).toEqual({
    aliases: [
      { givenName: 'Danny Lee', familyName: 'Okafor', bornOn: '1990-05-04' },
      danny,
      { givenName: '', familyName: 'Oak' },
    ],
    isWhole: true,
  })
})

test('one name with two birthdays stays two', () => {
  const list = ['1990-05-04', '1991-05-04', '1990-05-04'].map((dateOfBirth) => ({ ...{ firstName: 'A', lastName: 'B' }, dateOfBirth })) // biome-ignore format: one line

  expect(readAliases(JSON.stringify(list)).aliases.map(({ bornOn }) => bornOn)).toEqual(['1990-05-04', '1991-05-04'])
})

test.each([
  ['an item that is no name', [{ lastName: 'OKAFOR', firstName: 'DANNY' }, 'Okafor', null, 7], [danny]],
  ['an item without a family name', [{ firstName: 'DANNY', dateOfBirth: '1990-05-04' }], []],
  ['a birthday that is none', [{ firstName: 'DANNY', lastName: 'OKAFOR', dateOfBirth: '1990-02-30' }], []],
])('%s leaves the list not whole', (_what, list, aliases) => {
  expect(readAliases(JSON.stringify(list))).toEqual({ aliases, isWhole: false })
})

test('a list that breaks off is nothing, and so is an empty one', () => {
  expect(readAliases('[{"lastName": "OKAFOR"')).toEqual({ aliases: [], isWhole: false })
  expect(readAliases('[]')).toEqual({ aliases: [], isWhole: false })
})

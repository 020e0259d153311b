import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, fullName, shownName } from './names.ts'

test.each([
  ["O'BRIEN", "O'Brien"],
  ['O’BRIEN', "O'Brien"],
  ['MCDONALD', 'McDonald'],
  ['SMITH-JONES', 'Smith-Jones'],
  ['SMITH-MCKAY', 'Smith-McKay'],
  ['VON DER LEYEN', 'von der Leyen'],
  ['VAN DE BERG', 'van de Berg'],
  ['VAN', 'Van'],
  ['DE LUCA', 'De Luca'],
  ["D'ANGELO", "D'Angelo"],
  ['ÉTIENNE', 'Étienne'],
  ['  Okafor ', 'Okafor'],
  ['de Jong', 'de Jong'],
  ['MacDonald', 'MacDonald'],
])('the family name %s is written %s', (text, expected) => {
  expect(cleanName(text, 'family')).toBe(expected)
})

test('a first name that looks like a small word keeps its capital', () => {
  expect(cleanName('VAN ANH')).toBe('Van Anh')
})

test('spaces around, doubled and odd ones are taken away', () => {
  expect(cleanName(' \u00a0Mary\t Ann\u200b ')).toBe('Mary Ann')
})

test('what holds no letter is no name', () => {
  expect(['', '   ', '-', '.', '\u200b'].map((text) => cleanName(text))).toEqual(Array(5).fill(undefined))
})

test('a page calls people what they chose; a paper uses their full name', () => {
  const names = { givenName: 'Daniel', middleNames: 'Chidi', familyName: 'Okafor', chosenName: 'Danny' }

  expect(shownName(names)).toBe('Danny Okafor')
  expect(shownName({ ...names, chosenName: '' })).toBe('Daniel Okafor')
  expect(fullName(names)).toBe('Daniel Chidi Okafor')
  expect(fullName({ ...names, middleNames: undefined })).toBe('Daniel Okafor')
})

test('cleaning twice changes nothing, and no text at all is a fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('given', 'family'), (text, part) => {
      const once = cleanName(text, part)
      if (once === undefined) return
      expect(cleanName(once, part)?.toLowerCase()).toBe(once.toLowerCase())
      expect(once).toBe(once.trim())
    }),
  )
})

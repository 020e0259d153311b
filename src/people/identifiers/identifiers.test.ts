import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastLetterOf } from './health-and-tax-numbers.ts'
import { identifierKinds, identifiersOf } from './identifiers.ts'
import { croWithLetter, pncWithLetter, shortPnc } from './police-numbers.ts'
import { readIdentifier } from './read-identifier.ts'

const year = 2026
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))

const right = [
  ['PRISON_NUMBER', ' a9914dk ', 'A9914DK'],
  ['CRN', 'x 123456', 'X123456'],
  ['PNC', '2012/0052494Q', '2012/0052494Q'],
  ['PNC', '12/52494q', '2012/0052494Q'],
  ['PNC', '03/0062845E', '2003/0062845E'],
  ['PNC', '79/163001B', '1979/0163001B'],
  ['PNC', '20120052494Q', '2012/0052494Q'],
  ['CRO', '265416/21G', '265416/21G'],
  ['CRO', 'sf39/4658a', 'SF39/4658A'],
  ['NHS', '943 476 5919', '9434765919'],
  ['BSN', '111.222.333', '111222333'],
  ['CODICE_FISCALE', 'rssmra85t10a562s', 'RSSMRA85T10A562S'],
] as const

test.each(right)('%s %s is read as %s', (kind, text, canonical) => {
  expect(readIdentifier(kind, text, year)).toEqual({ canonical })
})

const wrong = [
  ['PRISON_NUMBER', 'A99140K', 'malformed'],
  ['CRN', 'X12345', 'malformed'],
  ['PNC', '2012/0052494R', 'check-letter'],
  ['PNC', '2027/0052494Q', 'malformed'],
  ['PNC', 'not known', 'malformed'],
  ['PNC', '', 'malformed'],
  ['CRO', '265416/21H', 'check-letter'],
  ['CRO', '265416', 'malformed'],
  ['NHS', '9434765918', 'check-digit'],
  ['NHS', '943476591', 'malformed'],
  ['BSN', '111222334', 'check-digit'],
  ['BSN', '000000000', 'malformed'],
  ['CODICE_FISCALE', 'RSSMRA85T10A562T', 'check-letter'],
  ['CODICE_FISCALE', 'RSSMRA85T10A56', 'malformed'],
] as const

test.each(wrong)('%s %s is wrong: %s', (kind, text, problem) => {
  expect(readIdentifier(kind, text, year).problem).toBe(problem)
})

test('every PNC id has one canonical form, whichever way it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1927, max: 2026 }), digits(7), (madeIn, serial) => {
      const canonical = pncWithLetter(String(madeIn), serial)

      const written = [canonical, shortPnc(canonical), canonical.replace('/', ''), ` ${canonical.toLowerCase()} `]

      expect(written.map((text) => readIdentifier('PNC', text, year))).toEqual(written.map(() => ({ canonical })))
    }),
  )
})

test('a PNC id or CRO number with one digit of its serial changed no longer fits its letter', () => {
  const oneDigit = fc.tuple(digits(6), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(oneDigit, ([serial, place, step]) => {
      const mistyped = serial.slice(0, place) + ((Number(serial[place]) + step) % 10) + serial.slice(place + 1)
      const pnc = pncWithLetter('2012', serial)
      const cro = croWithLetter(serial, '12')

      const verdicts = [
        readIdentifier('PNC', pnc.replace(serial, mistyped), year),
        readIdentifier('CRO', cro.replace(serial, mistyped), year),
      ]

      expect(verdicts.map(({ problem }) => problem)).toEqual(['check-letter', 'check-letter'])
    }),
  )
})

test('what is canonical once stays so, and no text at all is a fault', () => {
  const likely = fc.stringMatching(/^[A-Z0-9/ ]{0,18}$/)
  fc.assert(
    fc.property(fc.constantFrom(...identifierKinds), fc.oneof(fc.string(), likely), (kind, text) => {
      const once = readIdentifier(kind, text, year)
      expect(readIdentifier(kind, once.canonical, year)).toEqual(once)
    }),
    { numRuns: 2_000 },
  )
})

test('an NHS number or BSN with one digit changed is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
      const changed = (text: string) =>
        text.slice(0, place) + ((Number(text[place]) + step) % 10) + text.slice(place + 1)

      expect(readIdentifier('NHS', changed('9434765919'), year).problem).toBe('check-digit')
      expect(readIdentifier('BSN', changed('111222333'), year).problem).toBe('check-digit')
    }),
  )
})

test('a tax code whose digits gave way to letters is as good as any', () => {
  const omocode = `RSSMRA85T10A56N`

  expect(readIdentifier('CODICE_FISCALE', omocode + lastLetterOf(omocode), year).problem).toBeUndefined()
})

test('each country has its own identifiers', () => {
  expect(identifiersOf['UK-EW']).toContain('PNC')
  expect(identifiersOf.IT).toEqual(['CODICE_FISCALE'])
  expect(identifiersOf.NL).toEqual(['BSN'])
})

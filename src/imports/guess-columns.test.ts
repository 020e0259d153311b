import { expect, test } from 'vitest'
import { guessColumns, guessFrom } from './guess-columns.ts'
import type { Sheet } from './read-sheet.ts'

const aSheet = (columns: string[], format: Sheet['format'] = 'CSV') =>
  ({ columns, format, rows: [] }) as unknown as Sheet
const known = { familyName: 'surname familyname cognome', givenName: 'firstname nome', wing: 'wing' }

test('a header is known without case, accents, spaces and signs', () => {
  expect(guessFrom(known, aSheet(['SUR-NAME', 'First name:', 'Cell', '']), {})).toEqual({
    'SUR-NAME': 'familyName',
    'First name:': 'givenName',
  })
  expect(guessFrom({ nationality: 'nationalite' }, aSheet(['Nationalité']), {})).toEqual({ Nationalité: 'nationality' })
})

test('of two columns that look alike the first is taken', () => {
  expect(guessFrom(known, aSheet(['Surname', 'Family name']), {})).toEqual({ Surname: 'familyName' })
})

test('what was chosen the last time goes first, also that a column is left out', () => {
  const remembered = { Alias: 'familyName', Surname: 'wing', Wing: '', Gone: 'givenName' } as const

  expect(guessFrom(known, aSheet(['Surname', 'Alias', 'Wing', 'Family name', 'Nome']), remembered)).toEqual({
    Surname: 'wing',
    Alias: 'familyName',
    Nome: 'givenName',
  })
})

test('the release date that the prison search works out itself is not taken twice', () => {
  expect(guessColumns(aSheet(['releaseDate', 'lastName'], 'PRISON_SEARCH'))).toEqual({ lastName: 'familyName' })
  expect(guessColumns(aSheet(['releaseDate']))).toEqual({ releaseDate: 'releaseOn' })
  expect(guessColumns(aSheet(['release date'], 'PRISON_SEARCH'))).toEqual({ 'release date': 'releaseOn' })
})

test('a column without a known header holds the number where every value is one, and nobody left it out before', () => {
  const sheet = (values: string[]) =>
    ({
      columns: ['Ref', 'Notes'],
      format: 'CSV',
      rows: values.map((value) => ({ cells: [value, ''] })),
    }) as unknown as Sheet

  expect(guessColumns(sheet(['A9914DK', '', ' a9926kd ']))).toEqual({ Ref: 'PRISON_NUMBER' })
  expect(guessColumns(sheet(['A9914DK', 'see file']))).toEqual({})
  expect(guessColumns(sheet(['']))).toEqual({})
  expect(guessColumns(sheet(['A9914DK']), { Ref: '' })).toEqual({})
})

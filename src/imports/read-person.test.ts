import { expect, test } from 'vitest'
import { known, readRow, said } from './row-builder.ts'

test('a row with all that a prison keeps is read to the last cell', () => {
  const { person, errors, warnings } = readRow({
    ...known,
    ...{ middleNames: 'JOHN PAUL', chosenName: 'DANNY', bornOn: '1991-05-04', sex: 'Male', nationality: 'British' },
    ...{
      languages: 'Polish; English',
      interpreter: 'yes',
      aliases: 'Smith, John',
      prison: 'fhi',
      location: 'FHI-B-2-14',
    },
    ...{ receivedOn: '2020-01-02', legalStatus: 'SENTENCED', isRecalled: 'No' },
  })

  expect(person).toEqual({
    row: 2,
    ...{
      givenName: 'Daniel',
      middleNames: 'John Paul',
      familyName: 'Okafor',
      chosenName: 'Danny',
      bornOn: '1991-05-04',
    },
    ...{ sex: 'MALE', nationality: 'British', languages: ['pl', 'en'], interpreterLanguage: 'pl' },
    identifiers: [{ kind: 'PRISON_NUMBER', value: 'A9914DK' }],
    aliases: [{ givenName: 'John', familyName: 'Smith' }],
    ...{ wing: 'B', cell: '2-14', receivedOn: '2020-01-02', legalStatus: 'SENTENCED', isRecalled: false },
    ...{ dates: { CRD: '2026-11-27' }, unreadDates: [] },
  })
  expect([errors, warnings]).toEqual([[], []])
})

test('what stands in no cell is nowhere in the person', () => {
  const { person, warnings } = readRow(known)

  expect(person).toEqual({
    row: 2,
    ...{ givenName: 'Daniel', middleNames: '', familyName: 'Okafor', chosenName: '', languages: [], aliases: [] },
    identifiers: [{ kind: 'PRISON_NUMBER', value: 'A9914DK' }],
    ...{ wing: '', cell: '', dates: { CRD: '2026-11-27' }, unreadDates: [] },
  })
  expect(warnings).toEqual([])
})

test.each([
  [{ familyName: '', fullName: 'Okafor, Daniel', givenName: '' }, ['Daniel', 'Okafor'], []],
  [{ familyName: 'Bell', fullName: 'Okafor, Daniel', givenName: '' }, ['Daniel', 'Bell'], []],
  [{ familyName: 'VAN DER BERG', givenName: 'ANNA' }, ['Anna', 'van der Berg'], []],
  [{ familyName: 'Okafor', givenName: '' }, ['', 'Okafor'], [['givenName', 'given-name-missing']]],
  [{ familyName: 'Okafor', givenName: '1234' }, ['', 'Okafor'], [['givenName', 'name-unreadable'], ['givenName', 'given-name-missing']]],
])('the names %j are %j', (cells, [givenName, familyName], warned) => {
  const { person, warnings } = readRow({ ...known, ...cells })

  expect(person).toMatchObject({ givenName, familyName })
  expect(said(warnings)).toEqual(warned)
}) // biome-ignore format: a table

test.each([
  [{ familyName: '' }, 'familyName'],
  [{ familyName: undefined, fullName: ' ' }, 'fullName'],
  [{ familyName: undefined }, 'fullName'],
])('a row without a family name is kept out, and the column is named: %j', (cells, column) => {
  const { person, errors } = readRow({ ...known, ...cells })

  expect(person).toBeUndefined()
  expect(said(errors)).toEqual([[column, 'name-missing']])
})

test.each([
  ['2026-11-21', '2026-11-21', []],
  ['2026-11-22', undefined, [['bornOn', 'date-of-birth-odd']]],
  ['2027-01-01', undefined, [['bornOn', 'date-of-birth-odd']]],
  ['13/06/30', '1930-06-13', [['bornOn', 'date-two-digit-year']]],
])('born on %s is %s', (text, bornOn, warned) => {
  const { person, warnings } = readRow({ ...known, bornOn: text })

  expect(person?.bornOn).toBe(bornOn)
  expect(said(warnings)).toEqual(warned)
}) // biome-ignore format: a table

test('without a number the day of birth makes a person known, and its lack is said', () => {
  const { PRISON_NUMBER: _, ...nameless } = known

  const born = readRow({ ...nameless, bornOn: '1991-05-04' })
  const unborn = readRow(nameless)

  expect(said(born.warnings)).toEqual([['PRISON_NUMBER', 'key-missing']])
  expect(born.person?.identifiers).toEqual([])
  expect(said(unborn.errors)).toEqual([['PRISON_NUMBER', 'cannot-recognise']])
})

test.each([
  ['F', 'FEMALE', []],
  ['Vrouw', 'FEMALE', []],
  ['uomo', 'MALE', []],
  ['non-binary', 'OTHER', []],
  ['q', undefined, [['sex', 'sex-unknown']]],
])('sex %s is %s', (sex, expected, warned) => {
  const { person, warnings } = readRow({ ...known, sex })

  expect(person?.sex).toBe(expected)
  expect(said(warnings)).toEqual(warned)
})

test.each([
  ['Yes', true, []],
  ['RECALLED', true, []],
  ['sì', true, []],
  ['not recalled', false, []],
  ['0', false, []],
  ['nee', false, []],
  ['perhaps', undefined, [['isRecalled', 'yes-or-no']]],
])('recalled %s is %s', (isRecalled, expected, warned) => {
  const { person, warnings } = readRow({ ...known, isRecalled })

  expect(person?.isRecalled).toBe(expected)
  expect(said(warnings)).toEqual(warned)
})

test.each([
  ['English, Polish', 'Y', ['en', 'pl'], 'pl'],
  ['English', 'ja', ['en'], '?'],
  ['', 'yes', [], '?'],
  ['Urdu/Punjabi', 'No', ['ur', 'pa'], undefined],
  ['Urdu', 'FALSE', ['ur'], undefined],
  ['English', 'Dutch', ['en'], 'nl'],
  ['English', 'Romani', ['en'], 'Romani'],
  [' ; |', '', [], undefined],
])('who speaks "%s" and needs an interpreter "%s"', (languages, interpreter, spoken, needed) => {
  const { person } = readRow({ ...known, languages, interpreter })

  expect(person?.languages).toEqual(spoken)
  expect(person?.interpreterLanguage).toBe(needed)
})

test('other names that cannot be read whole are said, and those that can are kept', () => {
  const { person, warnings } = readRow({ ...known, aliases: 'Smith, John; 1234' })

  expect(person?.aliases).toEqual([{ givenName: 'John', familyName: 'Smith' }])
  expect(said(warnings)).toEqual([['aliases', 'alias-unreadable']])
})

import { expect, test } from 'vitest'
import { readPeople } from './read-people.ts'
import { readingFor } from './row-builder.ts'

test('rows that repeat one another are told apart, in the order of the file, and the column of the number is named', () => {
  const columns = ['Hidden', 'No', 'Surname', 'First']
  const rows = [
    ['', 'A9914DK', 'Okafor', 'Daniel'],
    [' ', 'A9914DK', 'Okafor', 'Daniel'],
    ['x', 'A9914DK', 'Morgan', 'Rhys'],
    ['', 'A9926KD', '', 'Rhys'],
  ].map((cells, index) => ({ row: index + 2, cells, extra: [] }))
  const mapping = { No: 'PRISON_NUMBER', Surname: 'familyName', First: 'givenName' } as const

  const found = readPeople({ format: 'CSV', columns, rows }, mapping, readingFor)

  expect(found.people.map(({ row }) => row)).toEqual([2])
  expect(found.errors).toEqual([
    { row: 4, column: 'No', value: 'A9914DK', problem: 'same-key-twice' },
    { row: 5, column: 'Surname', value: '', problem: 'name-missing' },
  ])
  expect(found.warnings.filter(({ problem }) => problem !== 'no-release-date')).toEqual([
    { row: 3, column: 'No', value: 'A9914DK', problem: 'same-row-twice' },
  ])
  expect(found.ignored).toEqual([{ column: 'Hidden', count: 1 }])
})

test('two people without a number are two people', () => {
  const columns = ['Surname', 'First', 'Born', 'PNC']
  const rows = [
    ['Okafor', 'Daniel', '1991-05-04', '2012/0052494Q'],
    ['Morgan', 'Rhys', '1988-02-13', '2012/0052494Q'],
  ].map((cells, index) => ({ row: index + 2, cells, extra: [] }))
  const mapping = { Surname: 'familyName', First: 'givenName', Born: 'bornOn', PNC: 'PNC' } as const

  const { people, errors, warnings } = readPeople({ format: 'CSV', columns, rows }, mapping, readingFor)

  expect(people.map(({ familyName }) => familyName)).toEqual(['Okafor', 'Morgan'])
  expect(errors).toEqual([])
  expect(warnings.filter(({ problem }) => problem.startsWith('key'))).toEqual([
    { row: 1, column: 'PRISON_NUMBER', value: '', problem: 'key-column-missing' }, // once, and not in every row
  ])
})

test('without a number the same name and date of birth are one person, of whom two things are said', () => {
  const columns = ['Surname', 'First', 'Born', 'Wing']
  const rows = [
    ['Okafor', 'Daniel', '1991-05-04', 'B'],
    ['OKAFOR', 'Daniel', '1991-05-04', 'C'],
    ['Okafor', 'Daniel', '1999-05-04', 'B'],
  ].map((cells, index) => ({ row: index + 2, cells, extra: [] }))
  const mapping = { Surname: 'familyName', First: 'givenName', Born: 'bornOn', Wing: 'wing' } as const

  const { people, errors } = readPeople({ format: 'CSV', columns, rows }, mapping, readingFor)

  expect(people.map(({ row }) => row)).toEqual([2, 4])
  expect(errors).toEqual([{ row: 3, column: 'Surname', value: 'Okafor', problem: 'same-person-twice' }])
})

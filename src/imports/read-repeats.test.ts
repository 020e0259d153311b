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

  const { people, errors } = readPeople({ format: 'CSV', columns, rows }, mapping, readingFor)

  expect(people.map(({ familyName }) => familyName)).toEqual(['Okafor', 'Morgan'])
  expect(errors).toEqual([])
})

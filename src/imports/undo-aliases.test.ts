import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { importPeople } from './import-people.ts'
import { undoImport } from './undo-import.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('undoing takes back another name that the row added, not the same name with another date of birth', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await imported(prison, [smithBorn('1990-01-01')])
  const batchId = await imported(prison, [smithBorn('1990-01-01'), smithBorn('1991-02-02'), smithBorn(undefined)])
  const before = await aliases(prison)

  await world.database.change(prison, (change) => undoImport(change, batchId))

  expect(before).toEqual([{ born: '1990-01-01' }, { born: '1991-02-02' }, { born: null }])
  expect(await aliases(prison)).toEqual([{ born: '1990-01-01' }])
})

test('undoing takes back another name without a date of birth, not the same name with one', async () => {
  const prison = await world.aWorkerAt('Carrow')
  await imported(prison, [smithBorn('1990-01-01')], 'A9926KD')
  const batchId = await imported(prison, [smithBorn('1990-01-01'), smithBorn(undefined)], 'A9926KD')

  await world.database.change(prison, (change) => undoImport(change, batchId))

  expect(await aliases(prison)).toEqual([{ born: '1990-01-01' }])
})

const smithBorn = (dateOfBirth: string | undefined) => ({ firstName: 'John', lastName: 'Smith', dateOfBirth })

async function imported(actor: Actor, others: object[], prisonerNumber = 'A9914DK'): Promise<string> {
  const person = { prisonerNumber, firstName: 'Danny', lastName: 'Okafor', dateOfBirth: '1991-05-04', aliases: others }
  const bytes = Buffer.from(JSON.stringify([person]))
  const read = await world.database.change(actor, (change) => importPeople(change, { name: 'page.json', bytes }))
  if ('problem' in read || !read.batchId) throw new Error('Not imported.')
  return read.batchId
}

const aliases = (actor: Actor) =>
  world.inspect(
    'select born_on::text as born from person_alias where owner_agency_id = $1 order by born_on nulls last',
    [actor.agencyId],
  )

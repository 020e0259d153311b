import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCharity, aMentor } from '../mentors/builders.ts'
import { openWorld } from '../platform/testing/world.ts'
import { importPeople } from './import-people.ts'
import { undoImport } from './undo-import.ts'

test('what leaves no event of somebody keeps them alone: the others whom the import added go', async () => {
  const world = await openWorld()
  const prison = await world.aWorkerAt('Fernhall')
  const bytes = Buffer.from(`Prison number,Surname,First name,DOB
A1001XY,Okafor,Danny,04/05/1991
A1002XY,Morgan,Rhys,13/02/1988
A1003XY,Bello,Ade,13/02/1989`)
  const { batchId } = (await world.database.change(prison, (change) =>
    importPeople(change, { name: 'list.csv', bytes }),
  )) as {
    batchId: string
  }
  const manager = await aCharity(world)
  const { mentorId } = await aMentor(world, manager)
  await world.database.change(manager, async ({ db, now, record }) => {
    record({ name: 'mentor.own-record', subjectId: mentorId, fieldGroup: 'administration' })
    await sql`select close_own_record(${mentorId}, array['A1002XY'], '', '', null, ${now})`.execute(db) // says nothing of whether there is one
  })

  const undone = await world.database.change(prison, (change) => undoImport(change, batchId))

  expect(undone).toEqual({ rows: [2, 4], kept: [{ row: 3, reason: 'worked-on' }] })
  expect(await world.inspect('select family_name from person')).toEqual([{ family_name: 'Morgan' }])
  await world.close()
})

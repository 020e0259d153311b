import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../../cases/builders.ts'
import { openSite, type Site } from '../../platform/testing/site.ts'
import { openWorld, type World } from '../../platform/testing/world.ts'

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

const list = `Prison number;Movement;Date;Wing;Cell;To
A1234BC;reception;01/03/2026;A;1-04;
A1234BC;court out;2 March 2026;;;
A1234BC;transfer;02/03/2026;;;Long Marsh
A9999ZZ;move;02/03/2026;B;;
A1234BC;flew;02/03/2026;;;`

test('a list of movements is checked, then recorded row by row; sent twice it is recorded once', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  await world.aWorkerAt('Long Marsh')
  const { personId } = await aCase(world, prison, { number: 'A1234BC' })

  const checked = await site.post(prison, '/imports/movements/check', { pasted: list })
  const nothing = await world.inspect('select 1 from movement where person_id = $1', [personId])
  const first = await site.post(prison, '/imports/movements', { pasted: list })
  const again = await site.post(prison, '/imports/movements', { pasted: list })

  expect(checked.body).toContain('Record 4 lines')
  expect(nothing).toEqual([])
  expect(first.body).toContain('2 lines were recorded')
  expect(first.body).toContain('This person is out at court')
  expect(first.body).toContain('Nobody with this number is known to you')
  expect(first.body).toContain('The movement is none of the codes')
  expect(again.body).toContain('Nothing was recorded')
  const kinds = await world.inspect<{ kind: string }>(
    'select kind from movement where person_id = $1 order by number',
    [personId],
  )
  expect(kinds.map(({ kind }) => kind)).toEqual(['RECEPTION', 'COURT_OUT'])
})

test('what is no list is refused in words and stays as pasted', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const refused = await site.post(prison, '/imports/movements/check', { pasted: 'Name;Age\nDanny;34' })

  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('The list needs the headers number, movement and day')
  expect(refused.body).toContain('Danny;34')
})

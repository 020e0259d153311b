import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../imports/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { markedFile } from './index.ts'

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

let next = 2000
async function aPrisonWith(...surnames: string[]): Promise<Actor> {
  const prison = await world.aWorkerAt('Fernhall', { kind: 'prison', name: 'Kit Ward' })
  const rows = surnames.map((surname) => `A${next++}BC,${surname},Sam,04/05/1991,2026-03-10,B1-01`)
  const bytes = Buffer.from(['Prison number,Surname,First name,DOB,CRD,Location', ...rows].join('\n'))
  await world.database.change(prison, (change) => importPeople(change, { name: 'list.csv', bytes }))
  return prison
}
const linesOf = (csv: string) => csv.trim().split('\n')
const numberIn = (text: string) => /EX-[0-9A-HJKMNP-TV-Z]{10}/.exec(text)?.[0]

test('every row of a list that leaves says which export it is, who took it, of which agency and when', async () => {
  const prison = await aPrisonWith('Adams', 'Brown')

  const file = await site.get(prison, '/releases.csv')

  const number = numberIn(String(file.headers['content-disposition']))
  const [header, ...rows] = linesOf(file.body)
  expect(header).toMatch(/,Export$/)
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row.endsWith(`,${number}; Kit Ward; ${prison.agencyName}; 2026-03-02T09:30:00.000Z`)).toBe(true)
  }
})

test('the number on a stray row leads to the one entry of the audit that says who took it', async () => {
  const prison = await aPrisonWith('Clark')
  const first = await site.get(prison, '/releases.csv')
  const second = await site.get(prison, '/releases.csv')

  const numbers = [first, second].map(({ body }) => numberIn(body))
  const found = await world.inspect<{ account_id: string }>(
    `select account_id from audit where action = 'export' and details->>'number' = $1`,
    [numbers[0]],
  )

  expect(numbers[0]).not.toEqual(numbers[1])
  expect(found).toEqual([{ account_id: prison.userId }])
})

test('a register without people carries the mark too, and in the language of who reads it', async () => {
  const manager = await world.aWorkerAt('Council', { name: 'Ada Lund', roles: ['MANAGER'] })
  const mark = { number: 'EX-0000000000', by: 'Ada', agency: 'Council', at: new Date('2026-03-02T09:30:00Z') }

  const file = await site.get(manager, '/data-breaches.csv')
  const italian = markedFile('it', mark, { name: 'x', header: ['a'], rows: [['=1+1']] })

  expect(linesOf(file.body)[0]).toMatch(/,Export$/)
  expect(numberIn(String(file.headers['content-disposition']))).toBeDefined()
  expect(italian.fileName).toBe('x-EX-0000000000.csv')
  expect(linesOf(italian.csv)).toEqual([
    'a,Esportazione',
    "'=1+1,EX-0000000000; Ada; Council; 2026-03-02T09:30:00.000Z",
  ])
})

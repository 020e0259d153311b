import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../imports/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

const header = 'Prison number,Surname,First name,DOB,CRD,HDCAD,Location,Interpreter'
let number = 1000
const row = (surname: string, crd: string, { wing = 'B', hdcad = '', interpreter = '' } = {}) =>
  `A${number++}BC,${surname},Sam,04/05/1991,${crd},${hdcad},${wing}1-01,${interpreter}`

test('the list shows who leaves within 84 days, the soonest first, with date, type and how early it may be', async () => {
  const prison = await aPrisonWith(
    row('Later', '2026-05-20'),
    row('Friday', '2026-03-06'),
    row('Outside', '2026-06-01'),
    row('Curfew', '2026-04-30', { hdcad: '2026-03-18' }),
  )

  const page = await site.get(prison, '/releases')

  expect(page.statusCode).toBe(200)
  expect(namesOn(page.body)).toEqual(['Sam Friday', 'Sam Curfew', 'Sam Later'])
  expect(page.body).toContain('May be out as early as Wed 4 Mar')
  expect(page.body).toContain('Home detention curfew')
  expect(page.body).toContain('Leaving in the next 12 weeks')
  expect(page.body).toContain('This week')
})

test('filters, views and sort are in the address, and what makes no sense there is not asked', async () => {
  const prison = await aPrisonWith(
    row('Adams', '2026-03-10', { wing: 'A' }),
    row('Brown', '2026-03-06', { interpreter: 'Polish' }),
    row('Clark', '2026-03-20'),
  )

  const names = async (query: string) => namesOn((await site.get(prison, `/releases?${query}`)).body)

  expect(await names('wing=A')).toEqual(['Sam Adams'])
  expect(await names('view=interpreter')).toEqual(['Sam Brown'])
  expect(await names('view=early')).toEqual(['Sam Brown', 'Sam Clark'])
  expect(await names('sort=person&dir=descending')).toEqual(['Sam Clark', 'Sam Brown', 'Sam Adams'])
  expect(await names('q=brow')).toEqual(['Sam Brown'])
  expect(await names('status=ACCOMMODATION:NOT_STARTED')).toHaveLength(3)
  expect(await names('view=%27%3B--&sort=x&after=y&status=A:B&worker=z')).toHaveLength(3)
})

test('somebody sought who is not on the list is offered, misspelt or leaving later', async () => {
  const prison = await aPrisonWith(row('Whitworth', '2027-05-03'), row('Adams', '2026-03-10'))

  const page = await site.get(prison, '/releases?q=Whitwort')

  expect(page.body).toContain('No one called “Whitwort” is on this list')
  expect(page.body).toContain('Sam Whitworth')
  expect(page.body).toContain('3 May 2027')
})

test('pages follow one another without a gap, and lead back', async () => {
  const days = Array.from({ length: 60 }, (_, index) => `2026-03-${String(5 + (index % 20)).padStart(2, '0')}`)
  const prison = await aPrisonWith(...days.map((day, index) => row(`Person${index}`, day)))

  const seen: string[] = []
  let path: string | undefined = '/releases'
  let last = ''
  while (path) {
    last = (await site.get(prison, path)).body
    seen.push(...namesOn(last))
    path = linkOf(last, 'next')
  }
  const back = (await site.get(prison, linkOf(last, 'prev')!)).body

  expect(new Set(seen).size).toBe(60)
  expect(seen).toHaveLength(60)
  expect(last).toContain('Showing 51 to 60 of 60')
  expect(back).toContain('Showing 26 to 50 of 60')
  expect(namesOn(back)).toEqual(seen.slice(25, 50))
})

test('people whose date is missing or past are counted and can be seen', async () => {
  const prison = await aPrisonWith(row('Nodate', ''), row('Gone', '2026-02-20'), row('Adams', '2026-03-10'))

  expect(namesOn((await site.get(prison, '/releases')).body)).toEqual(['Sam Adams'])
  expect(namesOn((await site.get(prison, '/releases?view=passed')).body)).toEqual(['Sam Gone'])
  expect(namesOn((await site.get(prison, '/releases?view=no-date')).body)).toEqual(['Sam Nodate'])
})

test('a prison sees its own people and an agency without a case sees nobody', async () => {
  const prison = await aPrisonWith(row('Adams', '2026-03-10'))
  const other = await aPrisonWith(row('Brown', '2026-03-10'))
  const charity = await world.aWorkerAt('Brightwater', { kind: 'charity' })

  expect(namesOn((await site.get(prison, '/releases')).body)).toEqual(['Sam Adams'])
  expect(namesOn((await site.get(other, '/releases')).body)).toEqual(['Sam Brown'])
  expect(namesOn((await site.get(charity, '/releases')).body)).toEqual([])
})

test('who sees where somebody will sleep by one audience and when they leave by another is told that a first night is missing', async () => {
  const prison = await aPrisonWith(row('Brown', '2026-03-06'))
  const [of] = await world.inspect<{ caseId: string }>('select case_id as "caseId" from sight where audience_id = $1', [
    prison.agencyId,
  ])
  const { caseId } = of!
  const missing = async () => namesOn((await site.get(prison, '/releases?view=no-first-night')).body)
  const before = await missing()

  await world.inspect(
    `insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
     select $1, a.case_id, a.agreement_id, a.relationship, a.person_id, a.until, '{identity,contact}', '{}' from sight a
     where a.case_id = $2 and a.audience_id = $3 and 'identity' = any(a.reads)`,
    [prison.userId, caseId, prison.agencyId],
  )
  await world.inspect('select place_cases(array[$1::uuid])', [caseId])

  expect(before).toEqual([])
  expect(await missing()).toEqual(['Sam Brown'])
})

test('a view is saved under a name of one’s own and seen by nobody else', async () => {
  const prison = await aPrisonWith(row('Adams', '2026-03-10'))
  const colleague = await world.aColleagueOf(prison)

  const nameless = await site.post(prison, '/releases/views', { formId: newId(), name: ' ', query: 'wing=A' })
  const saved = await site.post(prison, '/releases/views', {
    formId: newId(),
    name: 'A <wing>',
    query: 'wing=A&evil=1',
  })

  expect(nameless.statusCode).toBe(422)
  expect(saved.headers.location).toBe('/releases?wing=A')
  expect((await site.get(prison, '/releases')).body).toMatch(/wing=A">\s*A &lt;wing&gt;/)
  expect((await site.get(prison, '/releases?wing=A')).body).toMatch(/wing=A" aria-current="true">\s*A &lt;wing&gt;/)
  expect((await site.get(colleague, '/releases')).body).not.toContain('A &lt;wing&gt;')
})

test('the list comes as a file, with formulas made harmless and the export in the audit', async () => {
  const prison = await aPrisonWith(row('=cmd', '2026-03-10'), row('Brown', '2026-03-06'))

  const csv = await site.get(prison, '/releases.csv')

  expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="release-list-EX-\w{10}\.csv"$/)
  expect(csv.body.split('\n')[1]).toContain('2026-03-06,Conditional release,2026-03-04,Sam Brown')
  const looks = await world.inspect<{ count: number }>(
    `select count(*)::int as count from audit where action = 'export' and agency_id = '${prison.agencyId}' and cardinality(case_ids) = 2`,
  )
  expect(looks).toEqual([{ count: 1 }])
})

async function aPrisonWith(...rows: string[]): Promise<Actor> {
  const prison = await world.aWorkerAt('Fernhall')
  const bytes = Buffer.from([header, ...rows].join('\n'))
  const imported = await world.database.change(prison, (change) => importPeople(change, { name: 'list.csv', bytes }))
  if ('problem' in imported || imported.errors.length > 0) throw new Error(JSON.stringify(imported))
  return prison
}

const namesOn = (body: string): string[] =>
  [...body.matchAll(/class="tl-link" href="\/cases\/[^"]+">([^<]+)</g)].map(([, name]) => name!)
const linkOf = (body: string, rel: string): string | undefined =>
  new RegExp(`href="([^"]+)" rel="${rel}"`).exec(body)?.[1]?.replaceAll('&amp;', '&')

test('where there are too many key workers to choose from, a part of the name is typed', async () => {
  const prison = await aPrisonWith(...Array.from({ length: 55 }, (_, at) => row(`Person${at}`, '2026-03-10')))
  const few = await site.get(prison, '/releases')
  await world.inspect(
    `with cases as (select case_id, row_number() over (order by shown_name) as n from case_summary where agency_id = $1),
       made as (insert into account (agency_id, email, name, roles) select $1, 'kw-' || n || '@many.example', 'Keyworker Number ' || n || '.', '{WORKER}'
         from cases returning id, split_part(email, '-', 2)::text as rest, name)
     update case_summary s set key_worker_id = m.id, key_worker_name = m.name from cases c join made m on m.rest = c.n || '@many.example'
     where s.case_id = c.case_id`,
    [prison.agencyId],
  )

  const many = await site.get(prison, '/releases')
  const typed = await site.get(prison, '/releases?named=number+7.')

  expect([few.body.includes('name="worker"'), few.body.includes('name="named"')]).toEqual([true, false])
  expect([many.body.includes('name="worker"'), many.body.includes('name="named"')]).toEqual([false, true])
  expect(namesOn(typed.body)).toHaveLength(1)
  expect(typed.body).toContain('Keyworker Number 7.')
  expect(typed.body).toContain('Key worker “number 7.”')
})

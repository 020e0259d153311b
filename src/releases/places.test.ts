import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPeople } from '../imports/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { readFilter, type View } from './filters.ts'
import { readReleasePage } from './queries/list.ts'
import { windowOf } from './release-list.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** All of a view, three at a time, in the order of the list; then as many from the end back. */
async function pageByPage(reader: Actor, view: View, last: string | undefined) {
  const window = windowOf(dayAt(world.time.now), { releaseWindowInDays: 84, jurisdiction: 'UK-EW' })
  const names: string[] = []
  const skipped: number[] = []
  for (let after = ''; ; ) {
    const page = await world.database.read(reader, (reading) =>
      readReleasePage(reading, { ...readFilter({}), view, after }, window, 3),
    )
    if (page.lines.length === 0) break
    names.push(...page.lines.map(({ name }) => name))
    skipped.push(page.skipped)
    after = page.lines.at(-1)!.caseId
  }
  if (last) {
    const back = await world.database.read(reader, (reading) =>
      readReleasePage(reading, { ...readFilter({}), view, before: last }, window, 3),
    )
    expect(back.lines.map(({ name }) => name)).toEqual(names.slice(Math.max(0, names.length - 4), -1))
    expect(back.skipped).toBe(Math.max(0, names.length - 4))
  }
  return { names, skipped }
}

test('nobody comes twice and nobody is left out, whichever audiences show whom', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const people = Array.from(
    { length: 16 },
    (_, at) => `A${1010 + at}BC,No${'abcdefghijklmnop'[at]},Sam,04/05/1991,2026-03-10,B1-01`,
  )
  const bytes = Buffer.from(['Prison number,Surname,First name,DOB,CRD,Location', ...people].join('\n'))
  await world.database.change(prison, (change) => importPeople(change, { name: 'list.csv', bytes }))
  const teams = await world.inspect<{ id: string }>(
    `insert into team (agency_id, name) select $1, 'Team ' || n from generate_series(1, 3) n returning id`,
    [prison.agencyId],
  )
  const emergency = newId()
  const all = [prison.agencyId, prison.userId, emergency, ...teams.map(({ id }) => id)]
  const sights = [['identity', 'custody'], ['identity', 'contact'], ['identity', 'custody', 'contact'], ['identity']]
  const cases = await world.inspect<{ id: string }>(
    'select case_id as id from case_summary where agency_id = $1 order by shown_name',
    [prison.agencyId],
  )
  for (const [at, { id }] of cases.entries()) {
    const wanted = all.flatMap((audience, place) =>
      (at * 7 + place * (at + 1)) % 3 === 0 ? [] : [{ audience, parts: sights[(at * 5 + place * 3) % 4]! }],
    )
    await world.inspect(
      `with of as (select person_id, agreement_id from sight where case_id = $1 limit 1),
         gone as (delete from sight where case_id = $1)
       insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
       select w.audience, $1, of.agreement_id, 'TEST', of.person_id, 'infinity', w.parts, '{}'
       from of, jsonb_to_recordset($2) as w(audience uuid, parts text[])`,
      [id, JSON.stringify(wanted)],
    )
  }
  await world.inspect('select place_cases($1::uuid[])', [cases.map(({ id }) => id)])
  const window = windowOf(dayAt(world.time.now), { releaseWindowInDays: 84, jurisdiction: 'UK-EW' })
  const holders = [
    all,
    all.slice(0, 2),
    all.slice(0, 3),
    all.slice(0, 4),
    [all[0]!, all[1]!, all[4]!],
    all.slice(1, 5),
    [all[0]!],
  ]

  for (const audiences of holders) {
    const page = await world.database.read({ ...prison, audiences }, (reading) =>
      readReleasePage(reading, readFilter({}), window, 50),
    )
    const [{ listed, missing }] = (await world.inspect<{ listed: string[]; missing: number }>(
      `select array_agg(name order by name) filter (where custody) as listed, (count(*) filter (where custody and contact))::int as missing
       from (select s.shown_name as name, bool_or('custody' = any(a.reads) and i.case_id is not null) as custody,
           bool_or('contact' = any(a.reads) and i.case_id is not null) as contact
         from case_summary s join sight a on a.case_id = s.case_id and a.audience_id = any($2::uuid[])
         join sight i on i.case_id = a.case_id and i.audience_id = a.audience_id and 'identity' = any(i.reads)
         where s.agency_id = $1 group by s.case_id, s.shown_name) e`,
      [prison.agencyId, audiences],
    )) as [{ listed: string[]; missing: number }]
    expect(page.lines.map(({ name }) => name).sort()).toEqual(listed)
    expect(page.counts).toMatchObject({ all: listed.length, soon: listed.length, 'no-first-night': missing })
    expect(listed.length).toBeGreaterThan(4)

    for (const view of ['all', 'no-first-night', 'early'] as const) {
      const all = await world.database.read({ ...prison, audiences }, (reading) =>
        readReleasePage(reading, { ...readFilter({}), view }, window, 50),
      )
      const { names, skipped } = await pageByPage({ ...prison, audiences }, view, all.lines.at(-1)?.caseId)
      expect(names).toEqual(all.lines.map(({ name }) => name))
      expect(skipped).toEqual(names.map((_, at) => at).filter((at) => at % 3 === 0))
      expect(all.matching).toBe(all.lines.length)
      const sorted = await world.database.read({ ...prison, audiences }, (reading) =>
        readReleasePage(reading, { ...readFilter({}), view, sort: 'person' }, window, 50),
      )
      expect(sorted.lines.map(({ name }) => name).sort()).toEqual([...names].sort())
      expect({ ...sorted, lines: [] }).toEqual({ ...all, lines: [] })
    }
  }
})

import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aNote } from '../contacts/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCase } from './builders.ts'

// The places in the lists say what sight and the lines say, whatever changed.

let world: World
let worker: Actor
beforeAll(async () => {
  world = await openWorld()
  worker = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
})
afterAll(() => world.close())

const places = () =>
  world.inspect<{ place: string }>(`
    select concat_ws(' ', case_id, audience_id, release_on, person_id, until, custody_until, contact_until, agency_id, wing, key_worker_id,
      community_manager_id, has_first_night, needs_interpreter, has_died, release_known_at,
      'first of ' || first_of, 'as ' || covered_by) as place from case_place order by 1`)

/** From the rows of sight and the lines alone. */
const expected = () =>
  world.inspect<{ place: string }>(`
    with cell as (
      select case_id, audience_id, part, max(until) as until from sight, unnest(reads) as part group by 1, 2, 3
    ), seen as (
      select i.case_id, i.audience_id, i.until, u.until as custody_until, t.until as contact_until, w.id is not null as is_one_worker,
        coalesce(w.agency_id, m.agency_id, i.audience_id) as home
      from cell i left join cell u on u.case_id = i.case_id and u.audience_id = i.audience_id and u.part = 'custody'
      left join cell t on t.case_id = i.case_id and t.audience_id = i.audience_id and t.part = 'contact'
      left join account w on w.id = i.audience_id left join team m on m.id = i.audience_id where i.part = 'identity'
    ), first as (
      select case_id, home, (array_agg(audience_id order by is_one_worker, until desc, custody_until desc nulls last,
        contact_until desc nulls last, audience_id <> home, audience_id))[1] as audience_id from seen group by 1, 2
    )
    select concat_ws(' ', s.case_id, i.audience_id, coalesce(s.release_on, 'infinity'), s.person_id, i.until, custody_until, contact_until, s.agency_id, s.wing,
      s.key_worker_id, s.community_manager_id, s.has_first_night, s.needs_interpreter is not null, s.died_on is not null, s.release_known_at,
      case when f.audience_id = i.audience_id then 'first of ' || i.home when not exists (select from cell x
        where x.case_id = i.case_id and x.audience_id = i.audience_id and x.part in ('identity', 'custody', 'contact') and not exists (
          select from cell y where y.case_id = x.case_id and y.audience_id = f.audience_id and y.part = x.part and y.until >= x.until))
        then 'as ' || f.audience_id end) as place
    from case_summary s join seen i on i.case_id = s.case_id join first f on f.case_id = i.case_id and f.home = i.home
    where s.is_open order by 1`)

const addTeam = (caseId: string) =>
  world.inspect(
    `with made as (insert into team (agency_id, name) values ($2, 'A wing') returning id)
     insert into case_party (case_id, agency_id, team_id, relationship, since_on, owner_agency_id)
     select $1, $2, id, 'TEAM', '2026-03-02', $2 from made`,
    [caseId, worker.agencyId],
  )

test('after each change every place is as sight and the line of the case have it', async () => {
  const { id, personId } = await aCase(world, worker, { number: 'A9914DK' })
  await aCase(world, worker, { number: 'A9915DK' })
  const line = (sets: string) => world.inspect(`update case_summary set ${sets} where case_id = $1`, [id])
  const steps: [string, () => Promise<unknown>][] = [
    ['a team joins', () => addTeam(id)],
    ['a date is known', () => line(`release_on = '2026-04-03', release_known_at = now()`)],
    ['the date goes', () => line('release_on = null')],
    ['another wing', () => line(`wing = 'B'`)],
    ['an interpreter is needed', () => line(`needs_interpreter = 'nl'`)],
    ['a first night is found', () => line('has_first_night = true')],
    [
      'a worker is barred',
      async () => {
        await world.inspect(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'A cousin.')`, [
          worker.userId,
          personId,
        ])
        await world.inspect('select recompute_sight(array[$1::uuid])', [id])
      },
    ],
    ['the agreement has an end', () => world.inspect(`update agreement set ends_on = current_date + 9`)],
    ['the agreement ends', () => world.inspect('update agreement set ended_at = now()')],
    ['and is taken up again', () => world.inspect('update agreement set ended_at = null, ends_on = null')],
    ['the death of the person', () => line(`died_on = '2026-03-01'`)],
    ['the case ends', () => line('is_open = false')],
    ['and goes on', () => line('is_open = true')],
    ['the team leaves', () => world.inspect('delete from case_party where case_id = $1 and team_id is not null', [id])],
    ['the line goes', () => world.inspect('delete from case_summary where case_id = $1', [id])],
  ]

  for (const [what, step] of steps) {
    await step()
    expect({ what, places: await places() }).toEqual({ what, places: await expected() })
  }
  expect(await places()).not.toEqual([])
})

test('a place says which one of its agency shows no less, for as long as that is so', async () => {
  const { id } = await aCase(world, worker, { number: 'A9919DK' })
  await addTeam(id)
  const [team] = await world.inspect<{ id: string }>(
    'select team_id as id from case_party where case_id = $1 and team_id is not null',
    [id],
  )
  const covered = async () => {
    const rows = await world.inspect<{ by: string | null }>(
      'select covered_by as by from case_place where case_id = $1 and audience_id = $2',
      [id, worker.userId],
    )
    return rows.map(({ by }) => by)
  }
  const sight = (change: string) => world.inspect(`${change} and case_id = $1`, [id])
  const give = async (audience: string) =>
    world.inspect(
      `insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
       select $2, case_id, agreement_id, relationship, person_id, until, '{identity,custody,contact}', '{}' from sight a
       where case_id = $1 and audience_id = $3 limit 1 on conflict (audience_id, case_id, agreement_id, relationship)
       do update set reads = excluded.reads, until = excluded.until`,
      [id, audience, worker.userId],
    )
  const place = () => world.inspect('select place_cases(array[$1::uuid])', [id])

  await give(team!.id)
  await place()
  expect(await covered()).toEqual([team!.id])
  for (const part of ['identity', 'custody', 'contact']) {
    for (const change of ['until = current_date + 3', `reads = array_remove(reads, '${part}')`]) {
      await sight(`update sight set ${change} where '${part}' = any(reads) and audience_id <> '${worker.userId}'`)
      await place()
      expect({ part, change, by: await covered() }).toEqual({ part, change, by: [null] })
      expect(await places()).toEqual(await expected())
    }
    await world.inspect('select recompute_sight(array[$1::uuid])', [id])
    await give(team!.id)
    await place()
    expect(await covered()).toEqual([team!.id])
  }
})

test('places made as a whole are those made case by case', async () => {
  const made = await places()

  await world.inspect('delete from case_place')
  await world.inspect('select private.place_everyone()')

  expect(await places()).toEqual(made)
})

test('a note leaves the places alone', async () => {
  const { id } = await aCase(world, worker, { number: 'A9916DK' })
  const versions = () => world.inspect('select audience_id, xmin from case_place where case_id = $1 order by 1', [id])
  const before = await versions()

  await aNote(world, worker, id, { body: 'Rang about the room.' })

  expect(await versions()).toEqual(before)
})

test('who loses sight while a date moves is not placed again', async () => {
  const { id } = await aCase(world, worker, { number: 'A9917DK' })
  await addTeam(id)
  const [takesAway, moves] = await Promise.all([anAdministrator(), anAdministrator()])

  await takesAway.query('begin')
  await takesAway.query('delete from case_party where case_id = $1 and team_id is not null', [id])
  const moved = moves.query(`update case_summary set release_on = '2026-05-01' where case_id = $1`, [id])
  await new Promise((resolve) => setTimeout(resolve, 100))
  await takesAway.query('commit')
  await moved
  await Promise.all([takesAway.end(), moves.end()])

  expect(await places()).toEqual(await expected())
})

test('the place of an audience is read by nobody else', async () => {
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })
  await aCase(world, worker, { number: 'A9918DK' })

  const seen = await world.database.read(stranger, ({ db }) => db.selectFrom('case_place').select('case_id').execute())

  expect(seen).toEqual([])
})

/** A session of its own beside the world's. */
async function anAdministrator(): Promise<Client> {
  const [here] = await world.inspect<{ name: string }>('select current_database() as name')
  const url = new URL(inject('urls').administrator)
  url.pathname = here!.name
  const client = new Client({ connectionString: url.href })
  await client.connect()
  return client
}

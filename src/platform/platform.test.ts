import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { signIdentity } from './identity.ts'
import { newId } from './ids.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const aPerson = (agencyId: string) => ({
  id: newId(),
  given_name: 'Sam',
  family_name: 'Rivers',
  owner_agency_id: agencyId,
})

test('a change that records nothing is rolled back, with the work that it asked for', async () => {
  const prison = await world.aWorkerAt('Prison')

  const silent = world.database.change(prison, async ({ db, actor, later }) => {
    await db.insertInto('person').values(aPerson(actor.agencyId)).execute()
    later('haunt', {})
  })

  await expect(silent).rejects.toThrow('must record at least one event')
  expect(await world.inspect('select from person')).toEqual([])
  expect(await world.inspect('select from graphile_worker._private_jobs')).toEqual([])
})

test('a reading cannot write', async () => {
  const prison = await world.aWorkerAt('Prison')

  const sly = world.database.read(prison, ({ db, actor }) =>
    db.insertInto('person').values(aPerson(actor.agencyId)).execute(),
  )

  await expect(sly).rejects.toThrow(/read-only/)
})

test('a statement that comes after the end of its transaction is refused, and never runs in the name of whoever comes next', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police')
  let late = async (): Promise<unknown> => undefined

  await world.database.read(prison, async ({ db }) => {
    late = () => sql`select acting_agency()`.execute(db)
  })

  await world.database.read(police, () => expect(late()).rejects.toThrow('after the end of its transaction'))
})

test('a change that hides a statement that failed is not kept', async () => {
  const prison = await world.aWorkerAt('Prison')

  const careless = world.database.change(prison, async ({ db, actor, record }) => {
    await db.insertInto('person').values(aPerson(actor.agencyId)).execute()
    await sql`select 1 / 0`.execute(db).catch(() => {})
    record({ name: 'test.done', subjectId: actor.userId, fieldGroup: 'administration' })
  })

  await expect(careless).rejects.toThrow('division by zero') // and not that the transaction was aborted
  expect(await world.inspect('select from person')).toEqual([])
})

test('of statements that were sent together the one that failed is told, whichever is heard of first', async () => {
  const worker = await world.aWorkerAt('Prison')
  const reading = world.database.read(worker, ({ db }) => {
    const first = sql`select ${'no-id'}::uuid`.execute(db)
    const heardOfLate = first.then((found) => found).then((found) => found)
    return Promise.all([Promise.all([heardOfLate]), sql`select ${1}::int`.execute(db)])
  })

  await expect(reading).rejects.toMatchObject({ code: '22P02' })
})

test('smuggled SQL cannot turn into another agency, user or audience', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police')
  const forged = signIdentity(Buffer.alloc(64), police)

  const who = await world.database.read(prison, async ({ db }) => {
    await sql`select set_config('app.identity', ${forged}, true)`.execute(db)
    return (await sql`select acting_agency(), acting_user(), acting_audiences()`.execute(db)).rows[0]
  })
  const theft = world.database.read(prison, ({ db }) => sql`select * from private.identity_key`.execute(db))

  expect(who).toEqual({ acting_agency: null, acting_user: null, acting_audiences: [] })
  await expect(theft).rejects.toThrow(/permission denied/)
})

test('who acts is in no statement that another session could read (T22), and nobody makes a table that stands before ours', async () => {
  const prison = await world.aWorkerAt('Prison')

  const texts = await world.database.read(prison, () =>
    // The opening of a transaction is sent and not waited for: it may still be on its way.
    vi.waitFor(async () => {
      const seen = await world.inspect<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database()`,
      )
      expect(seen.map(({ query }) => query).join()).toContain('app.identity')
      return seen
    }),
  )
  const mayShadow = await world.inspect(`select has_database_privilege('throughline_app', $1, 'temporary') as may`, [
    inject('template'), // what a database allows is not cloned with it
  ])

  expect(texts.map(({ query }) => query).join()).not.toContain(prison.userId)
  expect(mayShadow).toEqual([{ may: false }])
})

test('a look that a reading declares is in the audit before the answer leaves', async () => {
  const prison = await world.aWorkerAt('Prison')
  const personId = newId()

  await world.database.read(prison, async ({ look }) =>
    look({ action: 'consult', personIds: [personId], fieldGroups: ['identity'] }),
  )

  const rows = await world.inspect(
    'select action, account_id, person_ids, field_groups from audit where agency_id = $1',
    [prison.agencyId],
  )
  expect(rows).toEqual([
    { action: 'consult', account_id: prison.userId, person_ids: [personId], field_groups: ['identity'] },
  ])
})

test('a form that is sent twice is done once', async () => {
  const prison = await world.aWorkerAt('Prison')
  const formId = newId()
  const send = () =>
    world.database.change(
      prison,
      async ({ record }) => record({ name: 'test.done', subjectId: prison.userId, fieldGroup: 'administration' }),
      { channel: 'web', formId },
    )

  await send()

  await expect(send()).rejects.toMatchObject({ code: 'form.already-sent' })
  expect(await world.inspect(`select from event where name = 'test.done'`)).toHaveLength(1)
})

test('a job is done in the name of the agency that asked, whatever its payload claims', async () => {
  const prison = await world.aWorkerAt('Prison')
  const police = await world.aWorkerAt('Police')

  await world.database.change(prison, async ({ record, later }) => {
    record({ name: 'test.asked', subjectId: prison.userId, fieldGroup: 'administration' })
    later('do-something', { agencyId: police.agencyId })
  })

  const [job] = await world.inspect('select payload from graphile_worker._private_jobs')
  expect(job).toEqual({ payload: { agencyId: prison.agencyId } })
})

test('a server that restarts under somebody is waited for: no page fails, and a change is made once', async () => {
  const prison = await world.aWorkerAt('Prison')
  const cutOff = () =>
    world.inspect(`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)

  await cutOff()
  const seen = await world.database.read(prison, async ({ actor }) => actor.userId)
  await cutOff()
  await world.database.change(prison, async ({ record }) =>
    record({ name: 'test.restarted', subjectId: prison.userId, fieldGroup: 'administration' }),
  )

  expect(seen).toBe(prison.userId)
  expect(await world.inspect(`select from event where name = 'test.restarted'`)).toHaveLength(1)
})

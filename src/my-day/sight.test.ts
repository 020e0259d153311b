import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { addSupervision } from '../cases/index.ts'
import { aNote } from '../contacts/builders.ts'
import type { Actor, Reading } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

// What the functions of My day answer is what row-level security answers, however fast they are.

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A prison and an area on the same people: one plain, one from whom a worker is barred, one restricted, one whose party ended. */
async function aMixture() {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const tom = await world.aColleagueOf(amira)
  const jo = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
  const stranger = await world.aWorkerAt('Police', { kind: 'police' })
  const cases = []
  for (const worker of [amira, amira, amira, tom]) {
    const made = await aCase(world, worker, { role: 'KEY_WORKER' })
    await world.database.change(worker, (change) => addSupervision(change, made.id, { agencyId: jo.agencyId }))
    await aNote(world, worker, made.id, { body: 'A talk.' })
    cases.push(made)
  }
  const [, barred, restricted] = cases
  await world.insert(
    `insert into access_bar (account_id, person_id, reason) values ($1, $2, 'RELATED') returning account_id`,
    [amira.userId, barred!.personId],
  )
  await world.insert(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id)
     values ($1, 'Known to the press since Monday.', $2, now(), $3) returning person_id`,
    [restricted!.personId, tom.userId, tom.agencyId],
  )
  return { readers: [amira, tom, jo, stranger], caseIds: cases.map(({ id }) => id) }
}

const byPolicy = async ({ db, actor }: Reading, caseIds: string[]) => {
  const workers = [actor.userId, ...actor.audiences]
  const { rows: named } = await sql`select case_id, account_id, role from case_party
    where account_id = any(${workers}::uuid[]) and until_on is null order by 1, 2`.execute(db)
  const { rows: last } = await sql`select distinct on (case_id) case_id, happened_at, field_group, agency_id from event
    where case_id = any(${caseIds}::uuid[]) order by case_id, happened_at desc, id desc`.execute(db)
  return { named, last }
}
const byFunction = async ({ db }: Reading, caseIds: string[]) => {
  const { rows: named } = await sql`select case_id, account_id, role from cases_named_on() order by 1, 2`.execute(db)
  const { rows: last } = await sql`select * from last_words_of(${caseIds}::uuid[]) order by case_id`.execute(db)
  return { named, last }
}

test('whom somebody is named for and what was last written is the same by function as by policy, for whoever asks', async () => {
  const { readers, caseIds } = await aMixture()
  const both = (actor: Actor) =>
    world.database.read(actor, async (reading) => [
      await byPolicy(reading, caseIds),
      await byFunction(reading, caseIds),
    ])

  const answers = await Promise.all(readers.map(both))

  for (const [policy, quick] of answers) expect(quick).toEqual(policy)
  expect(answers.map(([policy]) => [policy!.named.length, policy!.last.length])).toEqual([
    [1, 2],
    [1, 3],
    [0, 3],
    [0, 0],
  ])
})

test('who is quiet and who has nobody named are counted as the policies count them, and no further than is asked for', async () => {
  const { readers, caseIds } = await aMixture()
  await world.inspect(
    `update case_summary set active_on = '2025-01-01', agency_id = $2, key_worker_id = null, community_manager_id = null where case_id = any($1::uuid[])`,
    [caseIds, readers[0]!.agencyId], // who is quiet is counted of those whom the prison holds
  )
  const both = (actor: Actor) =>
    world.database.read(actor, async ({ db }) => {
      const { rows } = await sql<{ policy: number[]; quick: number[]; capped: number[] }>`
        select array[(select count(*)::int from case_summary where agency_id = ${actor.agencyId} and is_open and active_on <= '2025-06-01'),
            (select count(distinct s.case_id)::int from case_summary s join case_party p on p.case_id = s.case_id and p.agency_id = ${actor.agencyId}
              and p.until_on is null and p.relationship in ('CUSTODY', 'SUPERVISION') where s.is_open and s.key_worker_id is null)] as policy,
          array[count_quiet('2025-06-01', 9), count_unallocated(true, 9)] as quick,
          array[count_quiet('2025-06-01', 1), count_unallocated(false, 1)] as capped`.execute(db)
      return rows[0]!
    })

  const answers = await Promise.all(readers.map(both))

  for (const { policy, quick } of answers) expect(quick).toEqual(policy)
  expect(answers.map(({ quick }) => quick)).toEqual([
    [2, 2],
    [3, 3],
    [0, 3],
    [0, 0],
  ])
  expect(answers.map(({ capped }) => capped)).toEqual([
    [1, 1],
    [1, 1],
    [0, 1],
    [0, 0],
  ])
})

test('what is due is what the policies show of it: one’s own, the agency’s that nobody has by name, and nothing closed', async () => {
  const { readers, caseIds } = await aMixture()
  const [amira, , jo] = readers
  const step = (caseId: string, owner: Actor, responsible: Actor, account: string | null, dueOn = '2026-02-20') =>
    world.insert(
      `insert into step (case_id, person_id, title, due_on, responsible_agency_id, responsible_account_id, owner_agency_id, made_by, made_at)
       select id, person_id, 'Ring the landlord', $2, $3, $4, $5, $6, now() from case_file where id = $1 returning id`,
      [caseId, dueOn, responsible.agencyId, account, owner.agencyId, owner.userId],
    )
  for (const caseId of caseIds) {
    for (const reader of readers) await step(caseId, amira!, reader, reader.userId)
    await step(caseId, jo!, jo!, null)
    await step(caseId, jo!, amira!, null)
    await step(caseId, amira!, amira!, amira!.userId, '2026-03-20')
  }
  const both = (actor: Actor) =>
    world.database.read(actor, async ({ db }) => {
      const { rows } = await sql<{ policy: string[]; quick: string[] }>`
        select array(select t.id from step t join case_summary s on s.case_id = t.case_id where t.closed_at is null and t.due_on <= '2026-03-02'
            and (t.responsible_account_id = ${actor.userId} or t.responsible_account_id is null and t.responsible_agency_id = ${actor.agencyId}
              and t.case_id = any(${caseIds.slice(0, 3)}::uuid[])) order by 1) as policy,
          array(select id from steps_due('-infinity', '2026-03-02', ${caseIds.slice(0, 3)}::uuid[], 50) order by 1) as quick`.execute(
        db,
      )
      return rows[0]!
    })

  const answers = await Promise.all(readers.map(both))

  for (const { policy, quick } of answers) expect(quick).toEqual(policy)
  expect(answers.map(({ quick }) => quick.length)).toEqual([3, 3, 2, 0])
})

test('key work that is due is counted as the policies count it', async () => {
  const { readers, caseIds } = await aMixture()
  const [amira] = readers
  await world.inspect(`update case_summary set agency_id = $2, key_worker_id = $3 where case_id = any($1::uuid[])`, [
    caseIds,
    amira!.agencyId,
    amira!.userId,
  ])
  await world.inspect(
    `insert into key_work_schedule (agency_id, every_weeks, sessions, length_in_minutes, supervisor_quiet_after_weeks, starts_on, made_by, made_at)
     values ($1, 2, 1, 45, 4, '2026-01-01', $2, now())`,
    [amira!.agencyId, amira!.userId],
  )
  await world.inspect(
    `insert into custody (person_id, agency_id, received_on, owner_agency_id) select person_id, $2, '2026-01-05', $2 from case_file
     where id = any($1::uuid[]) and not exists (select from custody c where c.person_id = case_file.person_id and c.left_on is null)`,
    [caseIds, amira!.agencyId],
  )
  const both = (actor: Actor) =>
    world.database.read(actor, async ({ db }) => {
      const { rows } = await sql<{ policy: number; quick: number; late: number }>`
        select (select count(*)::int from case_summary s join custody c on c.person_id = s.person_id and c.left_on is null
            where s.key_worker_id = ${actor.userId} and s.agency_id = ${actor.agencyId} and s.is_open
              and key_work_due_on(s.case_id, c.received_on, s.agency_id) <= '2027-01-01') as policy,
          count_key_work_due('2027-01-01') as quick, count_key_work_due('2025-01-01') as late`.execute(db)
      return rows[0]!
    })

  const answers = await Promise.all(readers.map(both))

  expect(answers.map(({ policy, quick }) => [policy, quick])).toEqual([
    [2, 2],
    [0, 0],
    [0, 0],
    [0, 0],
  ])
  expect(answers.map(({ late }) => late)).toEqual([0, 0, 0, 0])
})

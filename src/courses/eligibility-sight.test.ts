import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aWing } from './builders.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

interface Judged {
  id: string
  hasNeeds: boolean
}
const judged = (actor: Actor) =>
  world.database.read(actor, async ({ db }) => {
    const { rows } = await sql<Judged>`select case_id as id, pathway_statuses is not null as "hasNeeds"
      from people_to_judge('', true) order by 1`.execute(db)
    return rows
  })
const byPolicy = (actor: Actor) =>
  world.database.read(actor, async ({ db }) => {
    const { rows } = await sql<Judged>`
      select case_id as id, case_id in (select case_id from sight where 'needs' = any(reads)) as "hasNeeds" from case_summary
      where is_open and died_on is null and case_id in (select case_id from sight where 'custody' = any(reads)) order by 1`.execute(
      db,
    )
    return rows
  })

test('nobody is judged whom the reader does not see with their custody, nor a need that is not theirs to see', async () => {
  const { keyWorker, charity, people } = await aWing(world)
  const { Danny, Kim, Robin, Sam } = people
  const elsewhere = await aCharity(world, 'Elsewhere')
  const take = (part: string, caseId: string, { agencyId }: Actor) =>
    world.inspect(`update sight set reads = array_remove(reads, $1) where case_id = $2 and audience_id = $3`, [
      part,
      caseId,
      agencyId,
    ])
  const opened = await judged(charity)
  expect(opened).toHaveLength(4)

  await take('needs', Danny!.id, charity)
  await take('custody', Kim!.id, charity)
  await world.inspect(`update sight set until = current_date - 1 where case_id = $1 and audience_id = $2`, [
    Robin!.id,
    charity.agencyId,
  ])
  await world.insert(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'Threatened by a group', $2, now(), $3)`,
    [Sam!.personId, keyWorker.userId, keyWorker.agencyId],
  )

  expect(await judged(charity)).toEqual([{ id: Danny!.id, hasNeeds: false }])
  expect(await judged(elsewhere)).toEqual([])
  for (const actor of [keyWorker, charity, elsewhere]) expect(await judged(actor)).toEqual(await byPolicy(actor))
})

test('a name is looked for as it is typed, and a sign that SQL knows stands for itself', async () => {
  const { charity, people } = await aWing(world)
  const found = (words: string) =>
    world.database.read(charity, async ({ db }) => {
      const { rows } = await sql<{
        id: string
      }>`select case_id as id from people_to_judge(${words}, false) where is_asked_for`.execute(db)
      return rows.map(({ id }) => id)
    })

  expect(await found('danNY')).toEqual([people['Danny']!.id])
  expect(await found(people['Kim']!.number.toLowerCase())).toEqual([people['Kim']!.id])
  for (const words of ['D_nny', '%', '\\']) expect(await found(words)).toEqual([])
})

import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { anAssessment, withQuestionSets } from '../assessments/builders.ts'
import { verifyAudit } from '../audit/index.ts'
import { aNote } from '../contacts/builders.ts'
import { aNeed } from '../needs/builders.ts'
import { aStep } from '../plans/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from '../referrals/builders.ts'
import { aClosedCase, afterCoolingOff, aNight, anApprovedDisposal, fingerprints } from './builders.ts'

let world: World
let [manager, second]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
  manager = await world.aWorkerAt('HMP Fernhall', { roles: ['MANAGER'] })
  second = await world.aColleagueOf(manager, { roles: ['MANAGER'] })
})
afterAll(() => world.close())

/** All kinds of rows about one person, and their case ended long ago. */
async function aFullRecord(): Promise<{ personId: string; caseId: string }> {
  world.time.now = new Date('2026-03-02T09:30:00Z')
  const { id: caseId, personId } = await aClosedCase(world, manager!, { givenName: 'Danny' })
  await world.inspect('update case_file set ended_on = null where id = $1', [caseId])
  await world.inspect('update case_party set until_on = null where case_id = $1', [caseId])
  const council = await world.aWorkerAt('Council', { kind: 'council', roles: ['MANAGER'] })
  const need = await aNeed(world, manager!, caseId, { words: 'A room near his mother' })
  await aReferral(world, { from: manager!, to: council, needId: need.id, why: 'He knows your house.' })
  await aStep(world, manager!, caseId, { title: 'Ring the bank' })
  await anAssessment(world, manager!, caseId)
  await aNote(world, manager!, caseId, { part: 'family', body: 'His daughter is six.' })
  await world.inspect(`insert into person_address (person_id, lines, owner_agency_id) values ($1, '1 Mill Lane', $2)`, [
    personId,
    manager!.agencyId,
  ])
  await world.inspect(
    `insert into alert (account_id, case_id, name, subject_id, agency_id, made_at) values ($1, $2, 'note.written', $2, $3, now())`,
    [manager!.userId, caseId, manager!.agencyId],
  )
  await world.inspect(`update case_party set until_on = '2015-06-01' where case_id = $1`, [caseId])
  await world.inspect(`update case_file set ended_on = '2015-06-01' where id = $1`, [caseId])
  return { personId, caseId }
}

const rowsWith = async (text: string) =>
  (
    await world.inspect<{ hits: string }>(
      `select string_agg(c.relname, ' ' order by c.relname) as hits from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I t where t::text like %L', c.relname, '%' || $1 || '%'), false, true, '')))[1]::text::int > 0`,
      [text],
    )
  )[0]!.hits

test('of a whole record nothing is left but ids of events, the audit and the disposal', async () => {
  const { personId, caseId } = await aFullRecord()
  await aNight(world)
  await anApprovedDisposal(world, manager!, second!)
  await afterCoolingOff(world)

  expect(await fingerprints(world, [personId])).toEqual({})
  expect(await rowsWith(personId)).toBe('audit disposal_item event')
  expect(await rowsWith(caseId)).toBe('audit event')
  for (const words of ['Danny', 'A room near his mother', 'He knows your house', 'Ring the bank', '1 Mill Lane']) {
    expect(await rowsWith(words)).toBeNull()
  }
})

test('what belongs to safeguarding stays its own time, and with it who it was', async () => {
  const { personId, caseId } = await aFullRecord()
  await world.inspect(
    `insert into note_opening (id, note_id, case_id, person_id, to_agency_id, reason, opened_by, opened_at, owner_agency_id, retention_class)
     select gen_random_uuid(), id, case_id, person_id, $2, 'He means to hurt his brother.', $3, now(), $2, 'SAFEGUARDING'
     from note where case_id = $1 and body like '%daughter%'`,
    [caseId, manager!.agencyId, manager!.userId],
  )
  await aNight(world)
  await anApprovedDisposal(world, manager!, second!)
  await afterCoolingOff(world)

  const left = (await fingerprints(world, [personId]))[personId]!
  const tables = [...new Set(left.split('\n').map((line) => line.split(' ')[0]))]
  expect(tables).toEqual(['case_file', 'case_summary', 'note', 'note_opening', 'person', 'person_identifier'])
  expect(left).not.toContain('rang his mother')
  expect(left).not.toContain('Ring the bank')

  await world.inspect(`update retention_rule set action = 'DELETE', months = 120 where class = 'SAFEGUARDING'`)
  await aNight(world)
  await anApprovedDisposal(world, manager!, second!)
  await afterCoolingOff(world)
  expect(await fingerprints(world, [personId])).toEqual({})
})

test('anonymised, the work can still be counted and nobody can be found in it', async () => {
  const { personId, caseId } = await aFullRecord()
  await world.inspect(`update retention_rule set action = 'ANONYMISE' where class = 'CASE'`)
  await aNight(world)
  await anApprovedDisposal(world, manager!, second!)
  await afterCoolingOff(world)
  await aNight(world)
  await world.inspect(`update retention_rule set action = 'DELETE' where class = 'CASE'`)

  const counted = await world.inspect<{ needs: number; referrals: number }>(
    `select (select count(*)::int from need where case_id = $1) as needs, (select count(*)::int from referral where case_id = $1) as referrals`,
    [caseId],
  )
  expect(counted).toEqual([{ needs: 1, referrals: 1 }])
  const left = (await fingerprints(world, [personId]))[personId]!
  for (const word of ['Danny', 'Rivers', '1990-05-04', 'room', 'He knows']) expect(left).not.toContain(word)
  expect(await world.inspect('select from sight where person_id = $1', [personId])).toEqual([])
  expect(await world.inspect('select from retention_due where person_id = $1', [personId])).toEqual([])
})

test('the chains of the audit are whole after it all', async () => {
  const owner = new URL(inject('urls').owner)
  owner.pathname = new URL(world.appUrl).pathname

  const { rows, broken } = await verifyAudit(owner.href, { file: '/nowhere', publicKey: '/nowhere' })

  expect(broken).toBeUndefined()
  expect(rows).toBeGreaterThan(20)
})

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPlan, carryOutAll } from './builders.ts'
import { approveReorganisation, withdrawReorganisation } from './decide-reorganisation.ts'
import { getReorganisation } from './queries.ts'

let world: World
let coordinator: Actor
let second: Actor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  second = await world.aColleagueOf(coordinator, { roles: ['COORDINATOR'] })
})
afterAll(() => world.close())

const probation = (name: string) => world.aWorkerAt(name, { kind: 'probation' })

test('two people decide: whoever plans does not approve, and one plan is open at a time', async () => {
  const [from, to] = [await probation('From'), await probation('To')]
  const id = await aPlan(world, coordinator, { from, to })

  const approved = world.database.change(coordinator, (change) => approveReorganisation(change, id))
  await expect(approved).rejects.toMatchObject({ code: 'reorganisation.second-person' })
  await expect(aPlan(world, coordinator, { from, to })).rejects.toMatchObject({ code: 'reorganisation.one-at-a-time' })

  await world.database.change(coordinator, (change) => withdrawReorganisation(change, id))
  const late = world.database.change(second, (change) => approveReorganisation(change, id))
  await expect(late).rejects.toMatchObject({ code: 'reorganisation.decided' })
  expect(await aPlan(world, coordinator, { from, to })).not.toBe(id)
})

test('smuggled SQL neither approves in another’s name nor carries out what nobody approved', async () => {
  const [from, to] = [await probation('From'), await probation('To')]
  const worker = await world.aColleagueOf(from)
  const id = await aPlan(world, coordinator, { from, to })
  const smuggle = (actor: Actor, statement: ReturnType<typeof sql>) => () =>
    world.database.change(actor, async ({ db, record }) => {
      await statement.execute(db)
      record({ name: 'test.done', subjectId: actor.userId, fieldGroup: 'administration' })
    })

  await expect(
    smuggle(
      coordinator,
      sql`update reorganisation set approved_by = ${second.userId}, approved_at = now() where id = ${id}`,
    )(),
  ).rejects.toThrow(/row-level security/)
  await expect(
    smuggle(
      coordinator,
      sql`update reorganisation set approved_by = ${coordinator.userId}, approved_at = now() where id = ${id}`,
    )(),
  ).rejects.toThrow(/check constraint/)
  await expect(smuggle(coordinator, sql`select carry_out_reorganisation(${id}, current_date)`)()).rejects.toThrow(
    /not for this account/,
  )
  await expect(smuggle(worker, sql`select count_what_moves(${from.agencyId}, null)`)()).rejects.toThrow(
    /not for this account/,
  )
  await smuggle(
    worker,
    sql`update reorganisation set approved_by = ${worker.userId}, approved_at = now() where id = ${id}`,
  )()

  await carryOutAll(world)
  expect((await world.database.read(coordinator, (reading) => getReorganisation(reading, id))).state).toBe('PLANNED')
})

test('for every column that names an agency somebody decided whether it goes along', async () => {
  const columns = await world.inspect<{ name: string }>(`
    select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
      and a.attname ~ 'agency_id$' and a.attname <> 'owner_agency_id' order by 1`)

  expect(columns.map(({ name }) => name)).toEqual([...goes, ...stays].sort())
})

const goes = [
  'account.agency_id', 'agreement_party.agency_id', 'alert.agency_id', 'appointment.with_agency_id', 'case_party.agency_id',
  'case_place.agency_id', 'case_summary.agency_id', 'case_summary.last_contact_agency_id', 'complaint.about_agency_id', 'custody.agency_id', 'import_batch.agency_id',
  'import_mapping.agency_id', 'need.responsible_agency_id', 'note_opening.to_agency_id', 'referral.from_agency_id', 'referral.to_agency_id',
  'induction.agency_id', 'induction_session.agency_id', 'pre_release_offer.agency_id', 'recommendation_standing.agency_id', 'wing_time.agency_id', 'case_request.agency_id', 'case_transfer.from_agency_id', 'case_transfer.to_agency_id', 'correction_recipient.agency_id', 'handover.from_agency_id', 'handover.to_agency_id',
  'key_work_session.agency_id', 'helpline.agency_id', 'hub.agency_id', 'hub_desk.agency_id', 'analysis.agency_id', 'cohort.agency_id', 'course.agency_id', 'programme.agency_id', 'family_day.agency_id',
  'target.agency_id', 'target.counted_agency_id', 'output.agency_id', 'smart_action.agency_id', 'survey_reply.agency_id', 'survey_count.agency_id', 'evaluation.agency_id',
  'mentor.agency_id', 'mentoring_standard.agency_id', 'mentoring_scheme.agency_id', 'fund.agency_id', 'payee.agency_id', 'expense_claim.agency_id',
  'payment_batch.agency_id', 'mileage_rate.agency_id', 'funder_target.agency_id', 'result_contract.agency_id', 'theme.lead_agency_id', 'theme_agency.agency_id',
  'service.agency_id', 'step.responsible_agency_id', 'subject_access_part.handling_agency_id', 'team.agency_id',
] // biome-ignore format: a list
/** History and counts of the past, which keep the name under which things were done; how an agency has its own sign in, and holds its sessions. */
const stays = [
  'agency_sign_in.agency_id', 'provider_sign_in.agency_id', 'answer.agency_id', 'answer_count.agency_id', 'audit.agency_id', 'break_glass.agency_id', 'consent.agency_id', 'event.agency_id',
  'known_here_question.agency_id', 'known_here_question.asked_agency_id', 'need_version.responsible_agency_id',
  'guide_use.agency_id', 'distance_count.agency_id', 'usage_week.agency_id', 'claimed_result.agency_id', 'pathway_flow.agency_id', 'severity_table.agency_id', 'target_version.counted_agency_id', 'target_told.counted_agency_id', 'key_work_schedule.agency_id', 'movement.from_agency_id', 'movement.to_agency_id', 'referral_count.agency_id', 'reorganisation.from_agency_id', 'reorganisation.to_agency_id', 'case_request.answered_by_agency_id',
] // biome-ignore format: a list

import { randomUUID } from 'node:crypto'
import type { World } from '../src/platform/testing/world.ts'
import type { Cast } from './cast.ts'
import { canaryOf, type Planted } from './planted.ts'
import { plantContracts } from './planted-contracts.ts'
import { plantCourse } from './planted-courses.ts'
import { plantEvidence } from './planted-evidence.ts'
import { plantMentor } from './planted-mentors.ts'

/** What stands beside the case and what agencies keep of their own, with its ids in `planted.ids`; planted when everybody is there. */
export async function plantLater(world: World, planted: Planted, cast: Cast): Promise<void> {
  const { caseId, personId, author, ids } = planted
  const at = '2026-03-01T09:00:00Z'
  const prison = cast['prison manager'].agencyId
  const worker = cast['key worker'].userId
  const of = { case_id: caseId, person_id: personId, owner_agency_id: author.agencyId }
  const ofPrison = { ...of, owner_agency_id: prison }
  const add = async (table: string, row: Record<string, unknown>, name = table) => {
    const whole = name in bare ? row : { id: randomUUID(), ...row }
    const columns = Object.keys(whole)
    const places = columns.map((_, nth) => `$${nth + 1}`)
    await world.insert(`insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`, Object.values(whole))
    ids[name] = String((whole as { id?: string }).id ?? '')
    return ids[name]
  }
  const giver = cast['prison colleague'] // who may take it back, and nobody who may write nothing
  await add('submission', { ...of, owner_agency_id: giver.agencyId, words: 'Gathered', made_by: giver.userId, made_at: at })
  // What an agency wrote is not for those of it who work with no case.
  const [service, council] = [cast['working service'], cast['team member']]
  await add('note', { ...of, owner_agency_id: service.agencyId, kind: 'CONTACT', field_group: 'notes', body: canaryOf('notes'), happened_at: at, author_id: service.userId, written_at: at }, 'note of service')
  await add('step', { ...of, owner_agency_id: council.agencyId, title: canaryOf('plan'), made_by: council.userId, made_at: at }, 'step of council')
  // What movements and corrections set in motion is for their own tests: here a row has to stand.
  const quiet = ['movement', 'correction']
  for (const table of quiet) await world.inspect(`alter table ${table} disable trigger user`)
  await add('movement', { ...of, kind: 'MOVE', happened_on: '2026-02-01', number: 1, state_before: 'HELD', state_after: 'HELD', wing: canaryOf('custody'), source: 'test', entered_by: author.userId, entered_at: at })
  const correction = { ...of, kind: 'RESTRICTION', person_name: 'Test', made_by: author.userId, made_at: at }
  for (const part of ['notes', 'risk'] as const) {
    const fact = { fact_kind: 'NOTE', fact_id: ids[`note ${part}`], field_group: part }
    await add('correction', { ...correction, ...fact, words: canaryOf(part) }, `correction ${part}`)
  }
  await add('correction', { ...correction, fact_kind: 'NEED', fact_id: ids['need'], field_group: 'needs', words: canaryOf('needs') }, 'correction needs')
  const beside = { identity: ['IDENTITY', personId], custody: ['DATE', ids['release_date']], contact: ['ADDRESS', ids['person_address']], assessment: ['ANSWER', ids['answer']] } as const
  for (const [part, [fact_kind, fact_id]] of Object.entries(beside) as [keyof typeof beside, readonly [string, string | undefined]][])
    await add('correction', { ...correction, kind: 'STATEMENT', fact_kind, fact_id, field_group: part, words: canaryOf(part) }, `correction ${part}`)
  const sent = await add('correction', { ...correction, fact_kind: 'NOTE', fact_id: ids['note health'], field_group: 'health', words: 'x' }, 'correction sent')
  await add('correction_recipient', { ...of, correction_id: sent, agency_id: cast['ended service'].agencyId, told_at: at })
  for (const table of quiet) await world.inspect(`alter table ${table} enable trigger user`)

  await add('licence_condition', { ...of, kind: 'ADDITIONAL', code: 'EXCLUSION_ZONE', words: canaryOf('custody'), from_on: '2026-01-01', made_by: author.userId, made_at: at })
  await add('licence_explanation', { ...of, how: 'TOGETHER', is_understood: true, explained_by: author.userId, explained_at: at })
  await add('licence_worry', { ...of, about: 'RECALL', words: canaryOf('plan'), due_on: '2026-03-09', raised_by: author.userId, raised_at: at })
  await add('family_member', { ...of, name: canaryOf('family'), relation: 'PARENT', way: 'PAPER', locale: 'en', shares: ['SUPPORTERS'], consent_how: 'SPOKEN', consented_at: at, recorded_by: author.userId })
  const ofMember = { ...of, family_member_id: ids['family_member'] }
  await add('family_word', { ...ofMember, kind: 'CAN', words: canaryOf('family'), is_for_worker_only: false, said_at: at })
  await add('family_contact', { ...ofMember, kind: 'CALL', happened_on: '2026-02-01', made_by: author.userId, made_at: at })
  await add('family_check', { ...ofMember, is_own_wish: true, is_safe: true, outcome: 'SHOW', words: 'x', made_by: worker, made_at: at })
  await add('family_share_change', { ...ofMember, shares: ['SUPPORTERS'], consent_how: 'SPOKEN', made_by: author.userId, made_at: at })
  const dayId = await add('family_day', { agency_id: author.agencyId, starts_at: '2026-04-01T12:00:00Z', length_in_minutes: 60, how_to_come: 'x', places: 9, made_by: author.userId, made_at: at })
  await add('family_day_invitation', { ...ofMember, family_day_id: dayId, outcome: canaryOf('family'), invited_by: author.userId, invited_at: at })
  await add('barred_contact', { ...of, name: canaryOf('risk'), why: 'COURT', made_by: author.userId, made_at: at })
  await add('release_day', { ...of, gate_place: 'Gate', gate_minute: 540, cash_in_pence: 100, mode: 'WALK', meets_name: canaryOf('plan'), changed_by: author.userId, changed_at: at })
  for (const part of ['plan', 'health'] as const) {
    const hours = { opens_minute: 540, closes_minute: 600, length_in_minutes: 10 }
    await add('release_stop', { ...of, ...hours, field_group: part, title: canaryOf(part), place: 'Here', made_by: author.userId, made_at: at }, `stop ${part}`)
  }
  await add('first_contact', { ...of, released_on: '2026-02-01', day_number: 1, outcome: 'MET', note: canaryOf('plan'), recorded_by: author.userId, recorded_at: at })
  const promised = { name: 'x', definition: 'SESSIONS', measure: 'ROWS', amount: 1, since_on: '2026-01-01', due_on: '2026-06-30', made_by: worker, made_at: at }
  const targetId = await add('target', { ...promised, agency_id: cast.stranger.agencyId }, 'target elsewhere')
  await add('target', { ...promised, agency_id: prison })
  await world.insert("insert into target_count (target_id, month, delivered, of_all, people, engagements, counted_at) values ($1, '2026-01-01', 1, 1, 1, 1, $2)", [targetId, at])
  await world.insert("insert into target_told (target_id, day, definition, since_on, delivered, of_all, people, engagements, told_at) values ($1, '2026-01-31', 'SESSIONS', '2026-01-01', 9, 9, 9, 9, $2)", [targetId, at])
  await add('target_override', { target_id: targetId, status: 'MET', reason: 'Ten or more', delivered: 0, computed: 'BEHIND', set_by: worker, set_at: at })
  await add('recommendation', { review: 'x', words: 'x', source: 'x', made_by: worker, made_at: at })
  const stands = { recommendation_id: ids['recommendation'], state: 'IN_PLACE', said_by: worker, said_at: at }
  await add('recommendation_standing', { ...stands, agency_id: author.agencyId }, 'standing elsewhere')
  await add('recommendation_standing', { ...stands, agency_id: prison })
  await add('smart_action', { agency_id: cast.stranger.agencyId, specific: 'x', measure: 'x', amount: 1, lead: 'x', since_on: '2026-01-01', due_on: '2026-06-30', made_by: worker, made_at: at })
  await world.insert("insert into smart_reminder (action_id, account_id, kind, for_on, told_at) values ($1, $2, 'DUE', '2026-06-30', $3)", [ids['smart_action'], cast.stranger.userId, at])
  const set = await add('output', { agency_id: cast.stranger.agencyId, kind: 'LEARNING_SET', title: 'x', happened_on: '2026-02-01', evidence: 'x', recorded_by: worker, recorded_at: at }, 'learning set')
  await world.insert(`insert into learning_set (output_id, questions, written_by, written_at) values ($1, '{x}', $2, $3)`, [set, worker, at])
  await world.insert(`insert into learning_feedback (output_id, question, of_group, answered, agreed, entered_by, entered_at) values ($1, 1, 'PRISON', 12, 6, $2, $3)`, [set, worker, at])
  await add('output', { agency_id: cast.stranger.agencyId, kind: 'REPORT', title: 'x', happened_on: '2026-02-01', evidence: 'x', recorded_by: worker, recorded_at: at })
  await add('context_event', { kind: 'POLICY', title: 'x', happened_on: '2026-02-01', source: 'x', made_by: worker, made_at: at })
  await add('survey', { audience: 'STAFF', made_by: worker, made_at: at })
  await world.insert(`insert into survey_version (survey_id, version, items, made_by, made_at) values ($1, 1, '[{"key": "x", "text": {"en": "x", "it": "x", "nl": "x"}}]', $2, $3)`, [ids['survey'], worker, at])
  const evaluated = { about: 'OTHER', title: 'x', question: 'x', design: 'SERIES', measures: '{x}', from_on: '2026-01-01', until_on: '2026-12-31', led_by: 'x', approval: 'x', made_by: worker, made_at: at }
  const evaluationId = await add('evaluation', { ...evaluated, agency_id: cast.stranger.agencyId, began_at: at, began_by: worker }, 'evaluation elsewhere')
  await add('evaluation', { ...evaluated, agency_id: prison })
  await add('evaluation_entry', { evaluation_id: evaluationId, kind: 'RESULT', words: 'x', made_by: worker, made_at: at })
  const askedId = await add('mechanism_question', { part: 'CONTEXT', texts: '{"en": "x", "it": "x", "nl": "x"}', position: 1, made_by: worker, made_at: at })
  await world.insert("insert into mechanism_answer (question_id, national_group, version, words, locale, with_whom, answered_on, made_by, made_at) values ($1, 'NL', 1, 'x', 'nl', 'x', '2026-02-01', $2, $3)", [askedId, worker, at])
  await world.insert("insert into link_rate (kind, value, people, joined, waiting, counted_at) values ('name', 'plain', 10, 0, 0, $1)", [at])
  const hubId = await add('hub', { agency_id: prison, name: 'Hub', place: 'Here', made_by: worker, made_at: at })
  const deskId = await add('hub_desk', { hub_id: hubId, agency_id: prison, name: 'Desk', made_by: worker, made_at: at })
  const ticketId = await add('hub_ticket', { hub_id: hubId, on_day: '2026-03-01', number: 1, desk_id: deskId, source: 'DESK', arrived_at: at, waiting_since: at })
  await world.insert('insert into hub_visitor (ticket_id, case_id, person_id, owner_agency_id, why, added_at) values ($1, $2, $3, $4, $5, $6)', [ticketId, caseId, personId, author.agencyId, canaryOf('identity'), at])
  const charity = cast['working service'].agencyId
  const lineId = await add('helpline', { agency_id: charity, name: 'Line', made_by: worker, made_at: at })
  const told = { ...of, owner_agency_id: charity }
  const callId = await add('helpline_call', { ...told, helpline_id: lineId, rang_at: at, operator_id: worker, taken_at: at, closed_at: at, caller: 'KNOWN', feeling: 'LOW', risk: 'NONE', words: canaryOf('mentoring') })
  await add('helpline_call_back', { helpline_id: lineId, call_id: callId, promised_at: at, due_at: at, phone: canaryOf('mentoring'), made_by: worker, made_at: at })
  await add('helpline_hand_off', { ...told, helpline_id: lineId, call_id: callId, to_account_id: worker, words: 'Call me.', is_agreed: true, due_on: '2026-03-02', made_by: worker, made_at: at })
  await add('crisis_plan', { ...told, version: 1, signs: canaryOf('mentoring'), is_with_person: true, written_by: worker, written_at: at })
  await plantCourse(world, planted, add)
  await plantMentor(world, planted, cast, add)
  await plantContracts(world, planted, cast, add)
  await add('own_request', { ...of, kind: 'HELP', words: canaryOf('plan'), said_at: at })
  const sessionId = await add('induction_session', { agency_id: prison, name: 'Gym', after_days: 2, made_by: worker, made_at: at })
  await add('induction', { ...of, stay_id: ids['custody'], session_id: sessionId, agency_id: prison, due_on: '2026-03-01' })
  await add('pre_release_offer', { ...of, agency_id: prison, offered_on: '2026-02-20', offered_by: worker, made_at: at })
  const onWing = { weekdays: [1], opens_minute: 540, closes_minute: 600, made_by: worker, made_at: at }
  await add('wing_time', { ...onWing, agency_id: prison, service_id: ids['serviceId'], wing: 'B' })
  await add('case_transfer', { ...of, from_agency_id: author.agencyId, from_account_id: author.userId, to_agency_id: cast['outside manager'].agencyId, by_on: '2026-03-20', reason: 'They go home.', proposed_at: at, expires_at: '2026-04-01T09:00:00Z' })
  const [gateway] = await world.inspect<{ code: string }>('select * from legal_gateway limit 1')
  const asked = await add('case_request', { agency_id: cast.stranger.agencyId, account_id: cast.stranger.userId, identifier: 'A9876ZZ', purpose: 'x', gateway: gateway!.code, reason: 'Twenty characters and more.', asked_at: at, expires_at: '2026-04-01T09:00:00Z', owner_agency_id: cast.stranger.agencyId })
  await add('case_request_subject', { ...of, request_id: asked })

  const complaint = { ...of, given_as: 'Test', about_agency_id: prison, words: 'They read it aloud.', made_at: at, acknowledge_by_on: '2026-04-01' }
  await add('complaint', { ...complaint, about_account_id: cast['prison colleague'].userId })
  await add('complaint', { ...complaint, about_account_id: cast['prison manager'].userId }, 'complaint of manager')
  await add('data_breach', { owner_agency_id: prison, what_happened: 'A letter went astray.', found_at: at, kinds: ['CONFIDENTIALITY'], whose: 'x', people_count: 1, risk: 'RISK', recorded_by: worker, recorded_at: at })
  const taken = { owner_agency_id: prison, kind: 'releases', query: '', people_count: 900, reason: 'Twenty characters and more.', asked_at: at }
  const exported = await add('export_request', { ...taken, asked_by: worker })
  await add('export_decision', { request_id: exported, is_approved: true, decided_by: cast['prison manager'].userId, decided_at: '2026-03-02T09:00:00Z' })
  await add('export_request', { ...taken, asked_by: cast['prison manager'].userId }, 'export of manager')
  await add('export_request', { ...taken, asked_by: worker }, 'export waiting')

  await add('legal_hold', { ...of, case_id: null, asked_by: 'A court', reason: 'Inquest', from_on: '2026-01-01', made_by: author.userId, made_at: at })
  const due = { person_id: personId, owner_agency_id: prison, class: 'CASE' }
  await add('retention_due', { ...due, due_on: '2026-01-01', action: 'DELETE' })
  const disposal = await add('disposal', { owner_agency_id: prison, reason: 'x', proposed_by: worker, proposed_at: at })
  await add('disposal_item', { ...due, disposal_id: disposal, action: 'DELETE' })
  const copy = await add('subject_access_request', { ...ofPrison, person_name: 'Test', asked_by: 'PERSON', channel: 'LETTER', received_on: '2026-02-20', proof: 'KNOWN', proved_on: '2026-02-20', locale: 'en', logged_by: worker, logged_at: at })
  const { case_id: _, ...ofPerson } = ofPrison
  const part = { ...ofPerson, request_id: copy, handling_agency_id: prison, is_apart: false }
  const partId = await add('subject_access_part', { ...part, decided_at: at, decided_by: cast['prison manager'].userId })
  await add('subject_access_part', { ...part, owner_agency_id: author.agencyId, is_apart: true }, 'part apart')
  await add('subject_access_item', { ...ofPerson, request_id: copy, part_id: partId, kind: 'note', subject_id: ids['note notes'], field_group: 'notes', is_plain: true, decision: 'RELEASE', decided_by: worker, decided_at: at })
  await add('subject_access_bundle', { ...ofPerson, request_id: copy, item_count: 1, built_at: at, pdf_hash: Buffer.from('x'), json_hash: Buffer.from('x') })

  const police = { agency_id: cast.stranger.agencyId, file_name: 'x', format: 'CSV', kind: 'OFFENCES', made_by: cast.stranger.userId, made_at: at, committed_at: at }
  const batchId = await add('import_batch', police, 'extract')
  await add('offence_record', { batch_id: batchId, row: 2, identifier_type: 'PRISON_NUMBER', identifier: 'A9999ZZ', offence_on: '2024-01-01', outcome: 'caution', owner_agency_id: cast.stranger.agencyId })
  const cohortId = await add('cohort', { agency_id: prison, title: 'Test', prison_id: prison, source_id: cast.stranger.agencyId, from_on: '2024-01-01', to_on: '2024-03-31', made_by: worker, made_at: at })
  await add('cohort_result', { cohort_id: cohortId, counted_at: at, state: 'COUNTED' })
  await add('cohort_area', { cohort_id: cohortId, area: 'Area', people: 1, reoffenders: 1, expected: 1 })
  await add('severity_table', { agency_id: prison, version: 'x', file_name: 'x', weights: '{}', loaded_by: worker, loaded_at: at, replaced_at: at })
  await add('cohort_baseline', { cohort_id: cohortId, rate: 0.5, from_on: '2023-01-01', to_on: '2023-12-31', method: 'x', set_by: worker, set_at: at })

  const [text] = await world.inspect<{ id: string }>(`select id from consent_text where kind = 'STORY'`)
  await plantEvidence(add, { agencyId: prison, caseId, personId, accountId: worker, at }, text!.id)

  await add('reorganisation', { from_agency_id: prison, to_agency_id: cast['outside manager'].agencyId, reason: 'x', planned_by: worker, planned_at: at })
  await add('account_term', { account_id: worker, starts_on: '2026-01-01' })
  await add('agency_sign_in', { agency_id: prison })
  const { id: machine } = await world.insert<{ id: string }>(
    `insert into account (agency_id, email, name, roles, is_integration) values ($1, 'machine@example.org', 'Machine', '{INTEGRATION}', true) returning id`,
    [prison],
  )
  const twin = await add('person', { given_name: 'Twin', family_name: 'Test', owner_agency_id: prison }, 'person like them')
  const [low, high] = [personId, twin!].sort()
  await add('person_link', { low_person_id: low, high_person_id: high, state: 'WAITING', levels: ['SAME', 'SAME', 'NEAR', 'SILENT', 'SILENT'], weights: [5, 6, 7, 0, 0], probability: 0.9, found_at: at }, 'twin pair')
  await add('link_run', { asked_at: at })
  await add('link_decision', { link_id: ids['twin pair'], state: 'APART', decided_at: at, reason: 'x' }, 'twin decision')
  await add('api_token', { token_hash: Buffer.from('x'), account_id: machine, name: 'x', made_by: worker, made_at: at })
  await add('passkey', { account_id: worker, credential_id: 'canary', public_key: Buffer.from('x'), counter: 5, name: 'Canary', is_synced: false, made_at: at })
} // biome-ignore format: one row a line

/** Tables that find their rows by something else than an id of their own. */
const bare: Record<string, true> = { correction_recipient: true, case_request_subject: true, export_decision: true, retention_due: true, disposal_item: true, account_term: true, agency_sign_in: true, offence_record: true, cohort_result: true, cohort_area: true, public_quarter: true, public_result: true } // biome-ignore format: a list

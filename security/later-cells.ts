import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Change, FieldGroup } from '../src/platform/database.ts'
import type { Cast, Relation } from './cast.ts'
import { contractReads, contractWrites } from './contract-cells.ts'
import { evaluationReads, evaluationWrites } from './evaluation-cells.ts'
import type { Planted } from './planted.ts'

/** Rows of which an office decides and no part of the case: who reads them, written down from the documents. */
export interface OfficeRead {
  what: string
  /** What follows `select from`; ids of what was planted stand in it as `$name`. */
  from: string
  readers: Relation[]
}

const ofPrison: Relation[] = ['key worker', 'prison colleague', 'barred colleague', 'administrator', 'prison manager']
const cohortReads = ['cohort', 'cohort_result', 'cohort_area', 'cohort_baseline'].map((table): OfficeRead => {
  const key = table === 'cohort' ? 'id' : 'cohort_id'
  return { what: `figures of the agency: ${table}`, from: `${table} where ${key} = '$cohort'`, readers: ofPrison }
})

export const officeReads: OfficeRead[] = [
  { what: 'another agency’s note of mentoring', from: "note where id = '$note mentoring'", readers: [] },
  { what: 'what a partner gave', from: "submission where id = '$submission'", readers: ['key worker', 'prison colleague', 'outside manager', 'team member', 'working service', 'prison manager'] },
  { what: 'a note of one’s own agency', from: "note where id = '$note of service'", readers: ['key worker', 'outside manager', 'team member', 'working service'] },
  { what: 'a step of one’s own agency', from: "step where id = '$step of council'", readers: ['key worker', 'outside manager', 'team member', 'working service'] },
  { what: 'another agency’s document of mentoring', from: "document where id = '$document mentoring'", readers: [] },
  { what: 'what such a document holds', from: "document_content where document_id = '$document mentoring'", readers: [] },
  { what: 'another agency’s course', from: "course where id = '$course'", readers: [] },
  { what: 'how somebody came to it', from: "course_mark where place_id = '$course_place'", readers: [] },
  { what: 'a register from a wing that waits for its author', from: "unfiled_register where id = '$unfiled_register'", readers: [] },
  { what: 'what was written of them there', from: "course_entry where id = '$course_entry'", readers: [] },
  { what: 'what they answered there', from: "course_measure where place_id = '$course_place'", readers: [] },
  { what: 'how a session of it went', from: "course_session_note where session_id = '$course_session'", readers: [] },
  ...['mentor', 'mentor_entry', 'mentee_wish', 'mentor_match', 'mentor_session', 'fund', 'expense_claim', 'funder_target'].map(
    (table): OfficeRead => ({ what: `another agency’s ${table}`, from: `${table} where id = '$${table}'`, readers: [] })),
  { what: 'whose record is closed to a mentor', from: 'own_record', readers: [] },
  { what: 'a correction, where it was sent', from: "correction where id = '$correction sent'", readers: ['ended service'] },
  { what: 'who was told of it', from: "correction_recipient where correction_id = '$correction sent'", readers: ['ended service'] },
  { what: 'a request to join', from: "case_request where id = '$case_request'", readers: ['stranger'] },
  { what: 'whom a request to join is about', from: 'case_request_subject', readers: [] },
  { what: 'a complaint about a worker', from: "complaint where id = '$complaint'", readers: ['prison manager'] },
  { what: 'a complaint about a manager', from: "complaint where id = '$complaint of manager'", readers: ['coordinator'] },
  { what: 'a breach', from: "data_breach where id = '$data_breach'", readers: ['prison manager', 'coordinator'] },
  { what: 'an agency’s table of weights', from: "severity_table where id = '$severity_table'", readers: ofPrison },
  { what: 'a comparing of records', from: "link_run where id = '$link_run'", readers: ['coordinator'] },
  { what: 'a pair that may be one person', from: "person_link where id = '$twin pair'", readers: ['coordinator'] },
  { what: 'what was decided of a pair', from: "link_decision where id = '$twin decision'", readers: ['coordinator'] },
  { what: 'what pairs are looked for in', from: 'link_candidate', readers: [] },
  { what: 'an export that was asked for', from: "export_request where id = '$export_request'", readers: ['key worker', 'prison manager'] },
  { what: 'what was decided of it', from: "export_decision where request_id = '$export_request'", readers: ['key worker', 'prison manager'] },
  { what: 'a legal hold', from: "legal_hold where id = '$legal_hold'", readers: ['prison manager'] },
  { what: 'what is due', from: 'retention_due', readers: ['prison manager'] },
  { what: 'a disposal', from: "disposal where id = '$disposal'", readers: ['prison manager', 'coordinator'] },
  { what: 'what is disposed of', from: "disposal_item where disposal_id = '$disposal'", readers: ['prison manager', 'coordinator'] },
  { what: 'a request for a copy', from: "subject_access_request where id = '$subject_access_request'", readers: ['prison manager'] },
  { what: 'a part of a copy', from: "subject_access_part where id = '$subject_access_part'", readers: ['prison manager'] },
  { what: 'a part that goes apart', from: "subject_access_part where id = '$part apart'", readers: [] },
  { what: 'an item of a copy', from: "subject_access_item where id = '$subject_access_item'", readers: ['prison manager'] },
  { what: 'a copy', from: "subject_access_bundle where id = '$subject_access_bundle'", readers: ['prison manager'] },
  { what: 'an offence of a police file', from: "offence_record where batch_id = '$extract'", readers: ['stranger'] },
  ...cohortReads, ...evaluationReads,
  { what: 'a recommendation', from: "recommendation where id = '$recommendation'", readers: ['prison manager', 'coordinator'] },
  { what: 'how a prison stands with it', from: "recommendation_standing where id = '$recommendation_standing'", readers: ['prison manager', 'coordinator'] },
  { what: 'how another prison stands with it', from: "recommendation_standing where id = '$standing elsewhere'", readers: ['coordinator'] },
  { what: 'a context event', from: "context_event where id = '$context_event'", readers: ['prison manager', 'coordinator'] },
  { what: 'an analyst’s file', from: "analysis where id = '$analysis'", readers: ofPrison },
  { what: 'a story told with consent', from: "case_story where id = '$case_story'", readers: ofPrison.filter((one) => one !== 'barred colleague' && one !== 'administrator') },
  { what: 'results that wait', from: "public_quarter where quarter_on = '2025-10-01'", readers: ['coordinator'] },
  { what: 'figures that wait', from: "public_result where quarter_on = '2025-10-01'", readers: ['coordinator'] },
  { what: 'a reorganisation', from: "reorganisation where id = '$reorganisation'", readers: ['administrator', 'coordinator'] },
  { what: 'when somebody leaves', from: 'account_term', readers: ['administrator'] },
  { what: 'how an agency signs in', from: "agency_sign_in where second_step_since is null", readers: ['administrator'] },
  { what: 'a line that people call', from: "helpline where id = '$helpline'", readers: ['operator'] },
  { what: 'a call to a line', from: "helpline_call where id = '$helpline_call'", readers: ['operator'] },
  { what: 'a number to call back', from: "helpline_call_back where id = '$helpline_call_back'", readers: ['operator'] },
  { what: 'word from a line for a worker', from: "helpline_hand_off where id = '$helpline_hand_off'", readers: ['key worker', 'operator'] },
  { what: 'a crisis plan', from: "crisis_plan where id = '$crisis_plan'", readers: ['working service', 'operator'] },
  ...contractReads,
  { what: 'a token', from: "api_token where id = '$api_token'", readers: ['administrator'] },
  { what: 'one’s own passkeys', from: "list_own_passkeys() where name = 'Canary'", readers: ['key worker'] },
  ...['passkey', 'passkey_challenge', 'provider_account', 'provider_sign_in', 'password', 'session', 'one_time_secret', 'recovery_code', 'own_door_code', 'own_door_session', 'survey_reply', 'survey_turn', 'survey_count', 'distance_count', 'usage_week', 'pathway_flow', 'family_invitation', 'family_session', 'audit', 'private.identity_key'].map(
    (table): OfficeRead => ({ what: `the table ${table}`, from: table, readers: [] })),
] // biome-ignore format: a table

type Write = (change: Change, planted: Planted, cast: Cast) => Promise<unknown>

/** What somebody could try to write that an office decides of, and who may. */
export const officeWrites: { name: string; writers: Relation[]; write: Write }[] = [
  { name: 'a transfer of a case that another agency answers for', writers: [], write: (c, { caseId, personId }, cast) => put(c, 'case_transfer', { case_id: caseId, person_id: personId, from_agency_id: c.actor.agencyId, from_account_id: c.actor.userId, to_agency_id: cast.stranger.agencyId === c.actor.agencyId ? cast['key worker'].agencyId : cast.stranger.agencyId, by_on: '2026-05-01', reason: 'x', proposed_at: c.now, expires_at: '2026-05-01T09:00:00Z', owner_agency_id: c.actor.agencyId }) },
  { name: 'information for those who work on the case', writers: ['key worker', 'prison colleague', 'outside manager', 'area colleague', 'team member', 'asked service', 'working service', 'prison manager'], write: (c, { caseId, personId }) => put(c, 'submission', { case_id: caseId, person_id: personId, words: 'x', made_by: c.actor.userId, made_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'a no to what a partner gave', writers: ['key worker', 'outside manager', 'team member', 'working service'], write: (c, { ids }) => set(sql`update submission set decision = 'DECLINED', reason = 'x', decided_by = ${c.actor.userId}, decided_at = ${c.now} where id = ${ids['submission']}`, c) },
  { name: 'a no to a transfer', writers: ['outside manager', 'area colleague'], write: (c, { ids }) => set(sql`update case_transfer set declined_at = ${c.now}, answered_by = ${c.actor.userId} where id = ${ids['case_transfer']}`, c) },
  { name: 'a yes to a request to join', writers: [], write: (c) => set(sql`update case_request_subject set decision = 'GRANTED', relationship = 'REFERRED', decided_at = ${c.now}, decided_by = ${c.actor.userId}`, c) },
  { name: 'a yes of the person to sharing', writers: ['key worker', 'outside manager', 'team member'], write: (c, { caseId, personId }, cast) => put(c, 'consent', { case_id: caseId, person_id: personId, purpose: purposeOf(caseId), agency_id: cast.stranger.agencyId, kind: 'SHARING', answer: 'GIVEN', how: 'SPOKEN', text_id: sql`(select id from consent_text limit 1)`, locale: 'en', said_on: '2026-03-01', recorded_by: c.actor.userId, recorded_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'the lifting of another agency’s restriction', writers: [], write: (c, { ids }) => set(sql`update correction set lifted_at = ${c.now}, lifted_by = ${c.actor.userId} where id = ${ids['correction notes']}`, c) },
  { name: 'that a correction was read', writers: ['ended service'], write: (c, { ids }) => set(sql`update correction_recipient set acknowledged_at = ${c.now}, acknowledged_by = ${c.actor.userId} where correction_id = ${ids['correction sent']}`, c) },
  { name: 'the outcome of an induction', writers: ['key worker', 'prison colleague', 'prison manager'], write: (c, { ids }) => set(sql`update induction set outcome = 'DONE', outcome_by = ${c.actor.userId}, outcome_at = ${c.now} where id = ${ids['induction']}`, c) },
  { name: 'an induction session', writers: ['administrator'], write: (c, _, cast) => put(c, 'induction_session', { agency_id: cast['prison manager'].agencyId, name: 'x', after_days: 1, made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a recommendation', writers: ['coordinator'], write: (c) => put(c, 'recommendation', { review: 'x', words: 'x', source: 'x', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'how a prison stands with it', writers: ['prison manager'], write: (c, { ids }) => set(sql`update recommendation_standing set replaced_at = ${c.now} where id = ${ids['recommendation_standing']}`, c) },
  { name: 'how another prison stands with it', writers: [], write: (c, { ids }) => set(sql`update recommendation_standing set replaced_at = ${c.now} where id = ${ids['standing elsewhere']}`, c) },
  { name: 'what came of the course before release', writers: ['key worker', 'prison colleague', 'prison manager'], write: (c, { ids }) => set(sql`update pre_release_offer set answer = 'ATTENDED', answered_on = '2026-03-01', answered_by = ${c.actor.userId} where id = ${ids['pre_release_offer']}`, c) },
  { name: 'a time of a service on a wing', writers: ['administrator'], write: (c, { ids }, cast) => put(c, 'wing_time', { agency_id: cast['prison manager'].agencyId, service_id: ids['serviceId'], weekdays: [1], opens_minute: 540, closes_minute: 600, made_by: c.actor.userId, made_at: c.now }) },
  { name: 'an answer to a complaint about a worker', writers: ['prison manager'], write: (c, { ids }) => set(sql`update complaint set acknowledged_at = ${c.now}, acknowledged_by = ${c.actor.userId} where id = ${ids['complaint']}`, c) },
  { name: 'an answer to a complaint about oneself', writers: ['coordinator'], write: (c, { ids }) => set(sql`update complaint set acknowledged_at = ${c.now}, acknowledged_by = ${c.actor.userId} where id = ${ids['complaint of manager']}`, c) },
  { name: 'a breach of the agency', writers: ['prison manager'], write: (c, _, cast) => put(c, 'data_breach', { owner_agency_id: cast['prison manager'].agencyId, what_happened: 'x', found_at: c.now, kinds: ['INTEGRITY'], whose: 'x', people_count: 1, risk: 'RISK', recorded_by: c.actor.userId, recorded_at: c.now }) },
  { name: 'a breach of the agency, changed', writers: ['prison manager', 'coordinator'], write: (c, { ids }) => set(sql`update data_breach set contained = 'x' where id = ${ids['data_breach']}`, c) },
  { name: 'that a pair is one person', writers: ['coordinator'], write: (c, { ids }) => set(sql`update person_link set state = 'JOINED' where id = ${ids['twin pair']}`, c) },
  { name: 'a decision of a pair', writers: ['coordinator'], write: (c, { ids }) => put(c, 'link_decision', { link_id: ids['twin pair'], state: 'APART', decided_by: c.actor.userId, decided_at: c.now, reason: 'x' }) },
  { name: 'a yes to somebody’s export', writers: ['prison manager'], write: (c, { ids }) => put(c, 'export_decision', { request_id: ids['export waiting'], is_approved: true, decided_by: c.actor.userId, decided_at: c.now }) },
  { name: 'a yes to one’s own export', writers: [], write: (c, { ids }) => put(c, 'export_decision', { request_id: ids['export of manager'], is_approved: true, decided_by: c.actor.userId, decided_at: c.now }) },
  { name: 'the taking of an export', writers: ['key worker'], write: (c, { ids }) => put(c, 'export_taking', { request_id: ids['export_request'], nth: 1, taken_at: c.now }) },
  { name: 'the taking of an export that nobody approved', writers: [], write: (c, { ids }) => put(c, 'export_taking', { request_id: ids['export waiting'], nth: 1, taken_at: c.now }) },
  { name: 'a legal hold', writers: ['prison manager'], write: (c, { personId }) => put(c, 'legal_hold', { person_id: personId, asked_by: 'x', reason: 'x', from_on: '2026-01-01', made_by: c.actor.userId, made_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'the lifting of another agency’s hold', writers: [], write: (c, { ids }) => set(sql`update legal_hold set lifted_at = ${c.now}, lifted_by = ${c.actor.userId} where id = ${ids['legal_hold']}`, c) },
  { name: 'the days before a disposal', writers: ['coordinator'], write: (c) => set(sql`update retention_state set cooling_off_in_days = 0`, c) },
  { name: 'a request for a copy', writers: ['prison manager'], write: (c, { caseId, personId }) => put(c, 'subject_access_request', { case_id: caseId, person_id: personId, person_name: 'x', asked_by: 'PERSON', channel: 'LETTER', received_on: '2026-03-01', locale: 'en', logged_by: c.actor.userId, logged_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'the second check of what one decided', writers: [], write: (c, { ids }) => set(sql`update subject_access_part set checked_at = ${c.now}, checked_by = ${c.actor.userId} where id = ${ids['subject_access_part']}`, c) },
  { name: 'an offence in a police file', writers: ['stranger'], write: (c, { ids }) => put(c, 'offence_record', { batch_id: ids['extract'], row: 3, identifier_type: 'CRN', identifier: 'X000001', offence_on: '2024-01-01', outcome: 'caution', owner_agency_id: c.actor.agencyId }) },
  { name: 'a cohort of the prison', writers: ofPrison, write: (c, _, cast) => put(c, 'cohort', { agency_id: cast['key worker'].agencyId, title: 'x', prison_id: cast['key worker'].agencyId, source_id: cast.stranger.agencyId, from_on: '2024-01-01', to_on: '2024-03-31', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'what was counted of a cohort', writers: [], write: (c, { ids }) => put(c, 'cohort_area', { cohort_id: ids['cohort'], area: 'x', people: 1, reoffenders: 1, expected: 1 }) },
  { name: 'the figures of a cohort, changed', writers: [], write: (c, { ids }) => set(sql`update cohort_result set people = 99 where cohort_id = ${ids['cohort']}`, c) },
  { name: 'a table of weights in the name of the prison', writers: ofPrison, write: (c, _, cast) => put(c, 'severity_table', { agency_id: cast['key worker'].agencyId, version: 'x', file_name: 'x', weights: '{}', loaded_by: c.actor.userId, loaded_at: c.now, replaced_at: null }) },
  { name: 'that a comparing of records ends', writers: ['coordinator'], write: (c, { ids }) => set(sql`update link_run set how = 'STOPPED', ended_at = ${c.now} where id = ${ids['link_run']}`, c) },
  { name: 'how far a comparing of records came', writers: [], write: (c, { ids }) => set(sql`update link_run set looked = 99 where id = ${ids['link_run']}`, c) },
  { name: 'what was found in an analyst’s file', writers: [], write: (c, { ids }) => set(sql`update analysis set finding = '{"x": 1}' where id = ${ids['analysis']}`, c) },
  { name: 'a question to an analyst’s file', writers: ofPrison, write: (c, { ids }) => set(sql`update analysis set state = 'WAITING', finding = null where id = ${ids['analysis']}`, c) },
  ...evaluationWrites,
  { name: 'when somebody leaves', writers: ['administrator'], write: (c, _, cast) => put(c, 'account_term', { account_id: cast['prison colleague'].userId, starts_on: '2026-01-01' }) },
  { name: 'how an agency signs in', writers: ['administrator'], write: (c, _, cast) => set(sql`update agency_sign_in set second_step_since = ${c.now} where agency_id = ${cast['key worker'].agencyId}`, c) },
  { name: 'a crisis plan', writers: ['working service', 'operator'], write: (c, { caseId, personId }) => put(c, 'crisis_plan', { case_id: caseId, person_id: personId, version: 9, signs: 'x', is_with_person: true, written_by: c.actor.userId, written_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'a number for danger', writers: ['coordinator', 'prison manager'], write: (c) => put(c, 'helpline_number', { jurisdiction: 'UK-EW', name: 'x', phone: '999', position: 9, changed_by: c.actor.userId, changed_at: c.now }) },
  { name: 'what a worker did with word from a line', writers: ['key worker'], write: (c, { ids }) => set(sql`update helpline_hand_off set done_at = ${c.now}, done_by = ${c.actor.userId}, done_words = 'x' where id = ${ids['helpline_hand_off']}`, c) },
  { name: 'a token', writers: ['administrator'], write: (c, _, cast) => put(c, 'api_token', { token_hash: Buffer.from('y'), account_id: sql`(select id from account where is_integration and agency_id = ${cast['key worker'].agencyId})`, name: 'x', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'that a token ends', writers: ['administrator'], write: (c, { ids }) => set(sql`update api_token set revoked_at = ${c.now} where id = ${ids['api_token']}`, c) },
  { name: 'the use of a passkey', writers: ['key worker'], write: (c, { ids }) => yes(sql`select use_passkey(${ids['passkey']}::uuid, 9::bigint, ${c.now}::timestamptz) as said`, c) },
  { name: 'one passkey fewer', writers: ['key worker'], write: (c, { ids }) => yes(sql`select forget_own_passkey(${ids['passkey']}::uuid) as said`, c) },
  { name: 'no passkeys any more', writers: ['administrator', 'coordinator'], write: (c, _, cast) => yes(sql`select forget_passkeys(${cast['key worker'].userId}::uuid) > 0 as said`, c) },
  { name: 'a place on another agency’s course', writers: [], write: (c, { caseId, personId, ids }) => put(c, 'course_place', { course_id: ids['course'], case_id: caseId, person_id: personId, waits_since: '2026-03-01', made_by: c.actor.userId, owner_agency_id: c.actor.agencyId }) },
  { name: 'a mark on another agency’s register', writers: [], write: (c, { caseId, personId, ids }) => put(c, 'course_mark', { session_id: ids['course_session'], place_id: ids['course_place'], taken_by: c.actor.userId, case_id: caseId, person_id: personId, mark: 'LATE', of_starts_at: c.now, seen_until: c.now, marked_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'that another agency’s group begins', writers: [], write: (c, { ids }) => set(sql`update course set confirmed_at = ${c.now}, confirmed_by = ${c.actor.userId} where id = ${ids['course']}`, c) },
  { name: 'a session with a mentor of another agency', writers: [], write: (c, { caseId, personId, ids }) => put(c, 'mentor_session', { id: randomUUID(), mentor_id: ids['mentor'], match_id: ids['mentor_match'], case_id: caseId, person_id: personId, kind: 'MET', happened_on: '2026-02-21', minutes: 5, made_by: c.actor.userId, made_at: c.now, owner_agency_id: c.actor.agencyId }) },
  { name: 'the signature under another agency’s match', writers: [], write: (c, { ids }) => set(sql`update mentor_match set risk_signed_by = ${c.actor.userId} where id = ${ids['mentor_match']}`, c) },
  { name: 'a yes to another agency’s claim', writers: [], write: (c, { ids }) => set(sql`update expense_claim set decision = 'APPROVED', decided_by = ${c.actor.userId} where id = ${ids['expense_claim']}`, c) },
  { name: 'a fund', writers: ['treasurer'], write: (c) => put(c, 'fund', { agency_id: c.actor.agencyId, name: 'x', currency: 'EUR', amount_in_minor: 1, starts_on: '2026-01-01', debtor_name: 'x', debtor_iban: 'NL91ABNA0417164300', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a programme that comes with the product', writers: [], write: (c) => put(c, 'programme', { agency_id: null, code: 'x', made_at: c.now }) },
  ...contractWrites,
  { name: 'a line of the travel-time table', writers: ['coordinator'], write: (c) => put(c, 'travel_leg', { from_place: 'a', to_place: 'b', mode: 'BUS', minutes: 5, changed_by: c.actor.userId, changed_at: c.now }) },
] // biome-ignore format: a table

/** As the write cells of the first parts, for what came later. */
export const laterWrites: { name: string; part: FieldGroup; write: Write }[] = [
  { name: 'a movement', part: 'custody', write: ofCase('movement', ({ now, actor }) => ({ kind: 'DEATH', happened_on: '2026-03-01', source: 'x', entered_by: actor.userId, entered_at: now })) },
  { name: 'a licence condition', part: 'custody', write: ofCase('licence_condition', ({ now, actor }) => ({ kind: 'ADDITIONAL', code: 'EXCLUSION_ZONE', from_on: '2026-01-01', made_by: actor.userId, made_at: now })) },
  { name: 'that a licence was explained', part: 'custody', write: ofCase('licence_explanation', ({ now, actor }) => ({ how: 'PHONE', is_understood: true, explained_by: actor.userId, explained_at: now })) },
  { name: 'a family member', part: 'family', write: ofCase('family_member', ({ now, actor }) => ({ name: 'x', relation: 'PARENT', way: 'PAPER', locale: 'en', shares: ['SUPPORTERS'], consent_how: 'SPOKEN', consented_at: now, recorded_by: actor.userId })) },
  { name: 'a barred contact', part: 'risk', write: ofCase('barred_contact', ({ now, actor }) => ({ name: 'x', why: 'COURT', made_by: actor.userId, made_at: now })) },
  { name: 'a caution before groups', part: 'risk', write: ofCase('group_caution', ({ now, actor }) => ({ kind: 'DOMESTIC_ABUSE', made_by: actor.userId, made_at: now })) },
  { name: 'a worry', part: 'plan', write: ofCase('licence_worry', ({ now, actor }) => ({ about: 'RECALL', words: 'x', due_on: '2026-05-01', raised_by: actor.userId, raised_at: now })) },
  ...(['plan', 'health'] as const).map((part) => ({ name: `a stop in ${part}`, part, write: ofCase('release_stop', ({ now, actor }) => ({ field_group: part, title: 'x', place: 'x', opens_minute: 1, closes_minute: 2, length_in_minutes: 1, made_by: actor.userId, made_at: now })) })),
  { name: 'a release day, changed', part: 'plan', write: (c, { ids }) => set(sql`update release_day set gate_place = 'x' where id = ${ids['release_day']}`, c) },
  { name: 'a first contact', part: 'plan', write: ofCase('first_contact', ({ now, actor }) => ({ released_on: '2026-02-01', day_number: 2, outcome: 'MET', recorded_by: actor.userId, recorded_at: now })) },
  { name: 'an answer to the person', part: 'plan', write: (c, { ids }) => set(sql`update own_request set answer = 'x', answered_at = ${c.now}, answered_by = ${c.actor.userId} where id = ${ids['own_request']}`, c) },
  { name: 'a code for the person’s own door', part: 'plan', write: ofCase('own_door_code', ({ now, actor }) => ({ code_hash: Buffer.from('x'), started_by: actor.userId, started_at: now, ends_at: now })) },
  ...(['notes', 'risk'] as const).map((part) => ({ name: `a correction in ${part}`, part, write: ((c, p) => ofCase('correction', ({ now, actor }) => ({ fact_kind: 'NOTE', fact_id: p.ids[`note ${part}`], kind: 'CORRECTION', words: 'x', made_by: actor.userId, made_at: now }))(c, p)) satisfies (c: Change, p: Planted) => Promise<unknown> })),
  ...(['notes', 'health'] as const).map((part) => ({ name: `a document in ${part}`, part, write: ofCase('document', ({ now, actor }) => ({ field_group: part, title: 'x', kind: 'application/pdf', size_in_bytes: 3, added_by: actor.userId, added_at: now })) })),
] // biome-ignore format: a table

type Row = Record<string, unknown>

function ofCase(table: string, row: (change: Change) => Row): (change: Change, planted: Planted) => Promise<unknown> {
  return (change, { caseId, personId }) =>
    put(change, table, {
      id: randomUUID(),
      case_id: caseId,
      person_id: personId,
      owner_agency_id: change.actor.agencyId,
      ...row(change),
    })
}

const purposeOf = (caseId: string) => sql`(select purpose from case_file where id = ${caseId})`

const put = ({ db }: Change, table: string, row: Row) =>
  sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(row))})`.execute(
    db,
  )

async function set(statement: ReturnType<typeof sql>, { db }: Change): Promise<void> {
  const { numAffectedRows } = await statement.execute(db)
  if (numAffectedRows === 0n) throw new Error('nothing was changed')
}

async function yes(statement: ReturnType<typeof sql>, { db }: Change): Promise<void> {
  const { rows } = await statement.execute(db)
  if (!(rows[0] as { said: boolean }).said) throw new Error('it said no')
}

import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Change } from '../src/platform/database.ts'
import type { Cast, Relation } from './cast.ts'
import type { OfficeRead } from './later-cells.ts'
import type { Planted } from './planted.ts'

/** Who works with people at the prison, which leads the theme and has the contract; and at the area, which takes part in the theme. */
const ofPrison: Relation[] = ['key worker', 'prison colleague', 'barred colleague', 'prison manager']
const ofTheme: Relation[] = [...ofPrison, 'outside manager', 'area colleague']

export const contractReads: OfficeRead[] = [
  ...['theme', 'theme_meeting', 'theme_action', 'theme_report'].map(
    (table): OfficeRead => ({ what: `what several agencies meet about: ${table}`, from: `${table} where id = '$${table}'`, readers: ofTheme })),
  { what: 'who takes part in a theme', from: "theme_agency where theme_id = '$theme'", readers: ofTheme },
  { what: 'that its papers are to go', from: "theme_disposal where theme_id = '$theme'", readers: ofTheme },
  { what: 'whose case belongs to a theme', from: "theme_case where id = '$theme_case'", readers: ['key worker', 'outside manager'] },
  { what: 'a contract of another agency', from: "result_contract where id = '$contract elsewhere'", readers: [] },
  { what: 'a contract of the prison', from: "result_contract where id = '$result_contract'", readers: ['prison manager'] },
  { what: 'what it pays', from: "result_price where contract_id = '$result_contract'", readers: ['prison manager'] },
  { what: 'what was counted for it', from: "contract_count where contract_id = '$result_contract'", readers: ['prison manager'] },
  { what: 'a claim under it', from: "result_claim where id = '$result_claim'", readers: ['prison manager'] },
  { what: 'the rows behind it', from: "claimed_result where claim_id = '$result_claim'", readers: ['prison manager'] },
  { what: 'a target of the prison', from: "target where id = '$target'", readers: ['prison manager', 'coordinator'] },
  { what: 'a target of another agency', from: "target where id = '$target elsewhere'", readers: ['coordinator'] },
  { what: 'what was counted for it', from: "target_count where target_id = '$target elsewhere'", readers: ['coordinator'] },
  { what: 'what others were told of it', from: "target_told where target_id = '$target elsewhere'", readers: ['coordinator'] },
  { what: 'a status set by hand', from: "target_override where target_id = '$target elsewhere'", readers: ['coordinator'] },
  { what: 'another agency’s plan', from: "smart_action where id = '$smart_action'", readers: ['coordinator'] },
  { what: 'who was reminded of it', from: "smart_reminder where action_id = '$smart_action'", readers: ['coordinator'] },
  { what: 'what somebody claims', from: "expense_claim where id = '$claim of service'", readers: ['working service', 'treasurer'] },
  { what: 'the receipt of it', from: "expense_receipt where claim_id = '$claim of service'", readers: ['working service', 'treasurer'] },
  { what: 'a learning set of another agency', from: "learning_set where output_id = '$learning set'", readers: ['prison manager', 'coordinator'] },
  { what: 'an output', from: "output where id = '$output'", readers: ['prison manager', 'coordinator'] },
] // biome-ignore format: a table

type Write = (change: Change, planted: Planted, cast: Cast) => Promise<unknown>

export const contractWrites: { name: string; writers: Relation[]; write: Write }[] = [
  { name: 'a yes to what somebody claims', writers: ['treasurer'], write: (c, { ids }) => set(c, sql`update expense_claim set decision = 'APPROVED', decided_by = ${c.actor.userId}, decided_at = ${c.now} where id = ${ids['claim of service']}`) },
  { name: 'that a claim is withdrawn', writers: ['working service'], write: (c, { ids }) => set(c, sql`update expense_claim set withdrawn_at = ${c.now} where id = ${ids['claim of service']}`) },
  { name: 'a theme in the name of the prison', writers: ofPrison, write: (c, _, cast) => put(c, 'theme', { title: 'x', area: 'x', lead_agency_id: cast['key worker'].agencyId, opened_by: c.actor.userId, opened_at: c.now }) },
  { name: 'that another agency takes part', writers: ofPrison, write: (c, { ids }, cast) => put(c, 'theme_agency', { theme_id: ids['theme'], agency_id: cast.stranger.agencyId, asked_by: c.actor.userId, asked_at: c.now }) },
  { name: 'that a case is out of a theme', writers: ['key worker', 'outside manager'], write: (c, { ids }) => set(c, sql`update theme_case set parted_by = ${c.actor.userId}, parted_at = ${c.now} where id = ${ids['theme_case']}`) },
  { name: 'minutes of a theme', writers: ofTheme, write: (c, { ids }) => set(c, sql`update theme_meeting set minutes = 'x', written_by = ${c.actor.userId} where id = ${ids['theme_meeting']}`) },
  { name: 'an action in a theme', writers: ofTheme, write: (c, { ids }, cast) => put(c, 'theme_action', { theme_id: ids['theme'], words: 'x', owner_id: cast['key worker'].userId, due_on: '2026-04-01', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'an action of somebody who takes no part', writers: [], write: (c, { ids }, cast) => put(c, 'theme_action', { theme_id: ids['theme'], words: 'x', owner_id: cast.stranger.userId, due_on: '2026-04-01', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a second yes that the papers of a theme go', writers: ['prison manager'], write: (c, { ids }) => set(c, sql`update theme_disposal set approved_by = ${c.actor.userId}, approved_at = ${c.now} where theme_id = ${ids['theme']}`) },
  { name: 'what a group said at another agency’s learning set', writers: ['coordinator'], write: (c, { ids }) => put(c, 'learning_feedback', { output_id: ids['learning set'], question: 1, of_group: 'OTHER', answered: 12, agreed: 6, entered_by: c.actor.userId, entered_at: c.now }) },
  { name: 'a contract of the prison', writers: ['prison manager'], write: (c, _, cast) => put(c, 'result_contract', { agency_id: cast['key worker'].agencyId, funder: 'x', title: 'x', currency: 'GBP', from_on: '2026-01-01', until_on: '2026-12-31', follow_days: 84, made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a no to a claim', writers: ['prison manager'], write: (c, { ids }) => set(c, sql`update result_claim set decision = 'DECLINED', decided_words = 'x', decided_by = ${c.actor.userId}, decided_at = ${c.now} where id = ${ids['result_claim']}`) },
  { name: 'a yes to a claim whose rows do not hold', writers: [], write: (c, { ids }) => set(c, sql`update result_claim set decision = 'APPROVED', decided_by = ${c.actor.userId}, decided_at = ${c.now} where id = ${ids['result_claim']}`) },
  { name: 'a row more behind somebody else’s claim', writers: [], write: (c, { caseId, personId, ids }, cast) => put(c, 'claimed_result', { claim_id: ids['result_claim'], contract_id: ids['result_contract'], result: 'NOT_BACK', agency_id: cast['key worker'].agencyId, source_id: randomUUID(), case_id: caseId, person_id: personId, happened_on: '2026-01-01', matures_on: '2026-03-01', owner_agency_id: c.actor.agencyId }) },
] // biome-ignore format: a table

const put = ({ db }: Change, table: string, row: Record<string, unknown>) =>
  sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(row))})`.execute(
    db,
  )

async function set({ db }: Change, statement: RawBuilder<unknown>): Promise<void> {
  const { numAffectedRows } = await statement.execute(db)
  if (numAffectedRows === 0n) throw new Error('nothing was changed')
}

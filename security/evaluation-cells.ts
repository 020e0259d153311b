import { sql } from 'kysely'
import type { Change } from '../src/platform/database.ts'
import type { Cast } from './cast.ts'
import type { Planted } from './planted.ts'

/** Plans of evaluations, what countries answered, and how links fall: who reads them, from the documents. As in `later-cells.ts`. */
export const evaluationReads: { what: string; from: string; readers: ('prison manager' | 'coordinator')[] }[] = [
  { what: 'an evaluation of the prison', from: "evaluation where id = '$evaluation'", readers: ['prison manager', 'coordinator'] },
  { what: 'an evaluation of another agency', from: "evaluation where id = '$evaluation elsewhere'", readers: ['coordinator'] },
  { what: 'what was found in it', from: "evaluation_entry where evaluation_id = '$evaluation elsewhere'", readers: ['coordinator'] },
  { what: 'a question of why something works', from: "mechanism_question where id = '$mechanism_question'", readers: ['prison manager', 'coordinator'] },
  { what: 'what a country answered', from: "mechanism_answer where question_id = '$mechanism_question'", readers: ['prison manager', 'coordinator'] },
  { what: 'how links fall on groups', from: "link_rate where kind = 'name'", readers: ['coordinator'] },
] // biome-ignore format: a table

type Write = (change: Change, planted: Planted, cast: Cast) => Promise<unknown>

export const evaluationWrites: { name: string; writers: ('prison manager' | 'coordinator')[]; write: Write }[] = [
  { name: 'an evaluation of the prison', writers: ['prison manager', 'coordinator'], write: (c, _, cast) => put(c, 'evaluation', { agency_id: cast['prison manager'].agencyId, about: 'OTHER', title: 'x', question: 'x', design: 'SERIES', from_on: '2026-01-01', until_on: '2026-12-31', led_by: 'x', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a result of another agency’s evaluation', writers: ['coordinator'], write: (c, { ids }) => put(c, 'evaluation_entry', { evaluation_id: ids['evaluation elsewhere'], kind: 'RESULT', words: 'x', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a result that rests on a file which is closed to the writer', writers: [], write: (c, { ids }) => put(c, 'evaluation_entry', { evaluation_id: ids['evaluation elsewhere'], kind: 'RESULT', words: 'x', analysis_id: ids['analysis'], analysis_title: 'x', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'the end of another agency’s evaluation', writers: ['coordinator'], write: (c, { ids }) => set(sql`update evaluation set stopped_at = ${c.now}, stopped_by = ${c.actor.userId}, stopped_reason = 'x' where id = ${ids['evaluation elsewhere']}`, c) },
  { name: 'a line of the prison’s plan that stands on another agency’s promise', writers: ['coordinator'], write: (c, { ids }, cast) => put(c, 'smart_action', { agency_id: cast['prison manager'].agencyId, target_id: ids['target elsewhere'], specific: 'x', measure: 'x', amount: 1, lead: 'x', since_on: '2026-01-01', due_on: '2026-06-30', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'a question of why something works', writers: ['coordinator'], write: (c) => put(c, 'mechanism_question', { part: 'OUTCOME', texts: '{"en": "x", "it": "x", "nl": "x"}', position: 99, made_by: c.actor.userId, made_at: c.now }) },
  { name: 'an answer of one’s own country', writers: ['coordinator', 'prison manager'], write: (c, { ids }) => put(c, 'mechanism_answer', { question_id: ids['mechanism_question'], national_group: 'UK-EW', version: 9, words: 'x', locale: 'en', with_whom: 'x', answered_on: '2026-01-01', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'an answer of another country', writers: ['coordinator'], write: (c, { ids }) => put(c, 'mechanism_answer', { question_id: ids['mechanism_question'], national_group: 'NL', version: 9, words: 'x', locale: 'nl', with_whom: 'x', answered_on: '2026-01-01', made_by: c.actor.userId, made_at: c.now }) },
  { name: 'how links fall on groups', writers: [], write: (c) => put(c, 'link_rate', { kind: 'name', value: 'x', people: 10, joined: 0, waiting: 0, counted_at: c.now }) },
  { name: 'how links fall on groups, changed', writers: [], write: (c) => set(sql`update link_rate set joined = 99 where kind = 'name'`, c) },
  { name: 'how links fall on groups, taken away', writers: [], write: (c) => set(sql`delete from link_rate where kind = 'name'`, c) },
  { name: 'a figure for everybody', writers: [], write: (c) => put(c, 'public_result', { quarter_on: '2025-10-01', measure: 'STEP_BEFORE_RELEASE', people: 40, counted: 20, counted_at: c.now }) },
  { name: 'the publication of results', writers: ['coordinator'], write: (c) => set(sql`update public_quarter set published_at = ${c.now}, published_by = ${c.actor.userId} where quarter_on = '2025-10-01'`, c) },
] // biome-ignore format: a table

const put = ({ db }: Change, table: string, row: Record<string, unknown>) =>
  sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((column) => sql.ref(column)))}) values (${sql.join(Object.values(row))})`.execute(
    db,
  )

async function set(statement: ReturnType<typeof sql>, { db }: Change): Promise<void> {
  const { numAffectedRows } = await statement.execute(db)
  if (numAffectedRows === 0n) throw new Error('nothing was changed')
}

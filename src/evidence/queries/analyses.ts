import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Finding } from '../analyses/finding.ts'
import type { MethodName, Question } from '../analyses/methods.ts'
import type { FileTrouble } from '../analyses/reckon.ts'

/** A file of the agency's, what was asked of it, and what may be shown of the answer. */
export interface Analysis {
  id: string
  method: MethodName
  title: string
  fileName: string
  columns: string[]
  question: Question | null
  /** CHOOSING columns, WAITING for the worker, RUNNING, DONE, or a PROBLEM with the file. */
  state: 'CHOOSING' | 'WAITING' | 'RUNNING' | 'DONE' | 'PROBLEM'
  problem: FileTrouble | null
  finding: Finding | null
  madeBy: string
  madeAt: Date
  askedAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
  forgetAt: Date
  /** How many of the agency's wait before it. */
  before: number
}

const columns = sql`a.id, a.method, a.title, a.file_name as "fileName", a.columns, a.question, a.state, a.problem, a.finding,
  w.name as "madeBy", a.made_at as "madeAt", a.asked_at as "askedAt", a.started_at as "startedAt", a.ended_at as "endedAt",
  a.forget_at as "forgetAt", (select count(*)::int from analysis b where b.state in ('WAITING', 'RUNNING') and b.asked_at < a.asked_at) as before`

/** The agency's analyses that are not forgotten, the latest first. At most 100. */
export async function listAnalyses({ db, now }: Reading): Promise<Analysis[]> {
  const { rows } = await sql<Analysis>`select ${columns} from analysis a join account w on w.id = a.made_by
    where a.forget_at > ${now} order by a.made_at desc, a.id desc limit 100`.execute(db)
  return rows
}

/** @throws Refusal `analysis.not-found` where it is another agency's, or forgotten. */
export async function getAnalysis({ db, now }: Reading, id: string): Promise<Analysis> {
  const { rows } = await sql<Analysis>`select ${columns} from analysis a join account w on w.id = a.made_by
    where a.id = ${id} and a.forget_at > ${now}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'analysis.not-found')
  return rows[0]
}

export interface NewAnalysis {
  id: string
  method: MethodName
  title: string
  fileName: string
  file: Uint8Array
  columns: string[]
  forgetAt: Date
}

export async function insertAnalysis({ db, actor, now }: Change, made: NewAnalysis): Promise<void> {
  await sql`insert into analysis (id, agency_id, method, title, file_name, file, columns, made_by, made_at, forget_at)
    values (${made.id}, ${actor.agencyId}, ${made.method}, ${made.title}, ${made.fileName}, ${Buffer.from(made.file)},
      ${made.columns}, ${actor.userId}, ${now}, ${made.forgetAt})`.execute(db)
}

/** Puts the question; what was found before is taken away. @returns false while the worker has it. */
export async function updateAsked({ db, now }: Change, id: string, question: Question): Promise<boolean> {
  const { numAffectedRows } = await sql`update analysis set question = ${JSON.stringify(question)}, state = 'WAITING',
    problem = null, finding = null, asked_at = ${now}, started_at = null, ended_at = null
    where id = ${id} and state not in ('WAITING', 'RUNNING')`.execute(db)
  return numAffectedRows === 1n
}

/** Takes the question back. @returns false where there is nothing at work. */
export async function updateStopped({ db }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update analysis set state = 'CHOOSING', started_at = null
    where id = ${id} and state in ('WAITING', 'RUNNING')`.execute(db)
  return numAffectedRows === 1n
}

export interface Asked {
  method: MethodName
  question: Question
  file: Buffer
  /** Which of several tries this is: what another one ends is not this one's. */
  startedAt: Date
}

/** Takes one that waits, or that a worker left half done. */
export async function takeAsked({ db, now }: Change, id: string): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`update analysis set state = 'RUNNING', started_at = ${now}
    where id = ${id} and state in ('WAITING', 'RUNNING') returning method, question, file, started_at as "startedAt"`.execute(
    db,
  )
  return rows[0]
}

/** Whether what was taken is still waited for: not stopped, removed or asked anew. */
export async function isStillWanted({ db }: Reading, id: string, startedAt: Date): Promise<boolean> {
  const { rows } =
    await sql`select 1 from analysis where id = ${id} and state = 'RUNNING' and started_at = ${startedAt}`.execute(db)
  return rows.length > 0
}

export async function updateEnded(
  { db, now }: Change,
  id: string,
  startedAt: Date,
  ended: { finding: Finding } | { problem: FileTrouble },
): Promise<void> {
  const state = 'finding' in ended ? 'DONE' : 'PROBLEM'
  const [finding, problem] = 'finding' in ended ? [ended.finding, null] : [null, ended.problem]
  await sql`update analysis set state = ${state}, finding = ${finding && JSON.stringify(finding)},
    problem = ${problem && JSON.stringify(problem)}, ended_at = ${now} where id = ${id} and state = 'RUNNING' and started_at = ${startedAt}`.execute(
    db,
  )
}

export async function deleteAnalysis({ db }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from analysis where id = ${id}`.execute(db)
  return numAffectedRows === 1n
}

/** Whatever its agency: files and findings whose time is over. For the program alone. @returns how many. */
export async function forgetAnalyses({ db, now }: Change): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select forget_analyses(${now}) as gone`.execute(db)
  return rows[0]!.gone
}

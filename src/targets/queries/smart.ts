import { sql } from 'kysely'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Definition } from '../definitions.ts'
import type { Promised, Status } from '../rag.ts'
import { isCoveredTo, isOfOthers } from '../shown.ts'
import { type Told, told } from './targets.ts'

/** What a partner reported of an action. */
export interface Progress {
  saidOn: Day
  words: string
  /** How much is done, as the partner counts; null where a target counts it. */
  done: number | null
  status: Status
  reason: string
  byName: string
}

/** Of what somebody was reminded: it is due soon, its day is over, nothing was reported for a month. */
export type ReminderKind = 'DUE' | 'LATE' | 'QUIET'

/** A line of a partner's plan. Its figures are its target's, or what the partner last reported. */
export interface SmartAction extends Promised {
  id: string
  agencyId: string
  agencyName: string
  specific: string
  /** How one sees that it is done. */
  measuredBy: string
  targetId: string | null
  targetName: string | null
  people: number
  engagements: number
  /** The target's number is of few people of other agencies. */
  isCovered: boolean
  lead: string
  /** Who is reminded; null: every manager of the agency. */
  leadAccountName: string | null
  reminders: { kind: ReminderKind; toldAt: string; name: string }[]
  /** The latest first. */
  progress: Progress[]
}

const columns = sql`a.id, a.agency_id as "agencyId", y.name as "agencyName", a.specific, a.measure as "measuredBy", a.target_id as "targetId",
  t.name as "targetName", a.lead, l.name as "leadAccountName",
  (select coalesce(json_agg(json_build_object('kind', r.kind, 'toldAt', to_char(r.told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'name', w.name)
    order by r.told_at desc, w.name collate "C"), '[]') from smart_reminder r join account w on w.id = r.account_id where r.action_id = a.id) as reminders,
  coalesce(t.measure, 'ROWS') as measure, coalesce(t.amount, a.amount) as amount, a.since_on as "sinceOn", a.due_on as "dueOn",
  coalesce(case when a.target_id is null then (select p.done from smart_progress p where p.action_id = a.id order by p.made_at desc, p.id desc limit 1)
    else c.delivered end, 0)::float8 as delivered, coalesce(c.of_all, 0) as "ofAll",
  coalesce(c.people, 0) as people, coalesce(c.engagements, 0) as engagements, t.definition, t.counted_agency_id as "countedAgencyId", ${told} as told,
  (select coalesce(json_agg(json_build_object('saidOn', p.said_on, 'words', p.words, 'done', p.done, 'status', p.status, 'reason', p.reason,
    'byName', m.name) order by p.made_at desc, p.id desc), '[]') from smart_progress p join account m on m.id = p.made_by where p.action_id = a.id) as progress
  from smart_action a join agency y on y.id = a.agency_id left join target t on t.id = a.target_id
  left join account l on l.id = a.lead_account_id
  left join lateral (select * from target_count x where x.target_id = t.id order by x.month desc limit 1) c on true`

type Row = Omit<SmartAction, 'isCovered'> & {
  definition: Definition | null
  countedAgencyId: string | null
  told: Told | null
}

/** As its reader may know it: what a target counts of other agencies' people is theirs in steps, here as on the target's own page. */
function asReader({ actor }: Reading, { definition, countedAgencyId, told, ...action }: Row): SmartAction {
  const isTold = definition !== null && isOfOthers(actor.agencyId, { definition, countedAgencyId })
  const isCovered = isTold && isCoveredTo({ ...action, told })
  if (!isTold || !told || isCovered) return { ...action, isCovered }
  const { toldAt: _, ...figures } = told
  return { ...action, ...figures, isCovered }
}

/** The open lines of the plans that the reader may see, by partner and day. */
export async function listActions(reading: Reading): Promise<SmartAction[]> {
  const { rows } = await sql<Row>`
    select ${columns} where a.closed_at is null order by y.name collate "C", a.due_on, a.id limit 300`.execute(
    reading.db,
  )
  return rows.map((row) => asReader(reading, row))
}

/** @throws Refusal `smart-action.not-found` */
export async function getAction(reading: Reading, id: string): Promise<SmartAction> {
  const { rows } = await sql<Row>`select ${columns} where a.id = ${id} and a.closed_at is null`.execute(reading.db)
  if (!rows[0]) throw new Refusal('not found', 'smart-action.not-found')
  return asReader(reading, rows[0])
}

export interface ActionFields {
  agencyId: string
  specific: string
  measuredBy: string
  targetId: string | null
  amount: number
  lead: string
  leadAccountId: string | null
  sinceOn: Day
  dueOn: Day
}

export async function insertAction({ db, actor, now }: Change, fields: ActionFields): Promise<string> {
  const id = newId()
  await sql`insert into smart_action (id, agency_id, specific, measure, target_id, amount, lead, lead_account_id, since_on, due_on, made_by, made_at)
    values (${id}, ${fields.agencyId}, ${fields.specific}, ${fields.measuredBy}, ${fields.targetId}, ${fields.amount}, ${fields.lead},
      ${fields.leadAccountId}, ${fields.sinceOn}, ${fields.dueOn}, ${actor.userId}, ${now})`.execute(db)
  return id
}

export async function insertProgress(
  { db, actor, now }: Change,
  actionId: string,
  { saidOn, words, done, status, reason }: Omit<Progress, 'byName'>,
): Promise<void> {
  await sql`insert into smart_progress (id, action_id, said_on, words, done, status, reason, made_by, made_at)
    values (${newId()}, ${actionId}, ${saidOn}, ${words}, ${done}, ${status}, ${reason}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

/** @returns whether it was open. */
export async function updateActionClosed({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update smart_action set closed_at = ${now}, closed_by = ${actor.userId} where id = ${id} and closed_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

/** Somebody who can be reminded: a manager of the agency whose plan it is. */
export interface Leader {
  id: string
  name: string
  agencyId: string
  agencyName: string
}

export async function listLeaders({ db }: Reading, agencyIds: readonly string[]): Promise<Leader[]> {
  const { rows } = await sql<Leader>`
    select a.id, a.name, a.agency_id as "agencyId", y.name as "agencyName" from account a join agency y on y.id = a.agency_id
    where a.agency_id = any(${agencyIds}::uuid[]) and 'MANAGER' = any(a.roles) and a.disabled_at is null and not a.is_integration
    order by y.name collate "C", a.name collate "C", a.id limit 500`.execute(db)
  return rows
}

/** Reminds whoever leads what is due, late or quiet, each once. For the program alone. @returns how many. */
export async function remindSmartPlans({ db, now }: Change): Promise<number> {
  const { rows } = await sql<{ told: number }>`select remind_smart_plans(${dayAt(now)}, ${now}) as told`.execute(db)
  return rows[0]!.told
}

import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { type ConditionCode, kindOf } from '../condition-codes.ts'

export interface Condition {
  id: string
  code: ConditionCode
  words: string
  fromOn: Day
  untilOn: Day | null
  curfewFrom: number | null
  curfewUntil: number | null
}

/** Conditions that stand, as the actor sees them. At most 60. */
export async function listConditions({ db }: Reading, caseId: string): Promise<Condition[]> {
  const { rows } = await sql<Condition>`
    select id, code, words, from_on as "fromOn", until_on as "untilOn", curfew_from_minute as "curfewFrom",
      curfew_until_minute as "curfewUntil"
    from licence_condition where case_id = ${caseId} and ended_at is null
    order by array_position(array['STANDARD', 'ADDITIONAL', 'SUPERVISION'], kind), made_at, id limit 60`.execute(db)
  return rows
}

/** When a curfew begins on a day, in minutes after midnight; null where there is none that the actor sees. */
export async function findCurfew({ db }: Reading, caseId: string, day: Day): Promise<number | null> {
  const { rows } = await sql<{ from: number | null }>`
    select min(curfew_from_minute) as "from" from licence_condition
    where case_id = ${caseId} and code = 'CURFEW' and ended_at is null and from_on <= ${day} and coalesce(until_on, ${day}) >= ${day}`.execute(
    db,
  )
  return rows[0]!.from
}

/** The last day of supervision after the sentence (R055); null where there is none that the actor sees. */
export async function findSupervisionEnd({ db }: Reading, caseId: string): Promise<Day | null> {
  const { rows } = await sql<{ endsOn: Day | null }>`
    select max(until_on) as "endsOn" from licence_condition
    where case_id = ${caseId} and kind = 'SUPERVISION' and ended_at is null`.execute(db)
  return rows[0]!.endsOn
}

export type NewCondition = Omit<Condition, 'id'>

export async function insertConditions(change: Change, about: About, all: readonly NewCondition[]): Promise<string[]> {
  const { db, actor, now } = change
  const rows = all.map((each) => ({
    ...{ id: newId(), case_id: about.caseId, person_id: about.personId, kind: kindOf(each.code), code: each.code },
    ...{ words: each.words, from_on: each.fromOn, until_on: each.untilOn },
    ...{ curfew_from_minute: each.curfewFrom, curfew_until_minute: each.curfewUntil },
    ...{ made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId },
  }))
  if (rows.length > 0) await db.insertInto('licence_condition').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** @returns whose it was; undefined where none stands. */
export async function endCondition({ db, actor, now }: Change, id: string): Promise<About | undefined> {
  const { rows } = await sql<About>`
    update licence_condition set ended_at = ${now}, ended_by = ${actor.userId} where id = ${id} and ended_at is null
    returning case_id as "caseId", person_id as "personId"`.execute(db)
  return rows[0]
}

export interface Explanation {
  /** OWN_DOOR: nobody explained it beside them, the person says that they read it. */
  how: 'TOGETHER' | 'INTERPRETER' | 'PHONE' | 'OWN_DOOR'
  isUnderstood: boolean
  explainedAt: Date
  byName: string | null
  /** A condition was added since. */
  isOld: boolean
}

/** The last time that the conditions were explained. */
export async function findExplanation({ db }: Reading, caseId: string): Promise<Explanation | undefined> {
  const { rows } = await sql<Explanation>`
    select e.how, e.is_understood as "isUnderstood", e.explained_at as "explainedAt", a.name as "byName",
      exists (select from licence_condition c where c.case_id = e.case_id and c.ended_at is null and c.made_at > e.explained_at) as "isOld"
    from licence_explanation e left join account a on a.id = e.explained_by where e.case_id = ${caseId}
    order by e.explained_at desc limit 1`.execute(db)
  return rows[0]
}

export async function insertExplanation(
  { db, actor, now }: Change,
  { caseId, personId }: About,
  { how, isUnderstood }: Pick<Explanation, 'how' | 'isUnderstood'>,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('licence_explanation')
    .values({
      ...{ id, case_id: caseId, person_id: personId, how, is_understood: isUnderstood },
      ...{ explained_by: actor.userId, explained_at: now, owner_agency_id: actor.agencyId },
    })
    .execute()
  return id
}

interface About {
  caseId: string
  personId: string
}

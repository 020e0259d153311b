import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { GoalStatus, PlanKind } from '../goals/goal-states.ts'
import type { GoalFields } from '../goals/keep-goal.ts'

export interface Goal {
  id: string
  caseId: string
  personId: string
  words: string
  kind: PlanKind
  pathways: string[]
  needIds: string[]
  status: GoalStatus
  statusReason: string
  madeByName: string
  madeByAgencyName: string
  madeAt: Date
  closedAt: Date | null
  version: number
}

const columns = sql`
  g.id, g.case_id as "caseId", g.person_id as "personId", g.words, g.kind, g.pathways, g.need_ids as "needIds", g.status,
  g.status_reason as "statusReason", coalesce(maker.name, '') as "madeByName", home.name as "madeByAgencyName",
  g.made_at as "madeAt", g.closed_at as "closedAt", g.version`
const sources = sql`goal g left join account maker on maker.id = g.made_by join agency home on home.id = g.owner_agency_id`

/** @throws Refusal `goal.not-found` */
export async function getGoal({ db }: Reading, id: string): Promise<Goal> {
  const { rows } = await sql<Goal>`select ${columns} from ${sources} where g.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'goal.not-found')
  return rows[0]
}

/** Goals of the plan: what is worked on, what is for later, what was reached, what was removed. At most 60. */
export async function listGoals({ db }: Reading, caseId: string): Promise<Goal[]> {
  const { rows } = await goalsOf(caseId).execute(db)
  return rows
}

export const goalsOf = (caseId: string) => sql<Goal>`select ${columns} from ${sources} where g.case_id = ${caseId}
  order by array_position(array['ACTIVE', 'FUTURE', 'ACHIEVED', 'REMOVED'], g.status), g.made_at, g.id limit 60`

export async function insertGoal(
  { db, actor, now }: Change,
  { id, caseId, personId, ...fields }: GoalFields & { id: string; caseId: string; personId: string },
): Promise<void> {
  const made = { made_by: actor.userId, made_at: now, owner_agency_id: actor.agencyId }
  // What somebody says of themselves is known from them alone.
  const row = { id, case_id: caseId, person_id: personId, ...columnsOf(fields), ...made, basis: 'SELF_REPORT' as const }
  await db.insertInto('goal').values(row).execute()
}

/** @returns whether it still had the version that the worker saw. */
export async function updateGoal({ db }: Change, id: string, version: number, fields: GoalFields): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('goal')
    .set({ ...columnsOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns whether it still had the version that the worker saw. */
export async function updateGoalStatus(
  { db }: Change,
  { id, version }: Goal,
  { status, reason, closedAt }: { status: GoalStatus; reason: string; closedAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('goal')
    .set({ status, status_reason: reason, closed_at: closedAt, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const columnsOf = ({ words, kind, pathways, needIds }: GoalFields) => ({
  words,
  kind,
  pathways: [...pathways],
  need_ids: [...needIds],
})

import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { StepFields, StepOwner } from '../add-step.ts'
import type { StepStatus } from '../step-states.ts'
import type { Step } from './steps.ts'

export async function insertStep(
  { db, actor, now }: Change,
  step: StepFields & { id: string; caseId: string; personId: string },
): Promise<void> {
  const row = {
    id: step.id,
    case_id: step.caseId,
    person_id: step.personId,
    ...columnsOf(step),
    made_by: actor.userId,
    made_at: now,
    owner_agency_id: actor.agencyId,
  }
  await db.insertInto('step').values(row).execute()
}

/** @returns whether it still had the version that the worker saw. */
export async function updateStep({ db }: Change, id: string, version: number, fields: StepFields): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('step')
    .set({ ...columnsOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns whether it still had the version that the worker saw. */
export async function updateStepStatus(
  { db }: Change,
  { id, version }: Step,
  { status, reason, closedAt }: { status: StepStatus; reason: string; closedAt: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('step')
    .set({ status, status_reason: reason, closed_at: closedAt, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** @returns whether it still had the version that was read. */
export async function updateStepOwner({ db }: Change, { id, version }: Step, owner: StepOwner): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('step')
    .set({ ...ownerColumns(owner), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The status that the last change of status came from. */
export async function findStatusBefore({ db }: Reading, { id, caseId }: Step): Promise<StepStatus | undefined> {
  const { rows } = await sql<{ status: StepStatus }>`
    select details->>'from' as status from event
    where case_id = ${caseId} and subject_id = ${id} and name = 'step.status-changed'
    order by event.id desc limit 1`.execute(db)
  return rows[0]?.status
}

function columnsOf(fields: StepFields) {
  return {
    title: fields.title,
    pathway: fields.pathway,
    need_id: fields.needId,
    due_on: fields.dueOn,
    ...ownerColumns(fields.owner),
    goal_id: fields.goalId,
    kind: fields.kind,
    done_when: fields.doneWhen,
    lead_kind: fields.leadKind,
    waits_for: [...fields.waitsFor],
    contributing_ids: [...fields.contributingIds],
    informed_ids: [...fields.informedIds],
  }
}

const ownerColumns = ({ isForPerson, agencyId, accountId }: StepOwner) => ({
  is_for_person: isForPerson,
  responsible_agency_id: agencyId,
  responsible_account_id: accountId,
})

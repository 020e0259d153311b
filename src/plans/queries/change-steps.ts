import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { StepFields } from '../add-step.ts'
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

/** The status that the last change of status came from. */
export async function findStatusBefore({ db }: Reading, { id, caseId }: Step): Promise<StepStatus | undefined> {
  const { rows } = await sql<{ status: StepStatus }>`
    select details->>'from' as status from event
    where case_id = ${caseId} and subject_id = ${id} and name = 'step.status-changed'
    order by event.id desc limit 1`.execute(db)
  return rows[0]?.status
}

function columnsOf({ title, pathway, needId, dueOn, owner }: StepFields) {
  return {
    title,
    pathway,
    need_id: needId,
    due_on: dueOn,
    is_for_person: owner.isForPerson,
    responsible_agency_id: owner.agencyId,
    responsible_account_id: owner.accountId,
  }
}

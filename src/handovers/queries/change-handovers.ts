import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'
import type { HandoverState, Way } from '../handover-states.ts'
import type { AgendaPart } from './agenda.ts'
import type { Attendee, Handover, Point } from './handovers.ts'

export interface NewHandover {
  id: string
  caseId: string
  personId: string
  toAgencyId: string
  toAccountId: string
  receiverPartyId: string | null
  meetsAt: Date
  meetsHow: Way
  meetsPlace: string
  why: string
  releaseOn: Day | null
}

export async function insertHandover({ db, actor, now }: Change, made: NewHandover): Promise<void> {
  const row = {
    ...{ id: made.id, case_id: made.caseId, person_id: made.personId, from_agency_id: actor.agencyId },
    ...{ from_account_id: actor.userId, to_agency_id: made.toAgencyId, to_account_id: made.toAccountId },
    ...{ receiver_party_id: made.receiverPartyId, meets_at: made.meetsAt, meets_how: made.meetsHow },
    ...{ meets_place: made.meetsPlace, why: made.why, release_on: made.releaseOn, proposed_at: now },
    owner_agency_id: actor.agencyId,
  }
  await db.insertInto('handover').values(row).execute()
}

interface Step {
  state?: HandoverState
  held_number?: number
  held_at?: Date
  held_how?: Way
  held_place?: string
  attended?: string
  own_words?: string
  sent_by?: string
  sent_at?: Date
  answered_at?: Date | null
  answered_how?: 'SIGNED' | 'SAID' | null
  answer_words?: string
  beside_id?: string | null
  went_on_by?: string
  went_on_at?: Date
  went_on_words?: string
  accepted_by?: string
  accepted_at?: Date
  overlap_in_days?: number
  ended_by?: string
  ended_at?: Date
  end_reason?: string
  end_words?: string
  transfer_id?: string | null
  chased_at?: Date
  chased_count?: number
}

/** @returns whether it still stood as the actor saw it. */
export async function updateHandover({ db }: Change, { id, state }: Handover, step: Step): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('handover')
    .set(step)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Held = Pick<Handover, 'id' | 'caseId' | 'personId' | 'heldNumber'>

/** Keeps the agenda of a meeting as it was laid before it. */
export async function insertParts({ db, actor, now }: Change, held: Held, parts: readonly AgendaPart[]): Promise<void> {
  if (parts.length === 0) return
  const rows = parts.map(({ fieldGroup, lines }) => ({
    ...{ handover_id: held.id, case_id: held.caseId, person_id: held.personId, held_number: held.heldNumber },
    ...{ field_group: fieldGroup, lines: JSON.stringify(lines), frozen_at: now, owner_agency_id: actor.agencyId },
  }))
  await db.insertInto('handover_part').values(rows).execute()
}

/** Keeps what was agreed, in the order in which it was said. */
export async function insertPoints({ db, actor, now }: Change, held: Held, points: readonly Point[]): Promise<void> {
  if (points.length === 0) return
  const rows = points.map(({ words, who, dueOn, stepId }, index) => ({
    ...{ handover_id: held.id, case_id: held.caseId, person_id: held.personId, held_number: held.heldNumber },
    ...{
      place: index + 1,
      words,
      who,
      due_on: dueOn,
      step_id: stepId,
      agreed_at: now,
      owner_agency_id: actor.agencyId,
    },
  }))
  await db.insertInto('handover_point').values(rows).execute()
}

/** The transfer by which the case changes hands with the receiver's signature; null where no agency changes. */
export async function prepareTransfer({ db, now }: Change, id: string): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select transfer_of_handover(${id}, ${now}) as id`.execute(db)
  return rows[0]!.id
}

export const attendedColumn = (attended: readonly Attendee[]): string => JSON.stringify(attended)

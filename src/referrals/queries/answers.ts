import type { Day } from '../../platform/calendar-day.ts'
import type { Change } from '../../platform/database.ts'

/** What a step of a referral writes down; a state follows from it. */
export interface Step {
  received_at?: Date
  received_by?: string
  accepted_at?: Date
  declined_at?: Date
  decided_by?: string | null
  decided_by_name?: string
  decline_reason?: string
  decline_words?: string
  starts_on?: Day | null
  named_worker?: string
  question?: string
  asked_at?: Date
  reply?: string | null
  replied_at?: Date | null
  started_at?: Date
  started_by?: string
  ended_at?: Date
  ended_by?: string
  end_kind?: 'COMPLETED' | 'WITHDRAWN' | 'ENDED_EARLY'
  end_reason?: string | null
  end_words?: string
  persons_view?: string | null
  expires_at?: Date
  expired_at?: Date
  chased_at?: Date
  chased_count?: number
}

/** @returns whether the referral still had the version that was seen. */
export async function updateReferral({ db }: Change, id: string, version: number, step: Step): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('referral')
    .set({ ...step, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface Outcome {
  words: string
  result: 'ACHIEVED' | 'PARTIALLY_ACHIEVED' | 'NOT_ACHIEVED'
}

export async function insertOutcomes({ db }: Change, referralId: string, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  await db
    .insertInto('referral_outcome')
    .values(outcomes.map((outcome) => ({ referral_id: referralId, ...outcome })))
    .execute()
}

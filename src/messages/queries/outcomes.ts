import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'

/** Whether a reminder is still true, in the moment before it leaves (src/reminders keeps the rule). */
export async function isStillToRemind({ db, now }: Change, reminderId: string): Promise<boolean> {
  const { rows } = await sql<{ stands: boolean }>`select still_to_remind(${reminderId}, ${now}) as stands`.execute(db)
  return rows[0]!.stands
}

export type Outcome = 'SENT' | 'ARRIVED' | 'FAILED'

/** Says of a reminder what became of it; that it failed is told to the worker. */
export async function keepOutcome({ db, now }: Change, reminderId: string | null, outcome: Outcome): Promise<void> {
  if (reminderId) await sql`select keep_reminder_outcome(${reminderId}, ${outcome}, ${now})`.execute(db)
}

export interface OnTheWay {
  id: string
  outsideId: string
  reminderId: string | null
}

const mostDays = 3

/** What GOV.UK Notify took in the last three days and has not said the end of; at most 200, oldest first. */
export async function listOnTheWay({ db, now }: Reading): Promise<OnTheWay[]> {
  const { rows } = await sql<OnTheWay>`
    select id, outside_id as "outsideId", reminder_id as "reminderId" from mail
    where outside_id is not null and ended_at is null and sent_at > ${now}::timestamptz - make_interval(days => ${mostDays}::int)
    order by sent_at limit 200`.execute(db)
  return rows
}

/** Whether the pages of somebody of a family are still open: else no mail goes to them. */
export async function isOpenToFamily({ db }: Change, familyMemberId: string): Promise<boolean> {
  const { rows } = await sql<{ isOpen: boolean }>`select is_open_to_family(${familyMemberId}) as "isOpen"`.execute(db)
  return rows[0]!.isOpen
}

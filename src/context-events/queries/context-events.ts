import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { ContextEvent } from '../event-kinds.ts'

const columns = sql`id, kind, title, words, organisation, happened_on as "happenedOn", until_on as "untilOn",
  amount_in_pence as "amountInPence", currency, is_lost as "isLost", funder, conditions, rating, actions, source`

/** What happened between two days, both counted; all where none are given. The latest first. */
export async function listContextEvents(
  { db }: Reading,
  range: { from: Day; to: Day } = { from: '0001-01-01', to: '9999-12-31' },
): Promise<ContextEvent[]> {
  const { rows } = await sql<ContextEvent>`
    select ${columns} from context_event where withdrawn_at is null and happened_on between ${range.from} and ${range.to}
    order by happened_on desc, id limit 500`.execute(db)
  return rows
}

export async function insertContextEvent({ db, actor, now }: Change, event: Omit<ContextEvent, 'id'>): Promise<string> {
  const id = newId()
  await sql`insert into context_event (id, kind, title, words, organisation, happened_on, until_on, amount_in_pence, currency, is_lost,
      funder, conditions, rating, actions, source, made_by, made_at)
    values (${id}, ${event.kind}, ${event.title}, ${event.words}, ${event.organisation}, ${event.happenedOn}, ${event.untilOn},
      ${event.amountInPence}, ${event.currency}, ${event.isLost}, ${event.funder}, ${event.conditions}, ${event.rating}, ${event.actions}, ${event.source},
      ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was there to be taken back. */
export async function updateContextEventWithdrawn({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update context_event set withdrawn_by = ${actor.userId}, withdrawn_at = ${now} where id = ${id} and withdrawn_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}

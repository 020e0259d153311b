import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'
import type { ReminderWay } from '../ways.ts'

/** How a person wants to be reminded. */
export interface ReminderChoice {
  way: ReminderWay
  /** A number or an e-mail address; '' for other ways. */
  to: string
  locale: Locale
  hoursBefore: number
  /** They agreed that the message says with whom the appointment is. */
  namesAgency: boolean
}

export interface KeptChoice extends ReminderChoice {
  version: number
  keptAt: Date
}

/** Undefined while nobody has asked the person, or where the actor does not see how to reach them. */
export async function findChoice({ db }: Reading, personId: string): Promise<KeptChoice | undefined> {
  const found = await db
    .selectFrom('reminder_choice')
    .select([
      'way',
      'to_address as to',
      'locale',
      'hours_before as hoursBefore',
      'names_agency as namesAgency',
      'version',
      'kept_at as keptAt',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return found as KeptChoice | undefined
}

/** @returns whether it still had the version that the worker saw; 0 for none yet. */
export async function upsertChoice(
  change: Change,
  personId: string,
  version: number,
  choice: ReminderChoice,
): Promise<boolean> {
  const { db, actor, now } = change
  const { way, to, locale, hoursBefore, namesAgency } = choice
  const { numAffectedRows } = await sql`
    insert into reminder_choice as c (person_id, way, to_address, locale, hours_before, names_agency, kept_by, kept_at, owner_agency_id, basis)
    values (${personId}, ${way}, ${to}, ${locale}, ${hoursBefore}, ${namesAgency}, ${actor.userId}, ${now}, ${actor.agencyId}, 'SELF_REPORT')
    on conflict (person_id) do update set way = excluded.way, to_address = excluded.to_address, locale = excluded.locale,
      hours_before = excluded.hours_before, names_agency = excluded.names_agency, kept_by = excluded.kept_by, kept_at = excluded.kept_at,
      version = c.version + 1
    where c.version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

import { sql } from 'kysely'
import type { Change } from '../../platform/database.ts'
import type { IncomingOffence } from '../extracts/read-offences.ts'

const rowsAtOnce = 5_000

/** Keeps the offences of a file, some thousands at a time. */
export async function insertOffences(
  { db, actor }: Change,
  batchId: string,
  offences: IncomingOffence[],
  isWholeHistory: boolean,
): Promise<void> {
  for (let start = 0; start < offences.length; start += rowsAtOnce) {
    await sql`
      insert into offence_record (batch_id, row, identifier_type, identifier, reference, offence_on, outcome, outcome_on, kind,
        category, jurisdiction, is_recordable, is_whole_history, owner_agency_id, regime, sensitivity)
      select ${batchId}, row, "identifierType", identifier, reference, "offenceOn", outcome, "outcomeOn", kind, category,
        jurisdiction, "isRecordable", ${isWholeHistory}, ${actor.agencyId}, 'LAW_ENFORCEMENT', 'SENSITIVE'
      from jsonb_to_recordset(${JSON.stringify(offences.slice(start, start + rowsAtOnce))}::jsonb) as o(row int,
        "identifierType" text, identifier text, reference text, "offenceOn" date, outcome text, "outcomeOn" date, kind text,
        category text, jurisdiction text, "isRecordable" boolean)`.execute(db)
  }
}

/** Forgets what came in before an instant, whosever it is. For the program alone. @returns how many there were. */
export async function forgetOffences({ db }: Change, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select forget_offences(${before}) as gone`.execute(db)
  return rows[0]!.gone
}

/** @returns how many there were. */
export async function deleteOffences({ db }: Change, batchId: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from offence_record where batch_id = ${batchId}`.execute(db)
  return Number(numAffectedRows)
}

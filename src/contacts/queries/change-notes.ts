import { type RawBuilder, sql } from 'kysely'
import type { Change } from '../../platform/database.ts'
import type { Correction } from '../correct-note.ts'
import type { NewNote } from '../write-note.ts'

/** Refuses by itself where the actor may not write in that part of the case, or knows no such case. */
export const addNote = (now: Date, note: NewNote & { id: string; caseId: string }): RawBuilder<unknown> => sql`
  select add_note(${note.id}, ${note.caseId}, ${note.part}, ${note.kind}, ${note.pathway ?? null}, ${note.body}, ${note.ownWords ?? ''},
    ${note.happenedAt ?? now}, ${note.lengthInMinutes ?? null}, ${note.isAboutVictim ? 'VICTIM' : 'CONVICTED'}, ${now},
    ${note.basis ?? 'FACT'})`

/** Keeps what the note said, then changes it. @returns whether it still had the version that its author saw. */
export async function updateNote(
  { db, actor, now }: Change,
  id: string,
  version: number,
  change: Correction | { withdrawnReason: string },
): Promise<boolean> {
  const set =
    'withdrawnReason' in change
      ? sql`withdrawn_at = ${now}, withdrawn_reason = ${change.withdrawnReason}`
      : sql`kind = ${change.kind}, body = ${change.body}, own_words = ${change.ownWords}, happened_at = ${change.happenedAt},
          length_in_minutes = ${change.lengthInMinutes}, corrected_at = ${now}`
  const { numAffectedRows } = await sql`
    with kept as (
      insert into note_version (note_id, version, case_id, body, own_words, replaced_at, replaced_by, owner_agency_id)
      select id, version, case_id, body, own_words, ${now}, ${actor.userId}, ${actor.agencyId}
      from note where id = ${id} and version = ${version} on conflict do nothing)
    update note set ${set}, version = version + 1 where id = ${id} and version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

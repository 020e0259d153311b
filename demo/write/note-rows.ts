import type { Note, Profile } from '../profile.ts'
import { agencyIdOf, type Context, type OfCase, record } from './context.ts'
import { moreSessions, writeCounted } from './key-work-rows.ts'

export function writeNotes(context: Context, ofCase: OfCase, profile: Profile): void {
  const notes = [...profile.notes, ...moreSessions(context, ofCase, profile)].toSorted(
    (one, other) => one.at - other.at,
  )
  for (const note of notes) writeCounted(context, ofCase, profile, note, writeNote(context, ofCase, note))
}

function writeNote(context: Context, ofCase: OfCase, note: Note): string {
  const { sheets, newId, calendar, partnership } = context
  const author = partnership.worker(note.by)
  const agencyId = agencyIdOf(context, note.by)
  const id = newId()
  sheets.add('note', {
    id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    kind: note.kind as 'CONTACT',
    field_group: note.group as 'notes',
    pathway: note.pathway,
    body: note.body,
    own_words: note.own,
    happened_at: calendar.past(note.at),
    length_in_minutes: note.minutes,
    author_id: author.id,
    written_at: calendar.past(note.at + 20),
    corrected_at: note.corrected ? calendar.past(note.corrected.at) : null,
    withdrawn_at: note.withdrawn ? calendar.past(note.withdrawn.at) : null,
    withdrawn_reason: note.withdrawn?.reason ?? null,
    version: note.corrected || note.withdrawn ? 2 : 1,
    owner_agency_id: agencyId,
  })
  const said = { subjectId: id, fieldGroup: note.group, by: note.by, details: { kind: note.kind } }
  record(context, ofCase, { ...said, name: 'note.written', at: note.at })

  const mended = note.corrected ?? note.withdrawn
  if (!mended) return id
  sheets.add('note_version', {
    note_id: id,
    version: 1,
    case_id: ofCase.caseId,
    body: note.corrected?.said ?? note.body,
    own_words: note.own,
    replaced_at: calendar.past(mended.at),
    replaced_by: author.id,
    owner_agency_id: agencyId,
  })
  record(context, ofCase, { ...said, name: note.corrected ? 'note.corrected' : 'note.withdrawn', at: mended.at })
  return id
}

import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { NoteKind, NotePart } from './note-kinds.ts'
import { addNote } from './queries/change-notes.ts'

export interface NewNote {
  /** Made by the caller, who wants a second sending refused: the database keeps one note for an id. */
  id?: string | undefined
  kind: NoteKind
  /** Who sees this part of the case sees the note. */
  part: NotePart
  pathway?: string | undefined
  /** What happened: plain text, 1 to 10,000 characters. */
  body: string
  /** What the person said, as they said it: '' or up to 4,000 characters. */
  ownWords?: string | undefined
  /** Now, where it is left out. */
  happenedAt?: Date | undefined
  lengthInMinutes?: number | undefined
  /** How whoever says it knows; a fact, where it is left out. */
  basis?: 'FACT' | 'OPINION' | 'SELF_REPORT' | 'THIRD_PARTY' | undefined
  /** Kept from every view that the person, their family or a mentor opens. */
  isAboutVictim?: boolean | undefined
}

/**
 * Adds a note to a case, where every open page of the case shows it at once (R001).
 *
 * @returns the id of the note.
 * @throws Refusal `case.not-found` when the case does not exist for the actor; `note.part-closed` when the actor may not
 *   write in that part of it.
 */
export async function writeNote(change: Change, caseId: string, note: NewNote): Promise<string> {
  const id = note.id ?? newId()
  await addNote(change.now, { ...note, id, caseId }).execute(change.db)
  recordNote(change, id, caseId, note)
  return id
}

/** The same, where nothing else of the change needs the note: it is sent, and refused, with the end of the change. */
export function writeNoteLast(change: Change, caseId: string, note: NewNote): string {
  const id = note.id ?? newId()
  change.lastly(addNote(change.now, { ...note, id, caseId }))
  recordNote(change, id, caseId, note)
  return id
}

function recordNote(change: Change, id: string, caseId: string, { part, kind, pathway }: NewNote): void {
  change.record({
    name: 'note.written',
    subjectId: id,
    caseId,
    fieldGroup: part,
    details: { kind, ...(pathway && { pathway }) },
  })
}

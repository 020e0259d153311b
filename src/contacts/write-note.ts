import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { NoteKind, NotePart } from './note-kinds.ts'
import { insertNote } from './queries/change-notes.ts'
import { isCaseSeen } from './queries/notes.ts'

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
  const personId = await insertNote(change, { ...note, id, caseId })
  if (!personId) {
    if (await isCaseSeen(change, caseId)) throw new Refusal('not allowed', 'note.part-closed', { part: note.part })
    throw new Refusal('not found', 'case.not-found')
  }
  change.record({
    name: 'note.written',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: note.part,
    details: { kind: note.kind, ...(note.pathway && { pathway: note.pathway }) },
  })
  return id
}

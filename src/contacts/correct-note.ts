import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { NoteKind } from './note-kinds.ts'
import { updateNote } from './queries/change-notes.ts'
import { getNote, type Note } from './queries/notes.ts'

export interface Correction {
  kind: NoteKind
  body: string
  ownWords: string
  happenedAt: Date
  lengthInMinutes: number | null
}

/**
 * Corrects a note. What it said before is kept and can be read by whoever reads the note.
 *
 * @param version - of the note as its author saw it.
 * @throws Refusal `note.not-found`; `note.not-yours` to anybody but its author; `note.withdrawn`; `note.changed-meanwhile`
 *   when it was changed since, as in another tab.
 */
export async function correctNote(change: Change, id: string, version: number, correction: Correction): Promise<Note> {
  const note = await getOwnNote(change, id)
  if (!(await updateNote(change, id, version, correction))) throw changedMeanwhile(note)
  change.record(eventOf(note, 'note.corrected'))
  return note
}

/**
 * Withdraws a note that should not stand. It stays readable as withdrawn, with the reason.
 *
 * @param reason - plain text, 1 to 500 characters.
 * @throws Refusal as `correctNote`.
 */
export async function withdrawNote(change: Change, id: string, version: number, reason: string): Promise<Note> {
  const note = await getOwnNote(change, id)
  if (!(await updateNote(change, id, version, { withdrawnReason: reason }))) throw changedMeanwhile(note)
  change.record(eventOf(note, 'note.withdrawn'))
  return note
}

async function getOwnNote(change: Change, id: string): Promise<Note> {
  const note = await getNote(change, id)
  if (note.authorId !== change.actor.userId) throw new Refusal('not allowed', 'note.not-yours')
  if (note.withdrawnAt) throw new Refusal('conflict', 'note.withdrawn')
  return note
}

const changedMeanwhile = ({ id }: Note) => new Refusal('conflict', 'note.changed-meanwhile', { noteId: id })

function eventOf(note: Note, name: string) {
  const { id: subjectId, caseId, personId, part: fieldGroup, kind } = note
  return { name, subjectId, caseId, personId, fieldGroup, details: { kind } }
}

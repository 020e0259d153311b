import type { Capability } from '../platform/capability.ts'
import { noteRoutes } from './routes.ts'

export { type Correction, correctNote, withdrawNote } from './correct-note.ts'
export { type NoteKind, type NotePart, noteKinds, noteParts } from './note-kinds.ts'
export { listNotes, type Note, type NoteFilter } from './queries/notes.ts'
export { type NewNote, writeNote, writeNoteLast } from './write-note.ts'

export const capability: Capability = { routes: noteRoutes }

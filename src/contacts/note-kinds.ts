/** What a note tells of. */
export const noteKinds = ['CONTACT', 'KEY_WORK', 'PHONE', 'FAMILY', 'DECISION', 'OTHER'] as const
export type NoteKind = (typeof noteKinds)[number]

/** The parts of a case that a note may belong to: who sees the part sees the note. */
export const noteParts = ['notes', 'health', 'family', 'risk', 'mentoring', 'intelligence'] as const
export type NotePart = (typeof noteParts)[number]

import { z } from 'zod'
import { noteKinds, noteParts } from '../../contacts/index.ts'
import { id, instant, pathwayCode, writtenText } from './parts.ts'

const kind = z.enum(noteKinds)
const part = z
  .enum(noteParts)
  .describe('The part of the case that the note belongs to: only those who see that part read it.')
const longestBody = 10_000
const longestOwnWords = 4_000
const minutesOfDay = 1_440

export const newNote = z.strictObject({
  body: writtenText(longestBody).min(1),
  kind: kind.default('CONTACT'),
  part: part.default('notes'),
  pathway: pathwayCode.nullish(),
  ownWords: writtenText(longestOwnWords).default('').describe('What the person said, as they said it.'),
  happenedAt: instant.optional().describe('Now, when it is left out. Not in the future.'),
  lengthInMinutes: z.int().min(1).max(minutesOfDay).nullish(),
})

export const noteHeaders = z.object({
  'idempotency-key': id
    .optional()
    .describe('Your own id for this note. Sent again with the same key, it is not written again.'),
})

export const note = z.object({
  id,
  kind,
  part,
  pathway: pathwayCode.nullable(),
  body: z.string(),
  ownWords: z.string(),
  happenedAt: instant,
  lengthInMinutes: z.int().nullable(),
  authorId: id,
  author: z.string(),
  agencyId: id,
  agency: z.string(),
  writtenAt: instant,
  correctedAt: instant.nullable(),
})

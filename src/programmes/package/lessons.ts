import { z } from 'zod'
import { locales } from '../../platform/words.ts'

const line = z.string().trim().min(1).max(300)
const paragraph = z.string().trim().max(2000)
const share = z.number().min(0).max(1)
const count = z.number().int().min(0).max(10_000_000)

/** What a place learned with a programme: for whoever wonders whether it would work with them. In the language in which it was written. */
export const lesson = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  madeBy: line,
  place: line,
  country: z.string().regex(/^[A-Z]{2}$/),
  writtenOn: z.iso.date(),
  language: z.enum(locales as ['en', 'it', 'nl']),
  /** Under which it ran: prison or town, how long, with whom. */
  conditions: paragraph.min(1),
  adapted: paragraph,
  transferred: paragraph,
  didNotTransfer: paragraph,
})

/** How it went at one agency, as sums of many people: a share of a few is never in it. */
export const results = z.strictObject({
  madeBy: line,
  untilOn: z.iso.date(),
  groups: count,
  /** null: fewer than five. */
  began: count.nullable(),
  shares: z
    .array(
      z.strictObject({
        figure: z.enum(['attendance', 'attendance-of-all', 'stayed', 'completed']),
        part: count,
        of: count,
        from: share,
        to: share,
      }),
    )
    .max(4),
})

export type Lesson = z.infer<typeof lesson>
/** Sums that travel with a programme. */
export type ProgrammeResults = z.infer<typeof results>

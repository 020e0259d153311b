import { z } from 'zod'
import type { Problem } from '../platform/web/form.ts'
import { actions, outcomes } from './entry-cells.ts'
import type { AuditFilter } from './queries.ts'

const typed = z.string().trim().max(254).transform((text) => text || undefined).optional().catch(undefined) // biome-ignore format: one line
const day = typed.pipe(z.iso.date().optional())
const query = z.object({
  account: typed,
  agency: z.uuid().optional().catch(undefined),
  number: typed,
  action: z.enum(actions).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  before: z.coerce.number().int().positive().transform(String).optional().catch(undefined),
})

/** What an auditor searches for, from an address; a day that is none is told. */
export function filterOf(sent: unknown): { filter: AuditFilter; problems: Problem[] } {
  const { from, to } = sent as { from?: unknown; to?: unknown }
  const problems: Problem[] = []
  const dayOf = (field: 'from' | 'to', value: unknown) => {
    const read = day.safeParse(value)
    if (!read.success) problems.push({ field, message: 'date.form' })
    return read.data
  }
  const filter = { ...query.parse(sent), from: dayOf('from', from), to: dayOf('to', to) }
  return { filter, problems }
}

/** A search as the part of an address after the question mark. */
export function queryOf(filter: AuditFilter): string {
  const said = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return new URLSearchParams(said).toString()
}

import { z } from 'zod'
import { day, id, instant, pathwayStatus } from './parts.ts'

const most = 100

export const caseloadQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(most).default(50),
  after: id.optional().describe('`next` of the page before.'),
  worker: id.optional().describe('An account: only the cases on which this worker is named.'),
})

const worker = z.object({ id, name: z.string() })

const caseLine = z.object({
  id,
  personId: id,
  name: z.string().describe('The name the person chose, or their given name, and the family name.'),
  prisonNumber: z.string().nullable(),
  bornOn: day.nullable(),
  interpreterLanguage: z.string().nullable(),
  keyWorker: worker.nullable(),
  communityManager: worker.nullable(),
  custody: z
    .object({
      agencyId: id.nullable(),
      agency: z.string().nullable(),
      wing: z.string().nullable(),
      cell: z.string().nullable(),
      isRecalled: z.boolean(),
      releaseOn: day.nullable(),
      releaseType: z.string().nullable(),
      releaseSource: z.string().nullable(),
      releaseKnownAt: instant.nullable(),
    })
    .nullable(),
  pathways: z.record(z.string(), pathwayStatus).nullable().describe('Pathway code to status.'),
  lastContactAt: instant.nullable(),
  steps: z
    .object({
      open: z.int(),
      late: z.int(),
      next: z.string().nullable(),
      nextDueOn: day.nullable(),
    })
    .nullable(),
})

export const caseloadAnswer = z.object({
  cases: z.array(caseLine).max(most).describe('In the order of their ids, which never changes.'),
  next: id.nullable().describe('Ask again with `after` set to this; null on the last page.'),
})

import { z } from 'zod'

// What several answers are made of. Every field of an answer is always there; what is not known, or not seen, is null.

export const id = z.guid() // of any version: numbers of a demonstration are made by a rule
export const day = z.iso.date()
export const instant = z.iso.datetime({ offset: true })

export const pathwayCode = z
  .enum([
    'ACCOMMODATION',
    'ATTITUDES_THINKING_AND_BEHAVIOUR',
    'CHILDREN_FAMILIES_AND_COMMUNITY',
    'DRUGS_AND_ALCOHOL',
    'EDUCATION_SKILLS_AND_WORK',
    'FINANCE_AND_ID',
    'HEALTH',
  ])
  .describe('One of the seven resettlement pathways.')

export const pathwayStatus = z.enum([
  'NOT_STARTED',
  'SUPPORT_REQUIRED',
  'IN_PROGRESS',
  'SUPPORT_NOT_REQUIRED',
  'SUPPORT_DECLINED',
  'DONE',
])

/** Text that people wrote: PostgreSQL keeps every character but NUL, and half of one would come back as another. */
export const writtenText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\0]*$/)
    .refine((text) => text.isWellFormed(), 'unreadable')

export const caseParams = z.object({ caseId: id })

const problemFields = {
  type: z.literal('about:blank'),
  title: z.string().describe('For the log of a developer; never shown to people.'),
  status: z.int().min(400).max(599),
  code: z.string().describe('Stable: what a program goes by, such as `case.not-found`.'),
}
/** RFC 9457, with a stable code, and the fields that were wrong. */
export const problem = z.object({
  ...problemFields,
  problems: z
    .array(z.object({ field: z.string(), code: z.string() }))
    .optional()
    .describe('Which fields of the request cannot be taken, and why.'),
  number: z.string().optional().describe('Of a fault: finds it in our log.'),
})

import { z } from 'zod'
import { referralStatus } from './case.ts'
import { pathwayCode } from './parts.ts'

const month = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .describe('A month, such as 2026-03.')

export const referralReportQuery = z.strictObject({
  from: month.optional().describe('The first month; eleven months before the last when left out.'),
  to: month.optional().describe('The last month; this month when left out.'),
  side: z.enum(['sent', 'received']).default('sent').describe('Referrals that your agency sent, or that it received.'),
})

export const referralReportAnswer = z.object({
  from: month,
  to: month,
  side: z.enum(['sent', 'received']),
  counts: z.array(z.object({ pathway: pathwayCode, status: referralStatus, month, count: z.int().min(1) })),
})

import { z } from 'zod'
import { type FormState, readForm } from '../platform/web/form.ts'

const asked = z.object({
  reason: z.string({ error: 'reason.short' }).trim().min(20, 'reason.short').max(1_000, 'reason.long'),
})

/** Reads what `AskPage` sends: a reason of 20 to 1,000 characters. */
export const readReason = (body: unknown): FormState<{ reason: string }> => readForm(asked, body)

import { z } from 'zod'
import { day, id, writtenText } from './parts.ts'

export const peopleQuery = z
  .strictObject({
    name: writtenText(100).optional().describe('Also misspelt, and by names used before. At least two letters.'),
    number: writtenText(40)
      .optional()
      .describe('Prison number, CRN, PNC, CRO, or another identifier, in any spelling.'),
    bornOn: day.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  })
  .refine(({ name, number, bornOn }) => (name?.length ?? 0) > 1 || number || bornOn, {
    path: ['name'],
    message: 'missing',
  })

const person = z.object({
  id,
  name: z.string(),
  givenName: z.string(),
  middleNames: z.string(),
  familyName: z.string(),
  chosenName: z.string(),
  bornOn: day.nullable(),
  prisonNumber: z.string().nullable(),
  caseIds: z.array(id),
  likeness: z.number().describe('How alike the name is: above 1 is exact; 2 was found by a number.'),
})

export const peopleAnswer = z.object({ people: z.array(person).max(100).describe('The likest first.') })

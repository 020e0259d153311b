import { z } from 'zod'
import { movementKinds } from '../../custody/index.ts'
import { day, id, writtenText } from './parts.ts'

const mostAtOnce = 500
const longestPlace = 40

const newMovement = z.strictObject({
  externalId: writtenText(100).min(1).describe('Your own id of this movement. Sent again, it is not recorded again.'),
  personId: id.optional(),
  prisonNumber: writtenText(20).optional().describe('Instead of `personId`, for somebody whom your agency sees.'),
  kind: z.enum(movementKinds),
  happenedOn: day.describe('The day, Europe/London. Not in the future.'),
  toPrison: writtenText(16).nullish().describe('The code of the next prison: of a transfer or a recall.'),
  wing: writtenText(longestPlace).default(''),
  cell: writtenText(longestPlace).default(''),
  returnDueOn: day.nullish().describe('Of a temporary release.'),
  isEarly: z.boolean().default(false).describe('The release was brought forward: it is before the date on the record.'),
})
export type NewMovement = z.infer<typeof newMovement>

export const newMovements = z.strictObject({ movements: z.array(newMovement).min(1).max(mostAtOnce) })

export const movementResults = z.object({
  results: z
    .array(
      z.object({
        externalId: z.string(),
        outcome: z.enum(['RECORDED', 'ALREADY_RECORDED', 'REFUSED']),
        movementId: id.nullable(),
        code: z.string().nullable().describe('Why it was refused, such as `movement.never-released`.'),
        field: z.string().nullable(),
      }),
    )
    .describe('One for each movement, in the order in which they came. One that is refused does not stop the others.'),
})
export type MovementResult = z.infer<typeof movementResults>['results'][number]

import { z } from 'zod'
import { goalStatuses, planKinds, stepStatuses } from '../../plans/index.ts'
import { day, id, instant, pathwayCode, writtenText } from './parts.ts'

const longestWords = 500
const mostPathways = 7
const mostNeeds = 20

const kind = z.enum(planKinds).describe('Practical needs, or thinking, attitudes and emotions.')
const status = z.enum(goalStatuses)

export const goal = z.object({
  id,
  caseId: id,
  words: z.string().describe('What the person wants, in their own words.'),
  kind,
  pathways: z.array(pathwayCode),
  needIds: z.array(id),
  status,
  statusReason: z.string(),
  madeBy: z.string(),
  madeByAgency: z.string(),
  madeAt: instant,
  closedAt: instant.nullable(),
  version: z.int().describe('Send it back with a change: of two who change one goal the second is refused.'),
})

const step = z.object({
  id,
  goalId: id.nullable(),
  needId: id.nullable(),
  pathway: pathwayCode.nullable(),
  title: z.string(),
  doneWhen: z.string(),
  kind,
  dueOn: day.nullable(),
  status: z.enum(stepStatuses),
  isForPerson: z.boolean().describe('Something that the person does.'),
  responsibleAgencyId: id.nullable(),
  responsibleWorkerId: id.nullable(),
  isOwnerGone: z.boolean().describe('Open, and whoever should do it has left: somebody else has to.'),
  waitsFor: z.array(id).describe('Steps that come first.'),
  madeAt: instant,
  closedAt: instant.nullable(),
})

export const planAnswer = z.object({
  goals: z.array(goal).max(60).describe('What is worked on, what is for later, what was reached, what was removed.'),
  steps: z.array(step).max(300).describe('Open ones first, those due soonest first.'),
})

export const newGoal = z.strictObject({
  words: writtenText(longestWords).min(1),
  kind: z.enum(planKinds).default('PRACTICAL'),
  pathways: z.array(pathwayCode).max(mostPathways).default([]),
  needIds: z.array(id).max(mostNeeds).default([]),
})

export const goalHeaders = z.object({
  'idempotency-key': id
    .optional()
    .describe('Your own id for this goal. Sent again with the same key, it is not added again.'),
})

export const goalParams = z.object({ goalId: id })

export const newGoalStatus = z.strictObject({
  status,
  reason: writtenText(longestWords).default('').describe('Needed for `REMOVED`.'),
  version: z.int().min(1).describe('Of the goal as you read it.'),
})

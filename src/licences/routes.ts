import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, sees } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import { readDay } from '../platform/web/day-field.ts'
import {
  blankForm,
  type FormState,
  optionalText,
  readForm,
  text,
  typedText,
  withProblems,
} from '../platform/web/form.ts'
import { allCodes, conditionCodes } from './condition-codes.ts'
import { minuteOfTime } from './curfew-times.ts'
import { addConditions, answerWorry, keepExplained, liftCondition, raiseWorry } from './keep-licence.ts'
import { findExplanation, listConditions, type NewCondition } from './queries/conditions.ts'
import { listWorries } from './queries/worries.ts'
import { LicencePage } from './views/licence-page.tsx'
import { worryKinds } from './worry-kinds.ts'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const
const conditionForm = z.object({
  code: z.enum(['ALL_STANDARD', ...allCodes], { error: 'problem.code' }),
  words: optionalText(1_000, 'problem.long'),
})
const explainedForm = z.object({
  how: z.enum(['TOGETHER', 'INTERPRETER', 'PHONE'], { error: 'problem.how' }),
  isUnderstood: z.enum(['yes', 'no'], { error: 'problem.understood' }).transform((answer) => answer === 'yes'),
})
const said = text(1_000, { missing: 'problem.words', long: 'problem.long' })
const worryForm = z.object({
  about: z.enum(worryKinds, { error: 'problem.about' }),
  worry: said,
  responsibleId: z.uuid({ error: 'problem.responsible' }),
})
const answerForm = z.object({ answer: said })

/** Licence conditions of a person, that they were explained, and what worries them. */
export async function licenceRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/licence', seen, (request, reply) =>
    show(request, reply, request.params.caseId, blankForm),
  )

  app.post<OfCase>('/cases/:caseId/licence', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readConditions(request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, form)
    await request.change((change) => addConditions(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/licence`, 303)
  })

  app.post<{ Params: { conditionId: string } }>(
    '/licence-conditions/:conditionId/end',
    changes,
    async (request, reply) => {
      const caseId = await request.change((change) => liftCondition(change, request.params.conditionId))
      return reply.redirect(`/cases/${caseId}/licence`, 303)
    },
  )

  app.post<OfCase>('/cases/:caseId/licence/explained', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(explainedForm, request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, form)
    await request.change((change) => keepExplained(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/licence`, 303)
  })

  app.post<OfCase>('/cases/:caseId/licence/worries', changes, async (request, reply) => {
    const { caseId } = request.params
    const read = readForm(worryForm, request.body)
    const dueOn = readDay(read, 'due')
    const isDay = dueOn !== null && dueOn !== undefined && dueOn >= dayAt(app.database.clock.now())
    const form = isDay ? read : withProblems(read, { field: 'due', message: 'problem.due' })
    if (!form.valid || !dueOn) return show(request, reply.status(422), caseId, form)
    const { worry, ...rest } = form.values
    await request.change((change) => raiseWorry(change, caseId, { ...rest, words: worry, dueOn }))
    return reply.redirect(`/cases/${caseId}/licence`, 303)
  })

  app.post<{ Params: { worryId: string }; Body: unknown }>(
    '/licence-worries/:worryId/answer',
    changes,
    async (request, reply) => {
      const form = readForm(answerForm, request.body)
      const back = /^[0-9a-f-]{36}$/.exec(typedText(form, 'caseId'))?.[0]
      if (!form.valid && back) return show(request, reply.status(422), back, form)
      const answer = form.valid ? form.values.answer : ''
      const caseId = await request.change((change) => answerWorry(change, request.params.worryId, answer))
      return reply.redirect(`/cases/${caseId}/licence`, 303)
    },
  )
}

/** One condition, or all the standard ones at once. */
function readConditions(body: unknown): FormState<NewCondition[]> {
  const read = readForm(conditionForm, body)
  const { typed } = read
  const problems = [...read.problems]
  const [fromOn, untilOn] = [readDay(read, 'from'), readDay(read, 'until')]
  if (!fromOn) problems.push({ field: 'from', message: 'problem.from' })
  if (untilOn === undefined || (untilOn && fromOn && untilOn < fromOn))
    problems.push({ field: 'until', message: 'problem.until' })
  const isCurfew = typedText(read, 'code') === 'CURFEW'
  const [starts, ends] = ['curfewFrom', 'curfewUntil'].map((field) => minuteOfTime(typedText(read, field)))
  if (isCurfew && (starts === undefined || ends === undefined))
    problems.push({ field: 'curfewFrom', message: 'problem.curfew' })
  if (isEndMissing(typedText(read, 'code'), untilOn)) problems.push({ field: 'until', message: 'problem.supervision' })
  if (!read.valid || problems.length > 0 || !fromOn) return { valid: false, typed, problems }
  const { code, words } = read.values
  const rest = { words, fromOn, untilOn: untilOn ?? null }
  const none = { curfewFrom: null, curfewUntil: null }
  const values =
    code === 'ALL_STANDARD'
      ? conditionCodes.STANDARD.map((each) => ({ ...rest, ...none, words: '', code: each }))
      : [{ ...rest, code, ...(isCurfew ? { curfewFrom: starts!, curfewUntil: ends! } : none) }]
  return { valid: true, typed, values, problems: [] }
}

/** Supervision after the sentence has an end of its own (R055). */
const isEndMissing = (code: string, untilOn: string | null | undefined) => code === 'SUPERVISION' && untilOn === null

async function show(request: FastifyRequest, reply: FastifyReply, caseId: string, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const fieldGroups = (['identity', 'custody', 'plan'] as const).filter((part) => sees(frame, part))
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
    return {
      frame,
      conditions: await listConditions(reading, caseId),
      explanation: await findExplanation(reading, caseId),
      worries: await listWorries(reading, caseId),
    }
  })
  return reply.page(LicencePage({ page: request.page(), ...shown, form }))
}

interface OfCase {
  Params: { caseId: string }
}

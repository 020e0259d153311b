import { z } from 'zod'
import { readDay, typedDay } from '../platform/web/day-field.ts'
import { type FormState, optionalText, readForm, type Typed, text, typedList, typedText } from '../platform/web/form.ts'
import { designs, type Evaluation, type EvaluationPlan, subjects } from './evaluation.ts'
import { readSize, typedSize } from './size-form.ts'

const plan = z.object({
  about: z.enum(subjects, { error: 'form.about-missing' }),
  title: text(120, { missing: 'form.title-missing', long: 'form.long-120' }),
  question: text(500, { missing: 'form.question-missing', long: 'form.long-500' }),
  design: z.enum(designs, { error: 'form.design-missing' }),
  ledBy: text(120, { missing: 'form.led-missing', long: 'form.long-120' }),
  approval: optionalText(300, 'form.long-300'),
})
const mostMeasures = 12

/** Reads a plan. @param known - keys of what can be counted: another is passed over, unless it was `kept` in the plan before. */
export function readPlan(body: unknown, known: readonly string[]): FormState<EvaluationPlan> {
  const form = readForm(plan, body)
  const measures = typedList(form, 'measures').filter((key) => known.includes(key))
  const [fromOn, untilOn] = [readDay(form, 'fromOn'), readDay(form, 'untilOn')]
  const isUnsized = ['shareWithout', 'shareWith'].every((field) => typedText(form, field).trim() === '')
  const size = isUnsized ? undefined : readSize(form.typed)
  const problems = [
    ...(fromOn ? [] : [{ field: 'fromOn', message: 'form.day-wrong' }]),
    ...(untilOn && (!fromOn || untilOn > fromOn) ? [] : [{ field: 'untilOn', message: 'form.until-wrong' }]),
    ...(measures.length > mostMeasures ? [{ field: 'measures', message: 'form.measures-many' }] : []),
    ...(size?.problems ?? []),
  ]
  if (!form.valid || !fromOn || !untilOn || problems.length > 0 || size?.valid === false)
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  return { ...form, values: { ...form.values, measures, fromOn, untilOn, sampleSize: size?.values ?? null } }
}

/** A kept plan as if it had been typed. */
export function typedPlan(evaluation: Evaluation): Typed {
  const { about, title, question, design, measures, sampleSize, fromOn, untilOn, ledBy, approval } = evaluation
  const days = { ...typedDay('fromOn', fromOn), ...typedDay('untilOn', untilOn) }
  return {
    about,
    title,
    question,
    design,
    measures,
    ledBy,
    approval,
    ...days,
    ...(sampleSize ? typedSize(sampleSize) : {}),
  }
}

import { z } from 'zod'
import { version } from '../agencies/index.ts'
import { type FormState, optionalText, readForm, typedText } from '../platform/web/form.ts'
import { type Feedback, type Group, groups, mostQuestions, reportStates } from './learning-set.ts'
import type { SetFields } from './queries.ts'

const longestQuestion = 300
const state = z.enum(reportStates).catch('NONE')
const setForm = z.object({
  agenda: optionalText(4000, 'too-long'),
  questions: optionalText(3300, 'too-long')
    .transform((typed) =>
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .refine((lines) => lines.length <= mostQuestions, { error: 'questions.many' })
    .refine((lines) => lines.every((line) => line.length <= longestQuestion), { error: 'too-long' }),
  version,
  report_en: state,
  report_it: state,
  report_nl: state,
})
const groupForm = z.object({ group: z.enum(groups, { error: 'feedback.group-missing' }) })

export function readSet(body: unknown): FormState<SetFields & { version: number }> {
  const form = readForm(setForm, body)
  if (!form.valid) return form
  const { version: seen, agenda, questions, report_en: en, report_it: it, report_nl: nl } = form.values
  return { ...form, values: { version: seen, agenda, questions, reports: { en, it, nl } } }
}

/** A group's sheets: how many answered each question and how many of them agreed; a question that nobody answered is left out. */
export function readFeedback(body: unknown, questions: number): FormState<{ group: Group; said: Feedback[] }> {
  const form = readForm(groupForm, body)
  const said: Feedback[] = []
  const problems = [...form.problems]
  for (let question = 1; question <= questions; question += 1) {
    const typed = (name: string) => typedText(form, `${name}-${question}`).trim()
    const [answered, agreed, words] = [typed('answered') || '0', typed('agreed') || '0', typed('words')]
    if (!/^\d{1,4}$/.test(answered) || Number(answered) > 1000)
      problems.push({ field: `answered-${question}`, message: 'feedback.number' })
    else if (!/^\d{1,4}$/.test(agreed) || Number(agreed) > Number(answered))
      problems.push({ field: `agreed-${question}`, message: 'feedback.more' })
    else if (words.length > 1000) problems.push({ field: `words-${question}`, message: 'too-long' })
    else if (Number(answered) > 0) said.push({ question, answered: Number(answered), agreed: Number(agreed), words })
  }
  if (problems.length === 0 && said.length === 0) problems.push({ field: 'answered-1', message: 'feedback.nobody' })
  if (!form.valid || problems.length > 0) return { valid: false, typed: form.typed, problems }
  return { ...form, values: { group: form.values.group, said } }
}

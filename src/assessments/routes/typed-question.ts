import type { z } from 'zod'
import { type FormProblem, keyFrom, type newQuestionForm, readQuestion } from '../question-form.ts'
import { hasOptions, isInWords, type Question, type QuestionSet } from '../question-set.ts'

/** A question as the form shows it. */
export function typedOf(question: Question): Record<string, string> {
  const typed: Record<string, string> = { shelfLifeInDays: String(question.shelfLifeInDays) }
  for (const language of ['en', 'it', 'nl'] as const) {
    typed[`text-${language}`] = question.text[language]
    typed[`hint-${language}`] = question.hint?.[language] ?? ''
    for (const [index, option] of (question.options ?? []).entries()) {
      typed[`option-${index}-${language}`] = option.text[language]
      typed[`option-${index}-need-${language}`] = option.raises?.text[language] ?? ''
    }
  }
  for (const [index, { code, raises }] of (question.options ?? []).entries()) {
    typed[`option-${index}-code`] = code
    typed[`option-${index}-need-urgency`] = raises?.urgency ?? ''
    typed[`option-${index}-need-days`] = raises ? String(raises.leadTimeInDays) : ''
  }
  return typed
}

const longestText = 600

/** A new question from the form, with a key of its own on its page. */
export function newQuestionOf(
  set: QuestionSet,
  values: z.infer<typeof newQuestionForm>,
  typed: Record<string, unknown>,
) {
  const { pathway, kind, isRestricted } = values
  const questions = set.pages.flatMap((page) => page.questions)
  const prefix = set.pages.find((page) => page.pathway === pathway)?.questions[0]?.key.split('-')[0] ?? 'added'
  const blank: Question = {
    key: keyFrom(prefix, values['text-en'], new Set(questions.map(({ key }) => key))),
    kind,
    text: { en: '', it: '', nl: '' },
    shelfLifeInDays: values.shelfLifeInDays,
    ...(isInWords({ kind }) && { maxLength: longestText }),
    ...(!hasOptions({ kind }) && { isOptional: true }),
    ...(isRestricted && { isRestricted: true }),
  }
  const { question, problems } = readQuestion(blank, values, typed)
  const misfit: FormProblem[] =
    isRestricted && !hasOptions({ kind }) ? [{ field: 'isRestricted', message: 'edit.problem.restricted' }] : []
  return { question, problems: [...problems, ...misfit] }
}

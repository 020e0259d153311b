import { z } from 'zod'
import {
  optionalText,
  type Problem,
  readForm,
  type Typed,
  text,
  typedList,
  typedText,
} from '../../platform/web/form.ts'
import { type MethodName, methodNames, methods, type Question } from '../analyses/methods.ts'

export const newAnalysis = z.object({
  method: z.enum(methodNames, 'new.method-missing'),
  title: text(100, { missing: 'new.title-missing', long: 'new.title-long' }),
})

export const newStory = z.object({
  title: text(100, { missing: 'story.title-missing', long: 'story.title-long' }),
  words: text(3000, { missing: 'story.words-missing', long: 'story.words-long' }),
  locale: z.enum(['en', 'it', 'nl'], 'story.locale-missing'),
  isPublic: optionalText(5, 'story.title-long').transform((value) => value === 'yes'),
})

/** What was chosen for a method's fields: columns that the file has, each once, and numbers. */
export function readQuestion(
  method: MethodName,
  columns: readonly string[],
  body: unknown,
): { typed: Typed; question: Question; problems: Problem[] } {
  const { typed } = readForm(z.record(z.string(), z.unknown()), body)
  const question: Question = {}
  const problems: Problem[] = []
  const taken = new Set<string>()
  for (const { name, takes, isRequired } of methods[method]) {
    const chosen = takes === 'columns' ? typedList({ typed }, name) : [typedText({ typed }, name).trim()]
    const said = chosen.filter((one) => one !== '')
    const message =
      said.length === 0 ? (isRequired ? `ask.${name}-missing` : undefined) : fault(takes, said, columns, taken)
    if (message) problems.push({ field: name, message })
    else if (said.length > 0) question[name] = takes === 'number' ? said[0]!.replace(',', '.') : said.join(',')
  }
  return { typed, question, problems }
}

function fault(takes: string, said: string[], columns: readonly string[], taken: Set<string>): string | undefined {
  if (takes === 'month') return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(said[0]!) ? undefined : 'ask.month-wrong'
  if (takes === 'number') return Number.isFinite(Number(said[0]!.replace(',', '.'))) ? undefined : 'ask.number-wrong'
  if (said.some((column) => !columns.includes(column))) return 'ask.column-unknown'
  if (said.some((column) => taken.has(column))) return 'ask.column-twice'
  for (const column of said) taken.add(column)
  return undefined
}

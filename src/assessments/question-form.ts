import { z } from 'zod'
import { pathways } from '../needs/index.ts'
import type { Option, Question } from './question-set.ts'

/** How many options a form has room for beyond those that are there. */
export const spareOptions = 3
const mostOptions = 30
export const formKinds = ['one', 'many', 'text', 'address', 'day'] as const

// Messages are keys of this capability's words.
const short = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(400, 'edit.problem.long')
const loose = z.string().trim().max(400, 'edit.problem.long').default('')
const wholeDays = z.coerce
  .number({ error: 'edit.problem.days' })
  .int('edit.problem.days')
  .min(0, 'edit.problem.days')
  .max(3650, 'edit.problem.days')

const question = z.object({
  'text-en': short('edit.problem.text'),
  'text-it': short('edit.problem.text'),
  'text-nl': short('edit.problem.text'),
  'hint-en': loose,
  'hint-it': loose,
  'hint-nl': loose,
  shelfLifeInDays: wholeDays,
  editVersion: z.coerce.number().int(),
})

export const newQuestionForm = question.extend({
  pathway: z.enum(pathways, { error: 'edit.problem.pathway' }),
  kind: z.enum(formKinds, { error: 'edit.problem.kind' }),
  isRestricted: z.string().optional(),
})
export const questionForm = question

type Words = z.infer<typeof question>

export interface FormProblem {
  field: string
  message: string
}

/**
 * A question as a coordinator wrote it. What the form does not show (its key, its kind, what an option triggers) stays.
 *
 * @param typed - the form as it was sent, for the options.
 */
export function readQuestion(
  before: Question,
  words: Words,
  typed: Record<string, unknown>,
): { question: Question; problems: FormProblem[] } {
  const problems: FormProblem[] = []
  const texts = [words['text-en'], words['text-it'], words['text-nl']]
  if (new Set(texts.map((text) => text.includes('{name}'))).size > 1)
    problems.push({ field: 'text-en', message: 'edit.problem.name' })
  const hints = [words['hint-en'], words['hint-it'], words['hint-nl']]
  if (hints.some(Boolean) && !hints.every(Boolean)) problems.push({ field: 'hint-en', message: 'edit.problem.hint' })

  const { hint: _, options: __, ...rest } = before
  const changed: Question = {
    ...rest,
    text: { en: words['text-en'], it: words['text-it'], nl: words['text-nl'] },
    shelfLifeInDays: words.shelfLifeInDays,
    ...(hints.every(Boolean) && { hint: { en: words['hint-en'], it: words['hint-it'], nl: words['hint-nl'] } }),
  }
  if (!['one', 'many', 'support wanted'].includes(before.kind)) return { question: changed, problems }
  const options = readOptions(before.options ?? [], typed, problems)
  if (options.length === 0) problems.push({ field: 'option-0-en', message: 'edit.problem.options' })
  return { question: { ...changed, options }, problems }
}

function readOptions(before: Option[], typed: Record<string, unknown>, problems: FormProblem[]): Option[] {
  const options: Option[] = []
  for (let index = 0; index < mostOptions; index++) {
    const text = (field: string) => String(typed[`option-${index}-${field}`] ?? '').trim()
    const texts = { en: text('en'), it: text('it'), nl: text('nl') }
    if (text('remove') !== '' || Object.values(texts).every((each) => each === '')) continue
    if (Object.values(texts).some((each) => each === '')) {
      problems.push({ field: `option-${index}-en`, message: 'edit.problem.option' })
    }
    const known = before.find(({ code }) => code === text('code'))
    const { raises: _, ...kept } = known ?? { code: codeFrom(texts.en, [...before, ...options]) }
    const raises = readRaised(text, index, problems)
    options.push({ ...kept, text: texts, ...(raises && { raises }) })
  }
  return options
}

function readRaised(text: (field: string) => string, index: number, problems: FormProblem[]): Option['raises'] {
  const need = { en: text('need-en'), it: text('need-it'), nl: text('need-nl') }
  if (Object.values(need).every((each) => each === '')) return undefined
  const leadTimeInDays = Number(text('need-days'))
  const isWhole =
    Object.values(need).every(Boolean) &&
    Number.isInteger(leadTimeInDays) &&
    leadTimeInDays >= 1 &&
    leadTimeInDays <= 3650
  if (!isWhole) problems.push({ field: `option-${index}-need-en`, message: 'edit.problem.need' })
  return { urgency: text('need-urgency') === 'NOW' ? 'NOW' : 'BEFORE_RELEASE', leadTimeInDays, text: need }
}

/** "Somebody else" is SOMEBODY_ELSE; a code that is there gets a number. */
function codeFrom(text: string, taken: { code: string }[]): string {
  const plain = text
    .normalize('NFD')
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, 30)
  const base = /^[A-Z]/.test(plain) && plain !== 'NO_ANSWER' ? plain : `OPTION_${plain}`.slice(0, 36)
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}_${number}`
    if (!taken.some((one) => one.code === code)) return code
  }
}

/** The stable key of a new question: its page and the first words of its English text. */
export function keyFrom(prefix: string, text: string, taken: ReadonlySet<string>): string {
  const plain = text
    .replaceAll('{name}', '')
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const base = `${prefix}-${plain.split('-').slice(0, 5).join('-') || 'question'}`.slice(0, 50)
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`
    if (!taken.has(key)) return key
  }
}

import { z } from 'zod'
import { type Pathway, pathways } from '../needs/index.ts'

export const assessmentTypes = ['BCST2', 'RESETTLEMENT_PLAN'] as const
export type AssessmentType = (typeof assessmentTypes)[number]

export const kindsWithOptions = ['one', 'many', 'support wanted'] as const
export const kindsInWords = ['text', 'address', 'own words', 'strengths'] as const
const kinds = [...kindsWithOptions, ...kindsInWords, 'day', 'readiness'] as const

/** Always possible, in every question, and so never written in the data. */
export const noAnswer = 'NO_ANSWER'

const words = z.string().trim().min(1).max(400)
const inLanguages = z
  .object({ en: words, it: words, nl: words })
  .refine((texts) => new Set(Object.values(texts).map(countOfNames)).size <= 1 || !texts.en.includes('{name}'), {
    message: 'A text that says the name must say it in every language',
  })
const days = z.number().int().min(0).max(3650)

const raisedNeed = z.object({
  /** NOW: to be met within the lead time from the answer. BEFORE_RELEASE: by release, begun a lead time before it. */
  urgency: z.enum(['NOW', 'BEFORE_RELEASE']),
  leadTimeInDays: days.min(1),
  text: inLanguages,
})

const option = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/),
  text: inLanguages,
  hint: inLanguages.optional(),
  raises: raisedNeed.optional(),
  trigger: z
    .string()
    .regex(/^[A-Z][A-Z_]{0,39}$/)
    .optional(),
  /** Among many: cannot be chosen beside another. */
  isAlone: z.boolean().optional(),
})

const question = z
  .object({
    key: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/)
      .max(60),
    kind: z.enum(kinds),
    text: inLanguages,
    hint: inLanguages.optional(),
    options: z.array(option).optional(),
    maxLength: z.number().int().min(20).max(4000).optional(),
    /** How long an answer stays good. 0: asked anew each time, and asking again is never asking twice. */
    shelfLifeInDays: days,
    /** Seen only by those who may see risk. */
    isRestricted: z.boolean().optional(),
    isOptional: z.boolean().optional(),
    /** An address that is told here is kept with the person's addresses as this. */
    addressKind: z.enum(['FIRST_NIGHT', 'BEFORE_CUSTODY']).optional(),
  })
  .superRefine((asked, context) => {
    for (const message of faultsOf(asked)) context.addIssue({ code: 'custom', message: `${asked.key}: ${message}` })
  })

export const questionSetSchema = z
  .object({
    type: z.enum(assessmentTypes),
    version: z.number().int().min(1),
    pages: z.array(z.object({ pathway: z.enum(pathways), questions: z.array(question).min(1) })).min(1),
  })
  .superRefine((set, context) => {
    const repeated = [...repeatedAmong(set.pages.map((page) => page.pathway)), ...repeatedAmong(keysOf(set))]
    for (const name of repeated) context.addIssue({ code: 'custom', message: `${name} is there twice` })
  })

export type QuestionSet = z.infer<typeof questionSetSchema>
export type Question = z.infer<typeof question>
export type Option = z.infer<typeof option>
export type RaisedNeed = z.infer<typeof raisedNeed>
export type InLanguages = z.infer<typeof inLanguages>

export const hasOptions = ({ kind }: Pick<Question, 'kind'>): boolean =>
  (kindsWithOptions as readonly string[]).includes(kind)
export const isInWords = ({ kind }: Pick<Question, 'kind'>): boolean =>
  (kindsInWords as readonly string[]).includes(kind)

export function questionsOfPage(set: QuestionSet, pathway: Pathway): Question[] {
  return set.pages.find((page) => page.pathway === pathway)?.questions ?? []
}

function faultsOf(asked: z.infer<typeof question>): string[] {
  const codes = asked.options?.map((choice) => choice.code) ?? []
  return [
    hasOptions(asked) && codes.length < 1 && 'needs options to choose from',
    !hasOptions(asked) && codes.length > 0 && 'has options that its kind cannot show',
    isInWords(asked) && !asked.maxLength && 'needs the most characters it takes',
    asked.isRestricted && !['one', 'many'].includes(asked.kind) && 'is restricted, so it takes no free text',
    asked.kind === 'support wanted' &&
      !asked.key.endsWith('-support-wanted') &&
      'needs a key that ends in -support-wanted',
    asked.addressKind && asked.kind !== 'address' && 'keeps an address that it does not ask for',
    codes.includes(noAnswer) && 'names NO_ANSWER, which is always there',
    ...repeatedAmong(codes).map((code) => `has option ${code} twice`),
  ].filter((fault) => typeof fault === 'string')
}

const keysOf = (set: { pages: { questions: { key: string }[] }[] }) =>
  set.pages.flatMap((page) => page.questions.map(({ key }) => key))
const repeatedAmong = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index)
const countOfNames = (text: string) => Math.min(text.split('{name}').length - 1, 1)

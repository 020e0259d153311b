import { z } from 'zod'
import { locales } from '../../platform/words.ts'
import { lesson, results } from './lessons.ts'

const line = z.string().trim().min(1).max(300)
const lines = z.array(line).max(30)
const paragraph = z.string().trim().min(1).max(4000)
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
const months = z.number().int().min(1).max(120)
const age = z.number().int().min(10).max(120)

export const pathways = [
  'ACCOMMODATION',
  'ATTITUDES_THINKING_AND_BEHAVIOUR',
  'CHILDREN_FAMILIES_AND_COMMUNITY',
  'DRUGS_AND_ALCOHOL',
  'EDUCATION_SKILLS_AND_WORK',
  'FINANCE_AND_ID',
  'HEALTH',
] as const

/** A text in every language. `revision` counts its rewritings: a translation below the source language's is behind. */
const inEveryLanguage = <Shape extends z.ZodRawShape>(shape: Shape) => {
  const one = z.strictObject({ revision: z.number().int().min(1).max(9999), ...shape })
  return z.strictObject({ en: one, it: one, nl: one })
}

/** Who may take part. Each rule has a code of its own; a code that is not here is refused, never passed over. */
const rule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('RELEASE_WITHIN_MONTHS'), months }),
  z.strictObject({ rule: z.literal('SAME_WING') }),
  z.strictObject({ rule: z.literal('AGE'), from: age.nullable(), to: age.nullable() }),
  z.strictObject({ rule: z.literal('NEED_OPEN'), pathway: z.enum(pathways) }),
  z.strictObject({ rule: z.literal('NOT_COMPLETED_WITHIN_MONTHS'), months }),
])

/** What is looked at before a group is confirmed. */
export const compositionChecks = ['KEEP_APART', 'DOMESTIC_ABUSE_IN_MIXED', 'DOMESTIC_ABUSE_IN_ANY'] as const
export const courseModes = ['GROUP', 'ONE_TO_ONE'] as const
export const courseGenders = ['MEN', 'WOMEN', 'MIXED'] as const

const session = z.strictObject({
  key,
  minutes: z.number().int().min(10).max(480),
  texts: inEveryLanguage({ title: line, aims: lines.min(1), plan: lines.min(1), materials: lines, takeAway: line }),
})

export const packageSchema = z
  .strictObject({
    format: z.literal('throughline.programme/1'),
    code: key,
    version: z.number().int().min(1).max(9999),
    madeBy: line,
    licence: line,
    basedOn: z.strictObject({ code: key, version: z.number().int().min(1) }).nullable(),
    sourceLanguage: z.enum(locales as ['en', 'it', 'nl']),
    texts: inEveryLanguage({ name: line, summary: paragraph, forWhom: paragraph }),
    eligibility: z.array(rule).max(20),
    composition: z.strictObject({
      smallest: z.number().int().min(1).max(60),
      largest: z.number().int().min(1).max(60),
      modes: z.array(z.enum(courseModes)).min(1),
      genders: z.array(z.enum(courseGenders)).min(1),
      checks: z.array(z.enum(compositionChecks)),
    }),
    /** Sessions attended, catch-up sessions with them, that make somebody's programme complete. */
    completeAfter: z.number().int().min(1).max(100),
    sessions: z.array(session).min(1).max(60),
    /** Statements that somebody answers before and after, from 1 "not at all" to 5 "completely". */
    measures: z.array(z.strictObject({ key, texts: inEveryLanguage({ statement: line }) })).max(40),
    guides: z
      .array(
        z.strictObject({
          key,
          for: z.enum(['FACILITATORS', 'TRAINERS']),
          texts: inEveryLanguage({
            title: line,
            sections: z
              .array(z.strictObject({ heading: line, text: paragraph }))
              .min(1)
              .max(40),
          }),
        }),
      )
      .max(10),
    /** What places learned with it, and how it went there: in packages that have been used. */
    lessons: z.array(lesson).max(40).optional(),
    results: z.array(results).max(100).optional(),
  })
  .refine((whole) => whole.composition.smallest <= whole.composition.largest, {
    path: ['composition'],
    params: { rule: 'package.sizes' },
  })
  .refine((whole) => whole.completeAfter <= whole.sessions.length, {
    path: ['completeAfter'],
    params: { rule: 'package.complete-after' },
  })
  .superRefine((whole, context) => {
    for (const part of ['sessions', 'measures', 'guides', 'lessons'] as const) {
      const keys = (whole[part] ?? []).map((each) => each.key)
      const index = keys.findIndex((each, at) => keys.indexOf(each) !== at)
      if (index >= 0) context.addIssue({ code: 'custom', path: [part, index], params: { rule: 'package.key-twice' } })
    }
  })

/** A programme as it travels: rules, sessions, measures and guides in every language, and nothing about anybody. */
export type ProgrammePackage = z.infer<typeof packageSchema>
export type EligibilityRule = ProgrammePackage['eligibility'][number]
export type PackageSession = ProgrammePackage['sessions'][number]
export type CourseMode = (typeof courseModes)[number]
export type CourseGender = (typeof courseGenders)[number]

/** The published JSON schema of a package (draft 2020-12), as `/programmes/schema.json` answers it. */
export const publishedSchema = (): object => ({
  ...z.toJSONSchema(packageSchema),
  $id: 'https://throughline.example/programme-1.schema.json',
  title: 'Throughline programme package, format 1',
})

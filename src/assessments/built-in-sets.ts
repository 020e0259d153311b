import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type QuestionSet, questionSetSchema } from './question-set.ts'

const files = ['bcst2-1', 'resettlement-plan-1']
const borrowed = z.object({ key: z.string(), sameAs: z.string() })

/** The question sets that come with the product, whole: what one borrows from another is written out. */
export function readBuiltInSets(): QuestionSet[] {
  return files.map((name) => questionSetSchema.parse(writtenOut(readSet(name))))
}

// A file may say {key, sameAs} for a question that it shares with another file, so that its words cannot drift apart.
function writtenOut(set: UnsafeSet): UnsafeSet {
  const pages = set.pages.map((page) => ({ ...page, questions: page.questions.map(wholeQuestion) }))
  return { ...set, pages }
}

function wholeQuestion(question: unknown): unknown {
  const reference = borrowed.safeParse(question)
  if (!reference.success) return question
  const { key, sameAs } = reference.data
  const found = readSet(sameAs)
    .pages.flatMap((page) => page.questions)
    .find((other) => keyOf(other) === key)
  if (!found) throw new Error(`${sameAs} has no question ${key}.`)
  return found
}

type UnsafeSet = z.infer<typeof unsafeSet>
const unsafeSet = z.looseObject({ pages: z.array(z.looseObject({ questions: z.array(z.unknown()) })) })
const keyOf = (question: unknown) => z.object({ key: z.string() }).parse(question).key

const readSet = (name: string) =>
  unsafeSet.parse(JSON.parse(readFileSync(new URL(`question-sets/${name}.json`, import.meta.url), 'utf8')))

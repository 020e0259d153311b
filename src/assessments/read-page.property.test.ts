import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBuiltInSets } from './built-in-sets.ts'
import { questionsOfPage } from './question-set.ts'
import { fieldsOf, readPage, type Typed } from './read-page.ts'

const [bcst] = readBuiltInSets()
const questions = questionsOfPage(bcst!, 'CHILDREN_FAMILIES_AND_COMMUNITY')
const fields = questions.flatMap(({ key }) => fieldsOf(key))
const codes = questions.flatMap(({ options }) => options ?? []).map(({ code }) => code)
const said = fc.oneof(
  fc.constantFrom(...codes, 'NO_ANSWER', 'same', 'changed', 'ask', '', '4'),
  fc.string({ unit: 'binary' }),
)
const form = fc.dictionary(fc.constantFrom(...fields, '__proto__'), fc.oneof(said, fc.array(said, { maxLength: 4 })))
const earlier = fc
  .subarray(questions)
  .map(
    (some) =>
      new Map(
        some.map(({ key }) => [key, { id: key, questionKey: key, codes: ['NO'], words: '', givenOn: '2026-02-02' }]),
      ),
  )

test('whatever a form holds, each question has one answer, one problem, or is optional and empty', () => {
  fc.assert(
    fc.property(form, earlier, (typed: Typed, good) => {
      const { answers, problems } = readPage(questions, typed, good)
      for (const question of questions) {
        const found = [...answers, ...problems].filter((one) => one.question === question).length
        expect(found).toBeGreaterThanOrEqual(question.isOptional ? 0 : 1)
        expect(found).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever a form holds, an answer has only codes that its question offers', () => {
  fc.assert(
    fc.property(form, earlier, (typed: Typed, good) => {
      for (const { how, question, value } of readPage(questions, typed, good).answers) {
        if (how === 'confirmed' || question.kind === 'readiness') continue
        const offered = [...(question.options ?? []).map(({ code }) => code), 'NO_ANSWER']
        expect(value.codes.filter((code) => !offered.includes(code))).toEqual([])
        expect(value.words.length).toBeLessThanOrEqual(question.maxLength ?? 0)
      }
    }),
    { numRuns: 500 },
  )
})

import { describe, expect, test } from 'vitest'
import { pathways } from '../needs/index.ts'
import { readBuiltInSets } from './built-in-sets.ts'
import { type QuestionSet, questionSetSchema } from './question-set.ts'

const sets = readBuiltInSets()
const bcst = sets.find((set) => set.type === 'BCST2')!
const plan = sets.find((set) => set.type === 'RESETTLEMENT_PLAN')!
const questionsOf = (set: QuestionSet) => set.pages.flatMap((page) => page.questions)

describe.each(sets)('the question set $type that comes with the product', (set) => {
  test('has a page for each of the seven pathways', () => {
    expect(set.pages.map((page) => page.pathway)).toEqual([...pathways])
  })

  test("ends each page with the person's words, strengths, readiness and support wanted", () => {
    const endings = set.pages.map((page) => page.questions.slice(-4).map((question) => question.kind))

    for (const ending of endings) expect(ending).toEqual(['own words', 'strengths', 'readiness', 'support wanted'])
  })

  test('asks about abuse, sex work and threats without free text, among the restricted', () => {
    const restricted = questionsOf(set).filter((question) => question.isRestricted)

    expect(restricted.map((question) => question.key)).toEqual(
      expect.arrayContaining([
        'family-under-threat',
        'family-abuse-experienced',
        'family-abuse-committed',
        'family-sex-work',
      ]),
    )
    for (const question of restricted) expect(['one', 'many']).toContain(question.kind)
  })

  test('raises a need from at least one answer on every pathway', () => {
    const raising = set.pages.filter((page) =>
      page.questions.some((question) => question.options?.some((option) => option.raises)),
    )

    expect(raising.map((page) => page.pathway)).toEqual([...pathways])
  })
})

test('the resettlement plan asks a shared question in the words of the first assessment', () => {
  const first = new Map(questionsOf(bcst).map((question) => [question.key, question]))

  const shared = questionsOf(plan).filter((question) => first.has(question.key))

  expect(shared.length).toBeGreaterThan(40)
  for (const question of shared) expect(question).toEqual(first.get(question.key))
})

test('the triggers that partners named are recognised', () => {
  const triggers = questionsOf(bcst)
    .flatMap((question) => question.options ?? [])
    .map((option) => option.trigger)

  expect(triggers.filter(Boolean).sort()).toEqual([
    'LEAVING_CARE',
    'PUPIL_REFERRAL_UNIT',
    'SCHOOL_EXCLUSION',
    'UNDIAGNOSED_DYSLEXIA',
    'UNDIAGNOSED_DYSPRAXIA',
  ])
})

describe('a question set is not taken when', () => {
  const wording = { en: 'Where?', it: 'Dove?', nl: 'Waar?' }
  const yes = { code: 'YES', text: wording }
  const sound = {
    key: 'some-question',
    kind: 'one',
    text: wording,
    options: [yes],
    shelfLifeInDays: 5,
  }
  const withQuestions = (...questions: object[]) => ({
    type: 'BCST2',
    version: 1,
    pages: [{ pathway: 'HEALTH', questions }],
  })

  test.each([
    ['a key is there twice', [sound, sound], /some-question is there twice/],
    ['a language is missing', [{ ...sound, text: { en: 'Where?', it: 'Dove?' } }], /nl/],
    ['a language leaves the name out', [{ ...sound, text: { ...wording, en: 'Where is {name}?' } }], /name/],
    ['there is nothing to choose from', [{ ...sound, options: [] }], /needs options/],
    ['an option is there twice', [{ ...sound, options: [yes, yes] }], /YES twice/],
    ['NO_ANSWER is written out', [{ ...sound, options: [{ ...yes, code: 'NO_ANSWER' }] }], /always there/],
    [
      'a restricted question takes free text',
      [{ ...sound, kind: 'text', options: undefined, maxLength: 90, isRestricted: true }],
      /no free text/,
    ],
  ])('%s', (_, questions, message) => {
    const result = questionSetSchema.safeParse(withQuestions(...questions))

    expect(result.error?.message).toMatch(message)
  })
})

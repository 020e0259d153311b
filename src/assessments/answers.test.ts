import { describe, expect, test } from 'vitest'
import { answersStillGood, isAskedTwice } from './answers.ts'
import { readBuiltInSets } from './built-in-sets.ts'
import { needsRaised } from './needs-raised.ts'
import { progressOf } from './page-progress.ts'
import { questionsOfPage } from './question-set.ts'
import { readPage } from './read-page.ts'

const [bcst] = readBuiltInSets()
const home = questionsOfPage(bcst!, 'ACCOMMODATION')
const question = (key: string) => bcst!.pages.flatMap((page) => page.questions).find((asked) => asked.key === key)!
const firstNight = question('accommodation-first-night') // good for 28 days
const told = (key: string, codes: string[], givenOn: string) => ({
  id: `${key} ${givenOn}`,
  questionKey: key,
  codes,
  words: '',
  givenOn,
})
const none = new Map()

const wholePage = {
  'accommodation-before-custody': 'STREET',
  'accommodation-home-to-keep': 'NO_HOME',
  'accommodation-first-night': 'NONE',
  'accommodation-readiness': '6',
  'accommodation-support-wanted': 'NO_ANSWER',
}

describe('an earlier answer', () => {
  test('stays good to the last day of its shelf life and not a day more', () => {
    const answer = told(firstNight.key, ['FAMILY'], '2026-02-02')

    expect(answersStillGood(home, [answer], '2026-03-02').get(firstNight.key)).toBe(answer)
    expect(answersStillGood(home, [answer], '2026-03-03').size).toBe(0)
  })

  test('gives way to a later one, even when that one says nothing', () => {
    const answers = [told(firstNight.key, ['NO_ANSWER'], '2026-02-20'), told(firstNight.key, ['FAMILY'], '2026-02-10')]

    expect(answersStillGood(home, answers, '2026-03-02').size).toBe(0)
  })

  test('to a question that is asked anew each time never stands in the way', () => {
    const answer = told('accommodation-readiness', ['6'], '2026-03-02')

    expect(answersStillGood(home, [answer], '2026-03-02').size).toBe(0)
  })
})

test('asked twice is asking while an answer is good; confirming it or writing down a change is not', () => {
  const earlier = told(firstNight.key, ['FAMILY'], '2026-02-20')

  expect(isAskedTwice(firstNight, earlier, { on: '2026-03-02', how: 'asked' })).toBe(true)
  expect(isAskedTwice(firstNight, earlier, { on: '2026-03-02', how: 'confirmed' })).toBe(false)
  expect(isAskedTwice(firstNight, earlier, { on: '2026-03-02', how: 'changed' })).toBe(false)
  expect(isAskedTwice(firstNight, earlier, { on: '2026-06-01', how: 'asked' })).toBe(false)
  expect(isAskedTwice(firstNight, undefined, { on: '2026-03-02', how: 'asked' })).toBe(false)
})

describe('a page', () => {
  test('is taken whole, and nobody has to write in the free text', () => {
    const { answers, problems } = readPage(home, wholePage, none)

    expect(problems).toEqual([])
    expect(answers.map((answer) => answer.value.codes[0])).toEqual(['STREET', 'NO_HOME', 'NONE', '6', 'NO_ANSWER'])
  })

  test('says which question has no answer, and NO_ANSWER is one to every kind', () => {
    const silent = Object.fromEntries(
      home.map(({ key, options, kind }) => [options || kind === 'readiness' ? key : `${key}--no-answer`, 'NO_ANSWER']),
    )

    const empty = readPage(home, {}, none).problems
    const refused = readPage(home, silent, none)

    expect(empty.map(({ field, fault }) => `${field} ${fault}`)).toEqual(
      Object.keys(wholePage).map((key) => `${key} missing`),
    )
    expect(refused.problems).toEqual([])
    expect(refused.answers.length).toBe(home.length)
  })

  test.each([
    ['accommodation-first-night', 'THE_MOON', 'unknown-option'],
    ['accommodation-first-night', ['NONE', 'OWN'], 'one-only'],
    ['accommodation-readiness', '8', 'unknown-option'],
    ['accommodation-strengths', 'x'.repeat(601), 'too-long'],
  ])('%s does not take %s', (field, value, fault) => {
    const { problems } = readPage(home, { ...wholePage, [field]: value }, none)

    expect(problems).toMatchObject([{ field, fault }])
  })

  test('does not take "nobody" beside somebody', () => {
    const { problems } = readPage([question('family-support')], { 'family-support': ['FAMILY', 'NOBODY'] }, none)

    expect(problems).toMatchObject([{ fault: 'alone' }])
  })
})

describe('a question that was answered already', () => {
  const earlier = told(firstNight.key, ['FAMILY'], '2026-02-20')
  const good = new Map([[firstNight.key, earlier]])
  const read = (typed: Record<string, string>) => readPage([firstNight], typed, good)

  test('is confirmed without asking', () => {
    expect(read({ 'accommodation-first-night--keep': 'same' }).answers).toMatchObject([{ how: 'confirmed', earlier }])
  })

  test('is asked again only with a reason', () => {
    const again = { 'accommodation-first-night--keep': 'ask', 'accommodation-first-night': 'NONE' }

    expect(read(again).problems).toMatchObject([{ field: 'accommodation-first-night--why', fault: 'say-why' }])
    expect(read({ ...again, 'accommodation-first-night--why': 'He moved' }).answers).toMatchObject([
      { how: 'asked', reason: 'He moved', earlier, value: { codes: ['NONE'] } },
    ])
  })

  test('takes a change, and wants to hear what changed', () => {
    const changed = { 'accommodation-first-night--keep': 'changed' }

    expect(read(changed).problems).toMatchObject([{ fault: 'new-missing' }])
    expect(read({ ...changed, 'accommodation-first-night': 'OWN' }).answers).toMatchObject([{ how: 'changed' }])
  })

  test('loses nothing typed when "still true" and a new answer contradict, or the answer came in meanwhile', () => {
    const both = { 'accommodation-first-night--keep': 'same', 'accommodation-first-night': 'OWN' }

    expect(read(both).problems).toMatchObject([{ fault: 'two-answers' }])
    expect(read({ 'accommodation-first-night': 'OWN' }).problems).toMatchObject([{ fault: 'already-answered' }])
  })
})

test('a page is not started, in progress or done by what was typed', () => {
  expect(progressOf(home, {}, none)).toBe('NOT_STARTED')
  expect(progressOf(home, { 'accommodation-strengths': 'His aunt' }, none)).toBe('IN_PROGRESS')
  expect(progressOf(home, wholePage, none)).toBe('DONE')
})

describe('needs', () => {
  const days = { answeredOn: '2026-03-02', releaseOn: '2026-05-01' }
  const nowhere = { question: firstNight, value: { codes: ['NONE'], words: '' } }
  const losingHome = { question: question('accommodation-home-to-keep'), value: { codes: ['AT_RISK'], words: '' } }

  test('are raised by the answers that say so, by release or within their lead time', () => {
    const raised = needsRaised([nowhere, losingHome], new Set(), days)

    expect(raised.map(({ needKey, neededByOn }) => [needKey, neededByOn])).toEqual([
      ['accommodation-first-night', '2026-05-01'],
      ['accommodation-home-to-keep', '2026-03-16'],
    ])
  })

  test('are not raised again while the one from the same question is open', () => {
    expect(needsRaised([nowhere], new Set(['accommodation-first-night']), days)).toEqual([])
  })

  test('are one where two answers to a question raise the same, and the more urgent counts', () => {
    const abuse = question('family-abuse-experienced')
    const value = { codes: ['DOMESTIC_PAST', 'DOMESTIC_NOW'], words: '' }

    const raised = needsRaised([{ question: abuse, value }], new Set(), days)

    expect(raised).toMatchObject([{ needKey: 'family-abuse-experienced/DOMESTIC_NOW', neededByOn: '2026-03-04' }])
    expect(
      needsRaised([{ question: abuse, value }], new Set(['family-abuse-experienced/DOMESTIC_PAST']), days),
    ).toEqual([])
  })

  test('without a release date have no day yet', () => {
    expect(needsRaised([nowhere], new Set(), { ...days, releaseOn: undefined })).toMatchObject([
      { neededByOn: undefined },
    ])
  })
})

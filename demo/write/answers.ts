import { needTexts, ownWordsIn } from '../content.ts'
import { calledName } from '../generate/notes.ts'
import type { Profile } from '../profile.ts'
import { type Random, randomOf } from '../random.ts'
import type { Context } from './context.ts'

/** A published question set as the database holds it. */
export interface QuestionSetRow {
  id: string
  type: string
  body: { pages: { pathway: string; questions: QuestionText[] }[] }
}

export interface QuestionText {
  key: string
  kind: string
  text: { en: string }
  options?: { code: string; text: { en: string }; raises?: unknown; isAlone?: boolean }[]
  shelfLifeInDays: number
  isRestricted?: boolean
}

export interface Said {
  codes: string[]
  words: string
  shown: string
}

/** Answers that fit what the pathways of the person say. */
export function answersOf(
  { mayKeepAllAnswers }: Pick<Context, 'mayKeepAllAnswers'>,
  profile: Profile,
  pathway: string,
  questions: QuestionText[],
): [QuestionText, Said][] {
  const random = randomOf(Number(profile.bornOn.replaceAll('-', '')), pathway.length, profile.familyName.length)
  const kept = mayKeepAllAnswers ? questions : questions.filter(({ key }) => key.endsWith('-support-wanted'))
  return kept.map((question) => [question, answerTo(random, question, profile, pathway)])
}

function answerTo(random: Random, question: QuestionText, profile: Profile, pathway: string): Said {
  const name = calledName(profile)
  const options = question.options ?? []
  const chosen = (...picked: typeof options): Said => ({
    codes: picked.map(({ code }) => code),
    words: '',
    shown: picked.map(({ text }) => text.en.replaceAll('{name}', name)).join('; '),
  })
  if (random.chance(question.isRestricted ? 0.15 : 0.03)) {
    return { codes: ['NO_ANSWER'], words: '', shown: `${name} would rather not say` }
  }
  const status = profile.statuses[pathway]!
  const isNeeded = status.status === 'SUPPORT_REQUIRED' || status.status === 'IN_PROGRESS'
  switch (question.kind) {
    case 'support wanted':
      return chosen(
        options[isNeeded ? 0 : status.status === 'SUPPORT_DECLINED' ? options.length - 1 : random.between(1, 2)]!,
      )
    case 'one':
    case 'many': {
      const fitting = options.filter(({ raises, isAlone }) =>
        isNeeded ? raises || random.chance(0.3) : !raises && !isAlone,
      )
      return chosen(random.pick(fitting.length > 0 ? fitting : options))
    }
    case 'readiness': {
      const level = String(random.between(isNeeded ? 4 : 1, 7))
      return { codes: [level], words: '', shown: `${level} / 7` }
    }
    default:
      return inWords(random, question, profile, needTexts[pathway]!.calm)
  }
}

function inWords(random: Random, { kind }: QuestionText, profile: Profile, calm: string[]): Said {
  const home = profile.addresses[0]
  const own = random.pick(ownWordsIn[profile.interpreterLanguage ?? 'en'] ?? ownWordsIn['en']!)
  const words =
    kind === 'address'
      ? `${home?.lines} ${home?.postcode}`.trim() || 'No address'
      : kind === 'own words'
        ? own
        : random.pick(calm)
  return { codes: [], words, shown: words }
}

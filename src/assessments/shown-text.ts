import { type Locale, languageTags } from '../platform/words.ts'
import type { AnswerValue } from './answers.ts'
import { type InLanguages, noAnswer, type Question } from './question-set.ts'

/** "Would rather not say", which every question takes, in the person's name. */
const rathersNot: InLanguages = {
  en: '{name} would rather not say',
  it: '{name} preferisce non rispondere',
  nl: '{name} zegt het liever niet',
}

/** A number alone does not say which end is the good one. */
const ofSeven: InLanguages = {
  en: '{number} of 7 (7: fully ready)',
  it: '{number} su 7 (7: completamente)',
  nl: '{number} van 7 (7: helemaal klaar)',
}

export const named = (text: InLanguages, locale: Locale, name: string): string =>
  text[locale].replaceAll('{name}', name)

/** The words of a question as they are shown. */
export const shownQuestion = (question: Question, locale: Locale, name: string): string =>
  named(question.text, locale, name)

export const shownNoAnswer = (locale: Locale, name: string): string => named(rathersNot, locale, name)

/** An answer in words: the options that were chosen, or what was written. */
export function shownValue(question: Question, value: AnswerValue, locale: Locale, name: string): string {
  if (value.codes.includes(noAnswer)) return shownNoAnswer(locale, name)
  if (question.kind === 'day') return dayInWords(value.words, locale)
  if (question.kind === 'readiness') return ofSeven[locale].replace('{number}', value.codes[0] ?? '')
  if (value.codes.length === 0) return value.words

  const chosen = (question.options ?? []).filter(({ code }) => value.codes.includes(code))
  return chosen.map((option) => named(option.text, locale, name)).join('; ')
}

function dayInWords(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}

import { stringify } from 'csv-stringify/sync'
import { formatDay } from '../platform/dates.ts'
import { type Locale, localeNames } from '../platform/words.ts'
import { answerOf, type MechanismQuestion, nationalGroups, parts } from './mechanism.ts'
import { words } from './words.ts'

/** The comparison in finished words: for each part its questions, beside each what the three groups answered. */
export interface Comparison {
  /** Names of the groups, in the order of the answers. */
  groups: string[]
  parts: { name: string; questions: { text: string; answers: string[] }[] }[]
}

/** Lays the answers side by side, each with whom, when and which version; what was given in another language says so. */
export function compared(locale: Locale, questions: readonly MechanismQuestion[]): Comparison {
  const say = words(locale)
  return {
    groups: nationalGroups.map((group) => say(`group.${group}`)),
    parts: parts
      .map((part) => ({
        name: say(`part.${part}`),
        questions: questions
          .filter((question) => question.part === part)
          .map((question) => ({
            text: question.texts[locale],
            answers: nationalGroups.map((group) => {
              const answer = answerOf(question, group)
              if (!answer) return say('no-answer')
              const { version, withWhom, answeredOn } = answer
              const given = say('given', { who: withWhom, day: formatDay(locale, answeredOn, 'full'), version })
              const language = answer.locale === locale ? '' : ` ${say('in', { language: localeNames[answer.locale] })}`
              return `${answer.words} (${given}${language})`
            }),
          })),
      }))
      .filter((part) => part.questions.length > 0),
  }
}

/** One answer a line, also where there is none yet: days as they are in files. */
export function comparisonCsv(locale: Locale, questions: readonly MechanismQuestion[]): string {
  const say = words(locale)
  const heads = (['part', 'question', 'group', 'answer', 'language', 'who', 'day', 'version', 'by'] as const).map(
    (name) => say(`csv.${name}`),
  )
  const lines = questions.flatMap((question) =>
    nationalGroups.map((group) => {
      const answer = answerOf(question, group)
      return [
        ...[say(`part.${question.part}`), question.texts[locale], say(`group.${group}`)],
        ...[answer?.words, answer?.locale, answer?.withWhom, answer?.answeredOn, answer?.version, answer?.writtenBy],
      ]
    }),
  )
  return stringify([heads, ...lines], { escape_formulas: true, bom: true })
}

import type { DistanceLine } from '../../distance/index.ts'
import type { EvaluationTold } from '../../evaluations/index.ts'
import type { Comparison } from '../../mechanisms/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { SurveyFigures } from '../../surveys/index.ts'
import type { TargetLine } from '../../targets/index.ts'
import { words } from '../words.ts'
import type { Block, BlockTable } from './block.ts'

// What the record counts by itself, as its own pages show it: each figure with the cover that its reader's page has.

/** Expected results. */
export function targetsBlock(locale: Locale, lines: readonly TargetLine[]): Block {
  const say = words(locale)
  return {
    title: say('targets.title'),
    sub: say('record.sub', { at: lines.map(({ countedAt }) => countedAt).find(Boolean) || '–' }),
    sentences: [],
    tables: [
      {
        caption: say('targets.table'),
        heads: heads(locale, ['result', 'agency', 'promised', 'delivered', 'remaining', 'due', 'status'], 2, 4),
        rows: lines.map((line) => [
          ...[line.name, line.agencyName, line.amount, line.delivered, line.remaining, line.due, line.status],
        ]),
      },
      { caption: say('targets.definitions'), heads: heads(locale, ['result', 'rule']), rows: definitionsOf(lines) },
    ],
    pictures: [],
    definition: say('targets.definition'),
    method: say('targets.method'),
    source: say('record.source'),
    caveats: [say('targets.caveat')],
  }
}

const definitionsOf = (lines: readonly TargetLine[]): string[][] =>
  lines.map(({ name, definition }) => [name, definition])

/** One survey, question by question. */
export function surveyBlock(locale: Locale, { name, items }: SurveyFigures): Block {
  const say = words(locale)
  const answered = items.filter(({ quarters }) => quarters.length > 0)
  return {
    title: say('survey.title', { name }),
    sub: say('survey.sub'),
    sentences: answered.flatMap(({ text, quarters }) => {
      const last = quarters.findLast(({ isTold }) => isTold)
      return last ? [say('survey.found', { text, ...last, isTold: '' })] : []
    }),
    tables: answered.map(({ text, quarters }) => ({
      caption: text,
      heads: heads(locale, ['quarter', 'answered', 'yes', 'share', 'interval'], 1),
      rows: quarters.map(({ quarter, answered: of, yes, share, interval }) => [
        quarter,
        of,
        yes,
        share || '–',
        interval || '–',
      ]),
    })),
    pictures: [],
    definition: say('survey.definition'),
    method: say('survey.method'),
    source: say('survey.source'),
    caveats: [say('survey.caveat')],
  }
}

/** How far people came. */
export function distanceBlock(locale: Locale, lines: readonly DistanceLine[]): Block {
  const say = words(locale)
  const told = lines.filter(({ share }) => share !== '')
  return {
    title: say('distance.title'),
    sub: say('record.sub', { at: lines[0]?.countedAt ?? '–' }),
    sentences: told.map(({ name, share, people }) => say('distance.found', { name, share, people })),
    tables: [
      {
        caption: say('distance.title'),
        heads: heads(
          locale,
          ['measure', 'forward-means', 'people', 'came-forward', 'went-back', 'share', 'interval'],
          2,
        ),
        rows: lines.map(({ name, from, people, forward, back, share, interval }) => [
          ...[name, from, people, forward, back, share || '–', interval || '–'],
        ]),
      },
    ],
    pictures: [],
    definition: say('distance.definition'),
    method: say('distance.method'),
    source: say('record.source'),
    caveats: [say('distance.caveat')],
  }
}

/** What works, and why: the answers of three countries side by side, in the languages in which they were given. */
export function mechanismsBlock(locale: Locale, { groups, parts }: Comparison): Block {
  const say = words(locale)
  return {
    title: say('mechanisms.title'),
    sub: say('mechanisms.sub'),
    sentences: [],
    tables: parts.map(
      ({ name, questions }): BlockTable => ({
        caption: name,
        heads: [say('column.question'), ...groups].map((text) => ({ text, isNumeric: false })),
        rows: questions.map(({ text, answers }) => [text, ...answers]),
      }),
    ),
    pictures: [],
    definition: say('mechanisms.definition'),
    method: say('mechanisms.method'),
    source: say('mechanisms.source'),
    caveats: [say('mechanisms.caveat')],
  }
}

/** An evaluation that has begun: what was planned, and what was found. */
export function evaluationBlock(locale: Locale, told: EvaluationTold): Block {
  const say = words(locale)
  const { agencyName, state, from, to, results, changes, ledBy, approval, measures } = told
  return {
    title: told.title,
    sub: say('evaluation.sub', { agency: agencyName, state, from, to }),
    sentences: [
      ...(results.length > 0 ? results : [say('evaluation.none')]),
      ...changes.map((changed) => say('evaluation.changed', { words: changed })),
    ],
    tables: [
      {
        caption: say('evaluation.measures'),
        heads: heads(locale, ['measure', 'value']),
        rows: measures.map(({ name, value }) => [name, value]),
      },
    ],
    pictures: [],
    definition: told.question,
    method: `${told.design} ${told.people}`,
    source: say('evaluation.source', { name: ledBy, approval }),
    caveats: [told.caveat],
  }
}

type Head =
  | 'result'
  | 'agency'
  | 'promised'
  | 'delivered'
  | 'remaining'
  | 'due'
  | 'status'
  | 'rule'
  | 'quarter'
  | 'answered'
  | 'yes'
  | 'share'
  | 'interval'
  | 'measure'
  | 'forward-means'
  | 'people'
  | 'came-forward'
  | 'went-back'
  | 'value'

/** @param from - the first column of numbers, and `to` the last, from 0. */
function heads(locale: Locale, names: readonly Head[], from = names.length, to = names.length): BlockTable['heads'] {
  return names.map((name, index) => ({
    text: words(locale)(`column.${name}`),
    isNumeric: index >= from && index <= to,
  }))
}

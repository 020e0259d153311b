import {
  CharacterCount,
  Checkboxes,
  DateInput,
  Question as QuestionFrame,
  Radios,
  ReadinessScale,
  StatusTag,
} from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { isInWords, noAnswer, type Question } from '../question-set.ts'
import { noAnswerField, type Typed } from '../read-page.ts'
import { named, shownNoAnswer } from '../shown-text.ts'
import { words } from '../words.ts'

export interface QuestionProps {
  question: Question
  typed: Typed
  /** By field. */
  errors: Map<string, string>
  locale: Locale
  /** What the person is called. */
  name: string
}

/** One question of a page, parted from the next by a rule. */
export function QuestionBlock(props: QuestionProps) {
  return (
    <QuestionFrame>
      {props.question.isRestricted && <StatusTag tone="warn">{words(props.locale)('page.restricted')}</StatusTag>}
      <QuestionField {...props} />
    </QuestionFrame>
  )
}

/** The control that a kind of question needs, with what was typed and what is wrong with it. */
export function QuestionField(props: QuestionProps) {
  const { question, locale, name } = props
  const legend = { text: named(question.text, locale, name), size: 'm' as const }
  const hint = question.hint && named(question.hint, locale, name)
  const error = props.errors.get(question.key)
  const common = { name: question.key, legend, hint, error }
  const silent = shownNoAnswer(locale, name)

  if (question.kind === 'readiness') {
    const say = words(locale)
    const ends = { least: say('ready.low'), most: say('ready.high'), noAnswer: silent }
    return <ReadinessScale {...common} {...ends} value={first(props.typed[question.key])} />
  }
  if (question.kind === 'many') {
    const items = [...choices(props), { value: noAnswer, text: silent, behaviour: 'exclusive' as const }]
    return <Checkboxes {...common} items={items} values={[props.typed[question.key] ?? []].flat()} />
  }
  if (isInWords(question)) return <Words {...props} />
  if (question.kind === 'day') return <Day {...props} />
  return (
    <Radios
      {...common}
      items={[...choices(props), { value: noAnswer, text: silent }]}
      value={first(props.typed[question.key])}
    />
  )
}

function choices({ question, locale, name }: QuestionProps) {
  return (question.options ?? []).map((option) => ({
    value: option.code,
    text: named(option.text, locale, name),
    hint: option.hint && named(option.hint, locale, name),
    behaviour: option.isAlone ? ('exclusive' as const) : undefined,
  }))
}

function Words(props: QuestionProps) {
  const { question, typed, errors, locale, name } = props
  const isPersonal = question.kind === 'own words' || question.kind === 'strengths'
  return (
    <>
      <CharacterCount
        name={question.key}
        label={{ text: named(question.text, locale, name), size: 'm' }}
        hint={question.hint && named(question.hint, locale, name)}
        maxLength={question.maxLength}
        rows={4}
        value={first(typed[question.key])}
        error={errors.get(question.key)}
      />
      {!isPersonal && <Silence {...props} />}
    </>
  )
}

function Day(props: QuestionProps) {
  const { question, typed, errors, locale, name } = props
  const part = (which: 'day' | 'month' | 'year') => first(typed[`${question.key}-${which}`]) ?? ''
  return (
    <>
      <DateInput
        name={question.key}
        legend={{ text: named(question.text, locale, name), size: 'm' }}
        hint={question.hint && named(question.hint, locale, name)}
        values={{ day: part('day'), month: part('month'), year: part('year') }}
        error={errors.get(question.key)}
      />
      <Silence {...props} />
    </>
  )
}

/** "Would rather not say" beside a field where one writes. */
function Silence({ question, typed, locale, name }: QuestionProps) {
  const field = noAnswerField(question.key)
  return (
    <Checkboxes
      name={field}
      isSmall
      items={[{ value: noAnswer, text: shownNoAnswer(locale, name) }]}
      values={[typed[field] ?? []].flat()}
    />
  )
}

const first = (value: string | string[] | undefined) => [value ?? []].flat()[0]

import {
  Checkboxes,
  DateInput,
  Details,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { cancelledReasons, missedReasons, sessionKinds, tags } from '../session-kinds.ts'
import { words } from '../words.ts'

export interface SessionFieldsProps {
  locale: Locale
  form: { typed: Typed; problems: Problem[] }
  /** Asks whom it is about: by number, or by a code of the pack. */
  asksWho?: boolean | undefined
}

/** A session on one page: the usual is filled in, so that a tag, the text and the button are enough. */
export function SessionFields({ locale, form, asksWho }: SessionFieldsProps) {
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const isMoreOpen = ['ownWords', 'minutes', 'happenedOn'].some((field) => error(field))
  return (
    <>
      {asksWho && (
        <Input
          name="who"
          label={{ text: say('form.who'), size: 'm' }}
          hint={say('form.who-hint')}
          width={10}
          autocapitalize="characters"
          autocomplete="off"
          spellcheck={false}
          value={typedText(form, 'who')}
          error={error('who')}
        />
      )}
      <Radios
        name="kind"
        legend={{ text: say('form.kind'), size: 'm' }}
        items={sessionKinds.map((kind) => ({
          value: kind,
          text: say(`kind.${kind}`),
          conditional:
            kind === 'MISSED' ? (
              <Reasons locale={locale} form={form} name="missedReason" usual="NO_REASON" codes={[...missedReasons]} />
            ) : kind === 'CANCELLED' ? (
              <Reasons locale={locale} form={form} name="cancelledReason" codes={[...cancelledReasons]} />
            ) : undefined,
        }))}
        value={typedText(form, 'kind') || 'SESSION'}
        error={error('kind')}
      />
      <Checkboxes
        name="tags"
        legend={{ text: say('form.tags'), size: 'm' }}
        class="tl-short"
        items={tags.map((tag) => ({ value: tag, text: say(`tag.${tag}`) }))}
        values={typedList(form, 'tags')}
        isSmall
      />
      <Textarea
        name="body"
        label={{ text: say('form.body'), size: 'm' }}
        hint={say('form.body-hint')}
        rows={4}
        value={typedText(form, 'body')}
        error={error('body')}
      />
      <DateInput
        name="nextOn"
        legend={{ text: say('form.next'), size: 'm' }}
        values={dayBoxes(form, 'nextOn')}
        error={error('nextOn')}
      />
      <Details summary={say('form.more')} isOpen={isMoreOpen}>
        <Textarea
          name="ownWords"
          label={say('form.own-words')}
          rows={2}
          value={typedText(form, 'ownWords')}
          error={error('ownWords')}
        />
        <Input
          name="minutes"
          label={say('form.minutes')}
          width={3}
          inputMode="numeric"
          value={typedText(form, 'minutes')}
          error={error('minutes')}
        />
        <DateInput
          name="happenedOn"
          legend={{ text: say('form.day') }}
          hint={say('form.day-hint')}
          values={dayBoxes(form, 'happenedOn')}
          error={error('happenedOn')}
        />
      </Details>
    </>
  )
}

function Reasons({
  locale,
  form,
  name,
  codes,
  usual = '',
}: Pick<SessionFieldsProps, 'locale' | 'form'> & {
  name: 'missedReason' | 'cancelledReason'
  codes: ((typeof missedReasons)[number] | (typeof cancelledReasons)[number])[]
  usual?: string
}) {
  const say = words(locale)
  const choose = usual === '' ? [{ value: '', text: say('form.choose') }] : []
  return (
    <Select
      name={name}
      label={say('form.reason')}
      items={[...choose, ...codes.map((code) => ({ value: code, text: say(`reason.${code}`) }))]}
      value={typedText(form, name) || usual}
      error={problemOf(form.problems, name, say)}
    />
  )
}

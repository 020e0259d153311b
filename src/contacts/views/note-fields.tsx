import { type CaseFrame, mayWrite } from '../../cases/index.ts'
import {
  CharacterCount,
  Checkboxes,
  DateInput,
  Input,
  problemOf,
  Radios,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { noteKinds, noteParts } from '../note-kinds.ts'
import { words } from '../words.ts'

export interface NoteFieldsProps {
  locale: Locale
  frame: CaseFrame
  form: { typed: Typed; problems: Problem[] }
  pathways: readonly { code: string; name: string }[]
  /** A kept note stays in its part of the case and on its pathway. */
  isCorrection?: boolean
}

/** What a note is made of. */
export function NoteFields({ locale, frame, form, pathways, isCorrection }: NoteFieldsProps) {
  const say = words(locale)
  const name = frame.calledName
  const parts = noteParts.filter((part) => mayWrite(frame, part))
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <>
      <CharacterCount
        name="body"
        label={{ text: say('form.body'), size: 'm' }}
        hint={say('form.body-hint')}
        maxLength={10_000}
        rows={6}
        value={typedText(form, 'body')}
        error={error('body')}
      />
      <Textarea
        name="ownWords"
        label={{ text: say('form.own-words', { name }), size: 'm' }}
        hint={say('form.own-words-hint')}
        rows={3}
        value={typedText(form, 'ownWords')}
        error={error('ownWords')}
      />
      <Radios
        name="kind"
        legend={{ text: say('form.kind'), size: 'm' }}
        isSmall
        items={noteKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
        value={typedText(form, 'kind') || 'CONTACT'}
        error={error('kind')}
      />
      {!isCorrection && (
        <Select
          name="pathway"
          label={say('form.pathway')}
          items={[
            { value: '', text: say('form.pathway-none') },
            ...pathways.map((pathway) => ({ value: pathway.code, text: pathway.name })),
          ]}
          value={typedText(form, 'pathway')}
          error={error('pathway')}
        />
      )}
      {!isCorrection && parts.length > 1 && (
        <Radios
          name="part"
          legend={{ text: say('form.part'), size: 'm' }}
          isSmall
          items={parts.map((part) => ({ value: part, text: say(`part.${part}`, { name }) }))}
          value={typedText(form, 'part') || 'notes'}
          error={error('part')}
        />
      )}
      {!isCorrection && (
        <Checkboxes
          name="isAboutVictim"
          legend={say('form.victim-legend')}
          isSmall
          items={[{ value: 'yes', text: say('form.victim') }]}
          values={[typedText(form, 'isAboutVictim')]}
        />
      )}
      <DateInput
        name="happenedOn"
        legend={{ text: say('form.when'), size: 'm' }}
        values={dayBoxes(form, 'happenedOn')}
        error={error('happenedOn')}
      />
      <Input
        name="happenedTime"
        label={say('form.time')}
        hint={say('form.time-hint')}
        width={5}
        value={typedText(form, 'happenedTime')}
        error={error('happenedTime')}
      />
      <Input
        name="lengthInMinutes"
        label={say('form.length')}
        width={4}
        inputMode="numeric"
        value={typedText(form, 'lengthInMinutes')}
        error={error('lengthInMinutes')}
      />
    </>
  )
}

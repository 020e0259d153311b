import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, DateInput, problemOf, Select } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { absenceKinds } from '../absence-kinds.ts'
import type { Absence } from '../queries/workers.ts'
import { words } from '../words.ts'

export interface Colleague {
  accountId: string
  name: string
}

interface AbsencesProps {
  locale: Locale
  absences: readonly Absence[]
  /** Where one of them is ended, or given somebody who stands in. */
  at: (absence: Absence) => string
  /** Who may stand in; undefined where the reader does not name them. */
  colleagues?: readonly Colleague[]
}

/** Absences that are not over. */
export function Absences({ locale, absences, at, colleagues }: AbsencesProps) {
  const say = words(locale)
  if (absences.length === 0) return <p class="govuk-body">{say('absences.none')}</p>
  return (
    <ul class="tl-list">
      {absences.map((absence) => {
        const [from, until] = [formatDay(locale, absence.fromOn), formatDay(locale, absence.untilOn)]
        const days = say('absence.from-until', { from, until })
        const hidden = <span class="govuk-visually-hidden">: {days}</span>
        return (
          <li>
            <b>{days}</b>
            <p>
              {say(`kind.${absence.kind}`)},{' '}
              {absence.coverName ? say('away.cover', { name: absence.coverName }) : say('away.no-cover')}
            </p>
            {colleagues && (
              <form method="post" action={`${at(absence)}/cover`}>
                <input type="hidden" name="formId" value={newId()} />
                <Cover
                  locale={locale}
                  id={`cover-${absence.id}`}
                  colleagues={colleagues}
                  value={absence.coverId ?? ''}
                />
                <Button kind="secondary">
                  {say('absence.set-cover')}
                  {hidden}
                </Button>
              </form>
            )}
            <form method="post" action={`${at(absence)}/end`}>
              <input type="hidden" name="formId" value={newId()} />
              <Button kind="secondary">
                {say('absence.end')}
                {hidden}
              </Button>
            </form>
          </li>
        )
      })}
    </ul>
  )
}

interface CoverProps {
  locale: Locale
  id: string
  colleagues: readonly Colleague[]
  value: string
  hint?: string
  error?: ReturnType<typeof problemOf>
}

function Cover({ locale, id, colleagues, value, hint, error }: CoverProps) {
  const say = words(locale)
  const items = colleagues.map(({ accountId, name }) => ({ value: accountId, text: name }))
  const nobody = { value: '', text: say('absence.nobody') }
  return (
    <Select id={id} name="coverId" label={say('absence.cover')} hint={hint} value={value} error={error} items={[nobody, ...items]} /> // biome-ignore format: one line
  )
}

interface AbsenceFormProps {
  locale: Locale
  action: string
  form: FormState<unknown>
  colleagues?: readonly Colleague[]
}

/** From when until when, why, and who stands in. */
export function AbsenceForm({ locale, action, form, colleagues }: AbsenceFormProps) {
  const say = words(locale)
  const error = (name: string) => problemOf(form.problems, name, say)
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <DateInput name="from" legend={say('absence.from')} values={dayBoxes(form, 'from')} error={error('from')} />
      <DateInput name="until" legend={say('absence.until')} values={dayBoxes(form, 'until')} error={error('until')} />
      <Select
        name="kind"
        label={say('absence.kind')}
        hint={say('absence.kind-hint')}
        value={typedText(form, 'kind')}
        error={error('kind')}
        items={absenceKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
      />
      {colleagues && (
        <Cover
          locale={locale}
          id="coverId"
          colleagues={colleagues}
          value={typedText(form, 'coverId')}
          hint={say('absence.cover-hint')}
          error={error('coverId')}
        />
      )}
      <Button>{say('absence.save')}</Button>
    </form>
  )
}

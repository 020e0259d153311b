import { dayAt } from '../../platform/calendar-day.ts'
import { newId } from '../../platform/ids.ts'
import { Button, DateInput, problemOf, Section, Textarea } from '../../platform/web/components/index.ts'
import { dayBoxes, typedDay } from '../../platform/web/day-field.ts'
import { typedText } from '../../platform/web/form.ts'
import { entryCodes, entryKinds } from '../entry-kinds.ts'
import type { Entry } from '../queries/entries.ts'
import { type Say, words } from '../words.ts'
import type { PlaceProps } from './place-page.tsx'
import { capital } from './said.ts'

/** "Behaviour on the wing: better than before". */
export function entryTitle(say: Say, { kind, code }: Pick<Entry, 'kind' | 'code'>): string {
  const title = say(`kind.${kind}`)
  return code ? say('entry.titled', { kind: title, code: say(`code.${kind}.${code}` as 'code.CONTACT.CALL') }) : title
}

/** Writing freely about somebody, or one of the things that are counted. */
export function EntryForm({ page, place, form }: PlaceProps) {
  const say = words(page.locale)
  const chosen = typedText(form, 'what')
  const error = problemOf(form.problems, 'what', say)
  const day = form.typed['happened-day'] === undefined ? { typed: typedDay('happened', dayAt(page.now)) } : form
  return (
    <Section id="write" title={say('entry.title')}>
      <form method="post" action={`/course-places/${place.id}/entries`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
          <label class="govuk-label" for="what">
            {say('entry.what')}
          </label>
          <div id="what-hint" class="govuk-hint">
            {say('entry.what-hint')}
          </div>
          {error && (
            <p id="what-error" class="govuk-error-message">
              {error}
            </p>
          )}
          <select class="govuk-select" id="what" name="what" aria-describedby="what-hint">
            {entryKinds.map((kind) => {
              const codes: readonly string[] = entryCodes[kind]
              if (codes.length === 0)
                return (
                  <option value={kind} selected={chosen === kind}>
                    {say(`kind.${kind}`)}
                  </option>
                )
              return (
                <optgroup label={say(`kind.${kind}`)}>
                  {codes.map((code) => (
                    <option value={`${kind}:${code}`} selected={chosen === `${kind}:${code}`}>
                      {capital(say(`code.${kind}.${code}` as 'code.CONTACT.CALL'))}
                    </option>
                  ))}
                </optgroup>
              )
            })}
          </select>
        </div>
        <DateInput
          name="happened"
          legend={say('entry.day')}
          values={dayBoxes(day, 'happened')}
          error={problemOf(form.problems, 'happened', say)}
        />
        <Textarea
          name="words"
          label={say('entry.words')}
          rows={4}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
        />
        <Button>{say('entry.go')}</Button>
      </form>
    </Section>
  )
}

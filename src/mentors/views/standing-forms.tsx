import { newId } from '../../platform/ids.ts'
import { Button, DateInput, Details, Input, problemOf, Select } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { stages } from '../kinds.ts'
import { words } from '../words.ts'
import type { MentorPageProps } from './mentor-page.tsx'
import { fieldsOf } from './parts.tsx'

const isAbout = (form: MentorPageProps['form'], field: string) =>
  form.problems.some((problem) => problem.field === field)

/** Which stage, who supervises them, how they sign in. */
export function StandingForm({ page, mentor, accounts, form }: MentorPageProps) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  const kept = { stage: mentor.stage, supervisorId: mentor.supervisorId ?? '', accountId: mentor.accountId ?? '' }
  const filled = (name: keyof typeof kept) => ({ ...field(name), value: field(name).value || kept[name] })
  const people = [{ value: '', text: say('standing.nobody') }, ...accounts.map(({ id, name }) => ({ value: id, text: name }))] // biome-ignore format: one line
  return (
    <Details summary={say('standing.title')} isOpen={isAbout(form, 'stage') || isAbout(form, 'supervisorId')}>
      <form method="post" action={`/mentors/${mentor.id}/standing`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={mentor.version} />
        <Select
          label={say('standing.stage')}
          items={stages.map((value) => ({ value, text: say(`stage.${value}`) }))}
          {...filled('stage')}
        />
        <Select label={say('standing.supervisor')} items={people} {...filled('supervisorId')} />
        <Select
          label={say('standing.account')}
          hint={say('standing.account-hint')}
          items={people}
          {...filled('accountId')}
        />
        <Button kind="secondary">{say('save')}</Button>
      </form>
    </Details>
  )
}

/** Closing the record that they may have. */
export function RecordForm({ page, mentor, form }: MentorPageProps) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <Details summary={say('record.title')} isOpen={isAbout(form, 'number')}>
      <p class="govuk-body">{say('record.text')}</p>
      <form method="post" action={`/mentors/${mentor.id}/own-record`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input label={say('record.number')} hint={say('record.number-hint')} width={20} {...field('number')} />
        <Input label={say('record.given')} width={20} {...field('givenName')} />
        <Input label={say('record.family')} width={20} {...field('familyName')} />
        <DateInput
          name="born"
          legend={say('record.born')}
          values={dayBoxes(form, 'born')}
          error={problemOf(form.problems, 'born', say)}
        />
        <Button kind="secondary">{say('record.close')}</Button>
      </form>
      <p class="govuk-body">{say('record.reopen-text')}</p>
      <form method="post" action={`/mentors/${mentor.id}/own-record/reopening`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('record.reopen')}</Button>
      </form>
    </Details>
  )
}

export function LeaveForm({ page, mentor, form }: MentorPageProps) {
  const say = words(page.locale)
  return (
    <Details summary={say('leave.title')} isOpen={isAbout(form, 'why')}>
      {mentor.load > 0 ? (
        <p class="govuk-body">{say('leave.has-matches')}</p>
      ) : (
        <form method="post" action={`/mentors/${mentor.id}/leaving`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input label={say('leave.why')} {...fieldsOf(page.locale, form)('why')} />
          <Button kind="warning">{say('leave.go')}</Button>
        </form>
      )}
    </Details>
  )
}

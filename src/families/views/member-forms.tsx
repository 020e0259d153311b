import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  problemOf,
  Radios,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { blankForm, typedList, typedText } from '../../platform/web/form.ts'
import { contactKinds } from '../kinds.ts'
import { words } from '../words.ts'
import type { MemberProps } from './member-part.tsx'

/** The fields of a form about one of the family: ids of their own, unless it is the one that was not kept. */
function fieldsOf({ page, member, unsent }: MemberProps) {
  const say = words(page.locale)
  const isUnsent = unsent.at === member.id
  const form = isUnsent ? unsent.form : blankForm
  const idOf = (name: string) => (isUnsent ? name : `${name}-${member.id}`)
  const error = (name: string) => problemOf(form.problems, name, say)
  const field = (name: string) => ({ name, value: typedText(form, name), error: error(name) })
  const isAbout = (...names: string[]) => form.problems.some(({ field: at }) => names.includes(at))
  return { say, form, idOf, error, field, isAbout }
}

/** What is asked of the person alone, before anybody sees their release date. */
export function CheckForm(props: MemberProps) {
  const { page, frame, member } = props
  const { say, form, idOf, error, field, isAbout } = fieldsOf(props)
  const [name, other] = [frame.calledName, member.name]
  if (!member.shares.includes('RELEASE_DATE')) return null
  const yesNo = ['yes', 'no'].map((value) => ({ value, text: say(value === 'yes' ? 'yes' : 'no') }))
  return (
    <Details summary={say('check', { name })} isOpen={isAbout('isAlone', 'isOwnWish', 'isSafe', 'outcome')}>
      <p class="govuk-body">{say('check.text', { name })}</p>
      {member.checks.map(({ outcome, at, words: said }) => (
        <p class="govuk-body tl-kept">{`${formatAt(page.locale, new Date(at))}: ${say(`outcome.${outcome}`)}. ${said}`}</p>
      ))}
      <form method="post" action={`/cases/${frame.caseId}/family/${member.id}/check`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Checkboxes
          name="isAlone"
          idPrefix={idOf('isAlone')}
          legend={say('check.where')}
          values={typedList(form, 'isAlone')}
          error={error('isAlone')}
          items={[{ value: 'yes', text: say('check.alone', { name }) }]}
        />
        <Radios
          {...field('isOwnWish')}
          idPrefix={idOf('isOwnWish')}
          legend={say('check.own-wish', { name, other })}
          items={yesNo}
        />
        <Radios
          {...field('isSafe')}
          idPrefix={idOf('isSafe')}
          legend={say('check.safe', { name, other })}
          items={yesNo}
        />
        <Radios
          {...field('outcome')}
          idPrefix={idOf('outcome')}
          legend={say('check.outcome', { other })}
          items={(['SHOW', 'NOT_NOW'] as const).map((value) => ({ value, text: say(`outcome.${value}`) }))}
        />
        <Textarea {...field('words')} id={idOf('words')} label={say('check.words')} rows={2} />
        <Button kind="secondary">{say('check.save')}</Button>
      </form>
    </Details>
  )
}

export function ContactForm(props: MemberProps) {
  const { frame, member } = props
  const { say, form, idOf, error, field, isAbout } = fieldsOf(props)
  return (
    <Details summary={say('contact', { other: member.name })} isOpen={isAbout('kind', 'on')}>
      <form method="post" action={`/cases/${frame.caseId}/family/${member.id}/contacts`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          {...field('kind')}
          id={idOf('kind')}
          label={say('contact.kind')}
          items={contactKinds.map((value) => ({ value, text: say(`contact.${value}`) }))}
        />
        <DateInput
          name="on"
          id={idOf('on')}
          legend={say('contact.on')}
          values={dayBoxes(form, 'on')}
          error={error('on')}
        />
        <Button kind="secondary">{say('contact.save')}</Button>
      </form>
    </Details>
  )
}

/** Where care and responsibility pull apart: who cares for the children, who is asked for too much. */
export function ConflictForm(props: MemberProps) {
  const { frame, member } = props
  const { say, form, idOf, error, isAbout } = fieldsOf(props)
  return (
    <Details summary={say('conflict')} isOpen={isAbout('conflict')}>
      <form method="post" action={`/cases/${frame.caseId}/family/${member.id}/conflict`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Textarea
          name="conflict"
          id={idOf('conflict')}
          label={say('conflict.words')}
          hint={say('conflict.hint')}
          value={isAbout('conflict') ? typedText(form, 'conflict') : member.conflict}
          error={error('conflict')}
          rows={3}
        />
        <Button kind="secondary">{say('conflict.save')}</Button>
      </form>
    </Details>
  )
}

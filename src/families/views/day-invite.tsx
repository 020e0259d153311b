import { mayWrite } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Checkboxes, Link, problemOf, Radios, Section, Select } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { blankForm, typedList, typedText } from '../../platform/web/form.ts'
import { dayConsentWays } from '../kinds.ts'
import { words } from '../words.ts'
import type { FamilyProps } from './family-page.tsx'

/** The days to which the person and their family are invited, and inviting them to one that is to come. */
export function DayInvite(props: FamilyProps) {
  const { page, frame, days, dayInvitations } = props
  const { locale } = page
  const say = words(locale)
  const name = frame.calledName
  const open = days.filter(({ isOver, calledOffAt, startsAt }) => !isOver && !calledOffAt && startsAt > page.now)
  return (
    <Section id="h-days" title={say('days.title')} more={<Link href="/families/days">{say('days.all')}</Link>}>
      {open.length === 0 && dayInvitations.length === 0 && <p class="govuk-body">{say('days.none')}.</p>}
      <ul class="tl-list">
        {dayInvitations.map(({ dayId, startsAt, memberName, answer, attendance, isCalledOff }) => (
          <li>
            <Link href={`/families/days/${dayId}`}>{formatAt(locale, startsAt, 'full')}</Link>, {memberName ?? name}:{' '}
            {isCalledOff ? say('days.called-off') : say(`attendance.${attendance ?? answer ?? 'NO_ANSWER'}`)}
          </li>
        ))}
      </ul>
      {open.length > 0 && mayWrite(frame, 'family') && frame.isOpen && !frame.diedOn && <InviteForm {...props} />}
    </Section>
  )
}

function InviteForm({ page, frame, days, members, unsent }: FamilyProps) {
  const { locale, now } = page
  const say = words(locale)
  const form = unsent.at === 'day' ? unsent.form : blankForm
  const error = (field: string) => problemOf(form.problems, field, say)
  const name = frame.calledName
  const may = members.filter(({ stoppedAt, isBlocked }) => !stoppedAt && !isBlocked)
  const open = days.filter(({ isOver, calledOffAt, startsAt }) => !isOver && !calledOffAt && startsAt > now)
  return (
    <form method="post" action={`/cases/${frame.caseId}/family/days`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        name="dayId"
        label={say('days.which', { name })}
        value={typedText(form, 'dayId')}
        error={error('dayId')}
        items={[
          { value: '', text: say('choose') },
          ...open.map(({ id, startsAt }) => ({ value: id, text: formatAt(locale, startsAt, 'full') })),
        ]}
      />
      {may.length > 0 && (
        <Checkboxes
          name="invitedId"
          legend={say('days.whom', { name })}
          isSmall
          values={typedList(form, 'invitedId')}
          items={may.map(({ id, name: text }) => ({ value: id, text }))}
        />
      )}
      <Radios
        name="dayConsent"
        legend={say('days.consent', { name })}
        isSmall
        value={typedText(form, 'dayConsent')}
        error={error('dayConsent')}
        items={dayConsentWays.map((value) => ({ value, text: say(`consent.${value}`) }))}
      />
      <Button kind="secondary">{say('days.invite')}</Button>
    </form>
  )
}

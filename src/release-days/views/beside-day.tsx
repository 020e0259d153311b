import { mayWrite, sees } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Link, Note, WayOn } from '../../platform/web/components/index.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { timeOf } from '../minutes.ts'
import { words } from '../words.ts'
import type { RehearsalProps } from './rehearsal-page.tsx'

/** Who meets the person, and how the day begins. */
export function Gate({ page, frame, decided, isDecided }: RehearsalProps) {
  const say = words(page.locale)
  const { meetsName: name, meetingConfirmedAt } = decided
  return (
    <Note level={3} title={say('gate.title')}>
      <p>{name ? say(meetingConfirmedAt ? 'gate.confirmed' : 'gate.waiting', { name }) : say('gate.nobody')}</p>
      {name && !meetingConfirmedAt && mayWrite(frame, 'plan') && (
        <form method="post" action={`/cases/${frame.caseId}/release-day/meeting`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('gate.confirm', { name })}</Button>
        </form>
      )}
      {mayWrite(frame, 'plan') && (
        <WayOn href={`/cases/${frame.caseId}/release-day/decide`}>
          {say(isDecided ? 'decide.change' : 'decide.first')}
        </WayOn>
      )}
    </Note>
  )
}

/** Where the times and hours come from, and the page for the person. */
export function Sources({ page, frame, on, by, plan, legs }: RehearsalProps) {
  const say = words(page.locale)
  return (
    <Note level={3} title={say('sources.title')}>
      <p>{say('sources.text', { count: legs.length })}</p>
      <p>
        {plan.curfewAt === null ? say('sources.no-curfew') : say('sources.curfew', { time: timeOf(plan.curfewAt) })}
      </p>
      {!sees(frame, 'health') && <p>{say('sources.health')}</p>}
      <WayOn href="/travel-times">{say('travel.title')}</WayOn>
      <WayOn href={`/cases/${frame.caseId}/licence`}>{say('licence')}</WayOn>
      <WayOn href={`/cases/${frame.caseId}/first-days`}>{say('first.title')}</WayOn>
      <WayOn href="/first-contacts">{say('missed.title')}</WayOn>
      <p class="tl-noprint">{say('paper.print', { name: frame.calledName })}</p>
      <ul class="govuk-list tl-noprint">
        {locales.map((locale) => (
          <li>
            <Link
              href={`/cases/${frame.caseId}/release-day.pdf?${new URLSearchParams({ on: on!, by, language: locale })}`}
            >
              {localeNames[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}

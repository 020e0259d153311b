import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { addDays, dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Empty,
  Input,
  PageHead,
  ProblemSummary,
  StatusTag,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { outcomes } from '../outcomes.ts'
import type { FirstContact } from '../queries/first-days.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  contacts: readonly FirstContact[]
  expected: readonly number[]
  form: FormState<unknown>
}

const all = Array.from({ length: 14 }, (_, index) => index + 1)

/** Days 1 to 14 after release: when somebody was to be heard from, and what happened. */
export function FirstDaysPage({ page, frame, contacts, expected, form }: Props) {
  const say = words(page.locale)
  const sinceRelease = frame.releaseOn ? daysBetween(frame.releaseOn, dayAt(page.now)) : 0
  const shown = all.filter((day) => day <= sinceRelease)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="release-day"
      title={say('first.title')}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`/cases/${frame.caseId}/release-day`}>{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('first.title')} sub={say('first.sub')} />
      {!sees(frame, 'plan') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'plan') && shown.length === 0 && (
        <Empty title={say('first.none')}>
          <p class="govuk-body">{say('first.none-text')}</p>
        </Empty>
      )}
      {sees(frame, 'plan') && frame.releaseOn && (
        <ol class="tl-list">
          {shown.map((day) => (
            <li>
              <h2 class="govuk-heading-s">
                {say('first.day', { number: day, day: formatDay(page.locale, addDays(frame.releaseOn!, day)) })}{' '}
                {isMissed(day, contacts, expected, sinceRelease) && (
                  <StatusTag tone="bad">{say('first.missed')}</StatusTag>
                )}
              </h2>
              {contacts
                .filter(({ dayNumber }) => dayNumber === day)
                .map(({ outcome, note, byName }) => (
                  <p class="tl-kept">
                    {say('first.was', { outcome: say(`outcome.${outcome}`), name: byName })} {note}
                  </p>
                ))}
              {mayWrite(frame, 'plan') && <Record page={page} frame={frame} day={day} />}
            </li>
          ))}
        </ol>
      )}
    </CaseLayout>
  )
}

function isMissed(
  day: number,
  contacts: readonly FirstContact[],
  expected: readonly number[],
  sinceRelease: number,
): boolean {
  const isHeard = contacts.some(({ dayNumber, outcome }) => dayNumber === day && outcome !== 'NO_ANSWER')
  return expected.includes(day) && day < sinceRelease && !isHeard
}

/** One click says what happened; a note may go with it. */
function Record({ page, frame, day }: Pick<Props, 'page' | 'frame'> & { day: number }) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/cases/${frame.caseId}/first-days`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="dayNumber" value={day} />
      <Input name="note" id={`note-${day}`} label={say('first.note', { number: day })} />
      {outcomes.map((outcome) => (
        <>
          <Button kind="secondary" name="outcome" value={outcome}>
            {say(`outcome.${outcome}`)}
            <span class="govuk-visually-hidden">{` ${say('first.on', { number: day })}`}</span>
          </Button>{' '}
        </>
      ))}
    </form>
  )
}

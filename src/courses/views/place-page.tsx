import { addMonths, dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Link,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { entryCodes, monthsOfOwnProgramme } from '../entry-kinds.ts'
import type { Course } from '../queries/courses.ts'
import type { Entry, Measured } from '../queries/entries.ts'
import type { Place } from '../queries/places.ts'
import { words } from '../words.ts'
import { EntryForm, entryTitle } from './entry-form.tsx'
import { MeasuresPart } from './measures-part.tsx'
import { capital } from './said.ts'

export interface PlaceProps {
  page: PageContext
  course: Course
  place: Place
  entries: readonly Entry[]
  measured: readonly Measured[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayWork: boolean
}

/** One participant: how it stands, what was written, what they answered, and leaving. All of it stands behind the wall. */
export function PlacePage(props: PlaceProps) {
  const { page, course, place, entries, form, mayWork } = props
  const say = words(page.locale)
  const name = place.name || say('place.not-shared')
  const { state, attended, missed, waitsSince, leftAt } = place
  return (
    <Layout page={page} title={`${name}, ${course.name}`} hasProblems={form.problems.length > 0}>
      <BackLink href={`/courses/${course.id}`}>{course.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={name}
        sub={
          state === 'WAITLISTED'
            ? say(course.startsOn <= dayAt(page.now) ? 'people.began' : 'people.waits', {
                day: formatDay(page.locale, waitsSince),
                starts: formatDay(page.locale, course.startsOn),
              })
            : `${say(`state.${state}`)}. ${say('people.came', { attended, missed })}`
        }
        actions={place.name ? <Link href={`/cases/${place.caseId}`}>{say('place.case')}</Link> : undefined}
      />
      <p class="govuk-body tl-quiet">{say('place.wall', { agency: course.agencyName })}</p>
      {mayWork && <EntryForm {...props} />}
      <Section id="h-entries" title={say('place.entries')}>
        {entries.length === 0 && <p class="govuk-body">{say('place.no-entries')}</p>}
        <PlainList>
          {entries.map((entry) => (
            <li>
              <strong>{entryTitle(say, entry)}</strong>
              {entry.words && <p class="tl-m0">{entry.words}</p>}
              <p class="tl-m0 tl-quiet">
                {say('place.by', { day: formatDay(page.locale, entry.happenedOn), name: entry.madeByName })}
                {entry.kind === 'OWN_PROGRAMME' &&
                  ` ${say('own-programme.until', { day: formatDay(page.locale, addMonths(entry.happenedOn, monthsOfOwnProgramme)) })}`}
              </p>
            </li>
          ))}
        </PlainList>
      </Section>
      <MeasuresPart {...props} />
      {mayWork && !course.endedAt && !leftAt && <LeaveForm {...props} />}
      {mayWork && leftAt && !course.endedAt && (
        <form method="post" action={`/course-places/${place.id}/return`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={place.version} />
          <p class="govuk-body">{say('leave.left', { day: formatDay(page.locale, dayAt(leftAt)) })}</p>
          <Button kind="secondary">{say('leave.back')}</Button>
        </form>
      )}
    </Layout>
  )
}

function LeaveForm({ page, place, form }: PlaceProps) {
  const say = words(page.locale)
  const ways = place.enrolledAt
    ? (['COMPLETED', 'DROPPED_OUT', 'WITHDRAWN'] as const)
    : (['WITHDRAWN', 'NOT_TAKEN_IN'] as const)
  return (
    <Section id="h-leave" title={say(place.enrolledAt ? 'leave.title' : 'leave.title-waiting')}>
      <form method="post" action={`/course-places/${place.id}/leaving`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={place.version} />
        <Radios
          name="how"
          legend={say('leave.how')}
          items={ways.map((value) => ({ value, text: say(`state.${value}`), hint: say(`leave.hint-${value}`) }))}
          value={typedText(form, 'how')}
          error={problemOf(form.problems, 'how', say)}
        />
        <Select
          name="code"
          label={say('leave.why')}
          hint={say('leave.why-hint')}
          items={entryCodes.LEAVING.map((value) => ({ value, text: capital(say(`code.LEAVING.${value}`)) }))}
          value={typedText(form, 'code') || 'NOT_TOLD'}
        />
        <Textarea
          name="words"
          id="leave-words"
          label={say('leave.words')}
          rows={3}
          value={typedText(form, 'how') ? typedText(form, 'words') : ''}
        />
        <Button kind="secondary">{say('leave.go')}</Button>
      </form>
    </Section>
  )
}

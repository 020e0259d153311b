import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Link, PlainList, Section, StatusTag, WayOn } from '../../platform/web/components/index.ts'
import type { CheckState } from '../queries/courses.ts'
import type { Place } from '../queries/places.ts'
import { words } from '../words.ts'
import type { CourseProps } from './course-page.tsx'

/** The group, the waiting list with its days, and who left. */
export function PeoplePart(props: CourseProps) {
  const { page, course, places, mayWork } = props
  const say = words(page.locale)
  const parts = {
    group: places.filter(({ enrolledAt, leftAt }) => enrolledAt && !leftAt),
    waiting: places.filter(({ enrolledAt, leftAt }) => !enrolledAt && !leftAt),
    left: places.filter(({ leftAt }) => leftAt),
  }
  return (
    <>
      {(['group', 'waiting', 'left'] as const).map((name) => (
        <Section id={`h-${name}`} title={say(`people.${name}`, { count: parts[name].length })}>
          {parts[name].length === 0 && <p class="govuk-body">{say(`people.${name}-none`)}</p>}
          <PlainList>
            {parts[name].map((place) => (
              <Line {...props} place={place} />
            ))}
          </PlainList>
          {name === 'waiting' && mayWork && !course.endedAt && (
            <WayOn href={`/courses/${course.id}/eligible`}>{say('people.find')}</WayOn>
          )}
        </Section>
      ))}
    </>
  )
}

const checkTone = { ASK: 'warn', MAY: 'good', MAY_NOT: 'bad' } as const satisfies Record<CheckState, string>

function Line({ page, course, place, states, mayWork }: CourseProps & { place: Place }) {
  const say = words(page.locale)
  const { id, name, cell, state, waitsSince, attended, missed, version, isMissing, failedRules } = place
  const check = states[id]
  const isWaiting = state === 'WAITLISTED'
  return (
    <li>
      <Link class="tl-link tl-link--strong" href={`/course-places/${id}`}>
        {name || say('place.not-shared')}
      </Link>{' '}
      {cell && <span class="tl-quiet tl-num">{cell}</span>}{' '}
      {isMissing && <StatusTag tone="warn">{say('missing.tag')}</StatusTag>}{' '}
      {check && <StatusTag tone={checkTone[check]}>{say(`check.${check}`)}</StatusTag>}
      <p class="tl-m0 tl-num">
        {isWaiting
          ? say(course.startsOn <= dayAt(page.now) ? 'people.began' : 'people.waits', {
              day: formatDay(page.locale, waitsSince),
              starts: formatDay(page.locale, course.startsOn),
            })
          : `${say(`state.${state}`)}. ${say('people.came', { attended, missed })}`}
      </p>
      {isWaiting && failedRules.length > 0 && (
        <p class="tl-m0">
          {say('people.failed', { rules: failedRules.map((rule) => say(`failed.${rule}`)).join(' ') })}
        </p>
      )}
      {isWaiting && mayWork && !course.endedAt && (
        <form method="post" action={`/course-places/${id}/enrolment`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={version} />
          <button type="submit" class="tl-linklike">
            {say('people.enrol')}
            <span class="govuk-visually-hidden">: {name}</span>
          </button>
        </form>
      )}
    </li>
  )
}

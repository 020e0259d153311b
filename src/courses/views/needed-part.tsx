import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Link, Note } from '../../platform/web/components/index.ts'
import { words } from '../words.ts'
import type { CourseProps } from './course-page.tsx'
import { sessionTitle } from './said.ts'

/** What needs a person now: somebody missing, marks that differ, what hinders the beginning. */
export function NeededPart({ page, course, places, hindrances, sessions, mayWork }: CourseProps) {
  const say = words(page.locale)
  const due = sessions.find(
    ({ startsAt, cancelledAt, marked }) => !cancelledAt && marked === 0 && dayAt(startsAt) <= dayAt(page.now),
  )
  const missing = places.filter(({ isMissing }) => isMissing)
  const differing = places.some(({ differing }) => differing > 0)
  const mayConfirm = !course.confirmedAt && !course.endedAt
  return (
    <>
      {due && mayWork && course.confirmedAt && !course.endedAt && (
        <p class="govuk-body">
          <Button href={`/course-sessions/${due.id}/register`}>
            {say('needed.register', { title: sessionTitle(page.locale, course, due) })}
          </Button>
        </p>
      )}
      {missing.length > 0 && !course.endedAt && (
        <Note tone="warn" title={say('missing.title', { count: missing.length })}>
          <ul class="govuk-list">
            {missing.map(({ id, name, missedOn }) => (
              <li>
                <Link href={`/course-places/${id}#write`}>{name || say('place.not-shared')}</Link>
                {missedOn && `, ${say('missing.since', { day: formatDay(page.locale, missedOn) })}`}
              </li>
            ))}
          </ul>
          <p>{say('missing.text')}</p>
        </Note>
      )}
      {differing && (
        <Note tone="warn" title={say('differs.title')}>
          <p>{say('differs.text')}</p>
        </Note>
      )}
      {mayConfirm && (
        <Note title={say('confirm.title')} {...(hindrances.length > 0 ? { tone: 'warn' as const } : {})}>
          {hindrances.map((hindrance) => (
            <p>{say(`hindrance.${hindrance}`, { smallest: course.smallest, largest: course.largest })}</p>
          ))}
          {hindrances.length === 0 && mayWork && (
            <form method="post" action={`/courses/${course.id}/confirmation`}>
              <input type="hidden" name="formId" value={newId()} />
              <p>{say('confirm.text')}</p>
              <Button>{say('confirm.go')}</Button>
            </form>
          )}
        </Note>
      )}
    </>
  )
}

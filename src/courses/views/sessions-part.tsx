import { formatAt } from '../../platform/dates.ts'
import { Link, PlainList, Section, Status, StatusTag } from '../../platform/web/components/index.ts'
import { words } from '../words.ts'
import type { CourseProps } from './course-page.tsx'
import { sessionTitle } from './said.ts'

/** The meetings of a course in the order of their days, each with its register. */
export function SessionsPart({ page, course, sessions, places, isOwn, mayWork }: CourseProps) {
  const say = words(page.locale)
  const group = places.filter(({ enrolledAt, leftAt }) => enrolledAt && !leftAt).length
  const next = sessions.find(({ cancelledAt, marked }) => !cancelledAt && marked === 0)
  return (
    <Section id="h-sessions" title={say('sessions.title')}>
      <PlainList>
        {sessions.map((session) => {
          const { id, startsAt, cancelledAt, marked, markedBeforeMove } = session
          const isDue = isOwn && !cancelledAt && !course.endedAt && (startsAt <= page.now || session === next)
          return (
            <li>
              {isOwn ? (
                <Link class="tl-link tl-link--strong" href={`/course-sessions/${id}`}>
                  {sessionTitle(page.locale, course, session)}
                </Link>
              ) : (
                <strong>{sessionTitle(page.locale, course, session)}</strong>
              )}
              <p class="tl-m0 tl-num">{formatAt(page.locale, startsAt)}</p>
              {cancelledAt && <Status glyph="decl">{say('sessions.cancelled')}</Status>}
              {isOwn && !cancelledAt && marked > 0 && (
                <Status glyph="done">{say('sessions.marked', { marked, of: Math.max(group, marked) })}</Status>
              )}
              {isOwn && !cancelledAt && marked === 0 && startsAt <= page.now && (
                <StatusTag tone="warn">{say('sessions.not-marked')}</StatusTag>
              )}
              {markedBeforeMove > 0 && <StatusTag tone="warn">{say('sessions.marked-before-move')}</StatusTag>}
              {isDue && mayWork && (
                <p class="tl-m0">
                  <Link class="tl-do" href={`/course-sessions/${id}/register`}>
                    {say(marked > 0 ? 'sessions.register-again' : 'sessions.register')}
                    <span class="govuk-visually-hidden">: {sessionTitle(page.locale, course, session)}</span>
                  </Link>
                </p>
              )}
            </li>
          )
        })}
      </PlainList>
    </Section>
  )
}

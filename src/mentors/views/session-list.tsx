import { pathwayLabel } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { PlainList } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Session } from '../queries/sessions.ts'
import { words } from '../words.ts'

interface Props {
  locale: Locale
  sessions: readonly Session[]
  userId: string
  /** What a mentor calls whom they walk with, by match. */
  called?: ReadonlyMap<string, { called: string }> | undefined
}

/** Sessions and contacts, the latest first; one's own can be taken back. */
export function SessionList({ locale, sessions, userId, called }: Props) {
  const say = words(locale)
  return (
    <PlainList>
      {sessions.map((session) => {
        const name = called?.get(session.matchId ?? '')?.called || session.personName
        const day = formatDay(locale, session.happenedOn)
        const kind = say(`kind.${session.kind}`)
        return (
          <li>
            <strong>{day}</strong>{' '}
            {session.matchId
              ? name
                ? say('session.with', { kind, name })
                : kind
              : `${say('session.one-off')}: ${kind}`}
            {session.minutes && `, ${say('log.min', { count: session.minutes })}`}
            {session.topics.length > 0 && (
              <p class="tl-m0 tl-quiet">{session.topics.map((topic) => pathwayLabel(locale, topic)).join(', ')}</p>
            )}
            {session.words && <p class="tl-m0">{session.words}</p>}
            {session.madeById === userId && (
              <form method="post" action={`/mentoring/sessions/${session.id}/withdrawal`}>
                <input type="hidden" name="formId" value={newId()} />
                <button type="submit" class="tl-linklike">
                  {say('log.undo')}
                  <span class="govuk-visually-hidden">: {day}</span>
                </button>
              </form>
            )}
          </li>
        )
      })}
    </PlainList>
  )
}

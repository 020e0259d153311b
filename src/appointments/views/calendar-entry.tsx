import { formatTime } from '../../platform/dates.ts'
import { Link, StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { CalendarEntry } from '../queries/calendar.ts'
import { words } from '../words.ts'

/** One appointment on the calendar: when, what, who, where. What is not shared is taken, and nothing else. */
export function EntryOnCalendar({ locale, entry }: { locale: Locale; entry: CalendarEntry }) {
  const say = words(locale)
  const [from, until] = [formatTime(locale, entry.startsAt), formatTime(locale, entry.endsAt)]
  const time = (
    <time class="tl-cal__time" datetime={entry.startsAt.toISOString()}>
      {from}–{until}
    </time>
  )
  if (!entry.id) {
    return (
      <li class="tl-cal__entry is-busy">
        {time}
        <b>{say('calendar.busy')}</b>
        <p>{[entry.withName, say('calendar.busy-text')].filter(Boolean).join('. ')}</p>
      </li>
    )
  }
  return (
    <li class={entry.isOff ? 'tl-cal__entry is-off' : 'tl-cal__entry'}>
      {time}
      {entry.caseId ? (
        <Link class="tl-link tl-link--strong" href={`/appointments/${entry.id}`}>
          {entry.title}
        </Link>
      ) : (
        <b>{entry.title}</b>
      )}
      <p>{[entry.personName, entry.withName, entry.place].filter(Boolean).join(', ')}</p>
      {entry.isOff && <StatusTag>{say('line.cancelled')}</StatusTag>}
      {entry.cannotCome && !entry.isOff && <StatusTag tone="warn">{say('calendar.cannot-come')}</StatusTag>}
      {entry.attendance && <p>{say(`attendance.${entry.attendance}`)}</p>}
    </li>
  )
}

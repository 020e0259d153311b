import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Link, PlainList, Section, StatusTag } from '../../platform/web/components/index.ts'
import { isDueNow, isOnNow } from '../read-board.ts'
import { words } from '../words.ts'
import type { BoardProps } from './board-page.tsx'
import { spanSaid, timeSaid } from './said.ts'

/** Who is on now, who comes next, and when nobody does. */
export function WhoIsOn({ page, board: { line, shifts, gaps } }: BoardProps) {
  const { locale, now } = page
  const say = words(locale)
  const nowOn = shifts.filter((shift) => isOnNow(shift, now) || isDueNow(shift, now))
  const next = shifts.filter((shift) => !nowOn.includes(shift)).slice(0, 3)
  const more = <Link href={`/helpline/${line.id}/rota`}>{say('rota.link')}</Link>
  return (
    <Section id="h-on" title={say('on.title')} more={more}>
      {nowOn.length === 0 && (
        <p class="govuk-body">
          <StatusTag tone="bad">{say('on.nobody')}</StatusTag>
        </p>
      )}
      <PlainList>
        {nowOn.map((shift) => (
          <li class="tl-callrow">
            <div>
              <strong>{shift.name}</strong> <span class="tl-num">{spanSaid(locale, shift.startsAt, shift.endsAt)}</span>
            </div>
            {isOnNow(shift, now) ? (
              <StatusTag tone="good">{say('on.is-on', { time: timeSaid(locale, shift.beganAt!, now) })}</StatusTag>
            ) : (
              <StatusTag tone="warn">{say(shift.isWithoutOperator ? 'on.away' : 'on.not-yet')}</StatusTag>
            )}
          </li>
        ))}
        {next.map((shift) => (
          <li class="tl-callrow">
            <div>
              {shift.name} <span class="tl-num">{spanSaid(locale, shift.startsAt, shift.endsAt)}</span>
            </div>
            <StatusTag tone={shift.isWithoutOperator ? 'bad' : undefined}>
              {shift.isWithoutOperator
                ? say('on.away')
                : say('on.next', { time: timeSaid(locale, shift.startsAt, now) })}
            </StatusTag>
          </li>
        ))}
        {gaps.map(({ from, until }) => (
          <li class="tl-callrow">
            <div>
              {say('on.gap')}{' '}
              <span class="tl-num">
                {say('span', { from: timeSaid(locale, from, now), until: timeSaid(locale, until, now) })}
              </span>
            </div>
            <StatusTag tone="bad">{say('rota.nobody')}</StatusTag>
          </li>
        ))}
      </PlainList>
    </Section>
  )
}

/** What workers have been told and have not answered. */
export function HandedOn({ page, board: { handOffs } }: BoardProps) {
  const say = words(page.locale)
  if (handOffs.length === 0) return null
  const today = dayAt(page.now)
  return (
    <Section id="h-handed" title={say('handed.title')} more={say('handed.count', { count: handOffs.length })}>
      <PlainList>
        {handOffs.map(({ name, toName, toAgency, dueOn }) => (
          <li class="tl-callrow">
            <div>
              <strong>{name || say('handed.somebody')}</strong>
              <small>{say('handed.to', { name: toName || say('handed.left'), agency: toAgency })}</small>
            </div>
            <StatusTag tone={dueOn < today ? 'bad' : undefined}>
              {say(dueOn < today ? 'handed.late' : 'handed.by', { day: formatDay(page.locale, dueOn, 'brief') })}
            </StatusTag>
          </li>
        ))}
      </PlainList>
    </Section>
  )
}

import { addDays, type Day } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { instantAt } from '../../platform/wall-clock.ts'
import { PlainList, Section, StatusTag } from '../../platform/web/components/index.ts'
import type { Shift, Span } from '../queries/shifts.ts'
import { words } from '../words.ts'
import type { RotaProps } from './rota-page.tsx'
import { lengthSaid, minutesBetween, spanSaid } from './said.ts'
import { ShiftActions, SwapSaid } from './shift-actions.tsx'

const [width, height] = [240, 10]

/** One day: a bar of its hours, as many as the day has, and the same in words. */
export function RotaDay(props: RotaProps & { day: Day }) {
  const { page, day } = props
  const { locale } = page
  const say = words(locale)
  const [from, until] = [instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')]
  const shifts = props.shifts.filter(({ startsAt, endsAt }) => startsAt < until && endsAt > from)
  const gaps = props.gaps
    .map((gap) => ({ from: later(gap.from, from), until: earlier(gap.until, until) }))
    .filter((gap) => gap.from < gap.until)
  const lines = [
    ...shifts.map((shift) => ({ at: later(shift.startsAt, from), shift, gap: undefined })),
    ...gaps.map((gap) => ({ at: gap.from, shift: undefined, gap })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
  const hours = (until.getTime() - from.getTime()) / 3_600_000
  const across = (at: Date) => ((at.getTime() - from.getTime()) / (until.getTime() - from.getTime())) * width
  return (
    <Section
      id={`day-${day}`}
      title={formatDay(locale, day, 'short')}
      more={hours === 24 ? undefined : say('rota.hours-of-day', { hours })}
    >
      <svg
        class="tl-rotabar"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect x={0} y={0} width={width} height={height} />
        {gaps.map((gap) => (
          <rect
            class="is-gap"
            x={across(gap.from)}
            y={0}
            width={across(gap.until) - across(gap.from)}
            height={height}
          />
        ))}
      </svg>
      <PlainList>
        {lines.map(({ shift, gap }) =>
          shift ? (
            <li class="tl-callrow">
              <div>
                <span class="tl-num">{spanOf(shift)}</span> <strong>{shift.name}</strong>{' '}
                {shift.isWithoutOperator && <StatusTag tone="bad">{say('on.away')}</StatusTag>}
                {shift.startsAt >= from && <SwapSaid shift={shift} page={page} />}
              </div>
              {shift.startsAt >= from && <ShiftActions {...props} shift={shift} />}
            </li>
          ) : (
            <li class="tl-callrow">
              <div>
                <span class="tl-num">{say('span', { from: formatTime(locale, gap.from), until: endOf(gap) })}</span>{' '}
                <StatusTag tone="bad">{say('rota.nobody')}</StatusTag>
              </div>
              <span class="tl-quiet">{lengthSaid(locale, minutesBetween(gap.from, gap.until))}</span>
            </li>
          ),
        )}
      </PlainList>
    </Section>
  )

  /** Of a night that began the day before, only when it ends. */
  function spanOf({ startsAt, endsAt }: Shift): string {
    if (startsAt < from) return say('rota.until-time', { time: formatTime(locale, endsAt) })
    return spanSaid(locale, startsAt, endsAt)
  }

  function endOf(gap: Span): string {
    return gap.until.getTime() === until.getTime() ? '24:00' : formatTime(locale, gap.until)
  }
}

const later = (one: Date, other: Date) => (one > other ? one : other)
const earlier = (one: Date, other: Date) => (one < other ? one : other)

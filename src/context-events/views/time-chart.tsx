import type { Child } from 'hono/jsx'
import { scaleOf } from '../../outcomes/index.ts'
import { type Day, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Cell, Details, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Locale, languageTags } from '../../platform/words.ts'
import { beforeAfter } from '../before-after.ts'
import type { ContextEvent } from '../event-kinds.ts'
import { words } from '../words.ts'
import { Marks } from './marks.tsx'

/** A number at a day. */
export interface TimePoint {
  day: Day
  value: number
}
export interface TimeChartProps {
  page: PageContext
  /** Names the parts of the picture; once on a page. */
  id: string
  title: string
  /** What the numbers say, in one sentence that they bear. */
  finding: string
  points: readonly TimePoint[]
  /** Each point holds all before it. */
  isSum?: boolean
  /** A straight line to compare with: what was promised. */
  promised?: { points: readonly [TimePoint, TimePoint]; label: string }
  sayValue(value: number): string
  /** The highest the axis must reach. */
  most?: number
  events: readonly ContextEvent[]
  /** Source, number, caveat. */
  caption: Child
  /** The page says the same numbers in a table of its own. */
  isTold?: true
}

const [left, right, top, bottom, width] = [64, 690, 56, 294, 860]
const monthsOfYear = 13

/** A line over time, with what happened around it numbered on the axis, and the same numbers as a table. */
export function TimeChart(props: TimeChartProps) {
  const { page, id, title, finding, points, promised, sayValue, most = 0, events, caption, isTold } = props
  const say = words(page.locale)
  const first = [...points, ...(promised?.points ?? [])].map(({ day }) => day).sort()[0]
  if (!first || points.length === 0) return <p class="govuk-body">{say('chart.none')}</p>
  const drawn = [...points, ...(promised?.points ?? [])]
  const lastDay = drawn
    .map(({ day }) => day)
    .sort()
    .at(-1)!
  const x = scaleOf([0, Math.max(1, daysBetween(first, lastDay))], [left, right], 6)
  const y = scaleOf([0, Math.max(1, most, ...drawn.map(({ value }) => value))], [bottom, top + 14], 4)
  const at = ({ day, value }: TimePoint) => `${x.at(daysBetween(first, day))} ${y.at(value)}`
  const shown = [...events].filter(({ happenedOn }) => happenedOn >= first && happenedOn <= lastDay).reverse()
  const last = points.at(-1)!
  const endOfPromise = promised && y.at(promised.points[1].value) + 5
  const endOfLine = y.at(last.value) + 5
  const isNear =
    endOfPromise !== undefined &&
    Math.abs(endOfPromise - endOfLine) < 18 &&
    x.at(daysBetween(first, last.day)) > right - 90
  const ticks = daysAlong(first, lastDay)
  return (
    <figure class="tl-fig">
      <p class="tl-fig__say">{finding}</p>
      <section class="tl-scroll" tabindex={0} aria-label={say('chart.picture', { title })}>
        <svg class="tl-svg" viewBox={`0 0 ${width} 332`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{finding}</desc>
          {y.ticks.map((tick) => (
            <g>
              <path class="gr" d={`M${left} ${y.at(tick)}H${right}`} />
              <text class="q end" x={left - 10} y={y.at(tick) + 5}>
                {sayValue(tick)}
              </text>
            </g>
          ))}
          <path class="ax" d={`M${left} ${bottom}H${right}`} />
          {ticks.map((day) => (
            <text class="q mid" x={x.at(daysBetween(first, day))} y={bottom + 22}>
              {daysBetween(first, lastDay) > monthsOfYear * 30
                ? monthOf(page.locale, day)
                : formatDay(page.locale, day, 'brief')}
            </text>
          ))}
          <Marks places={shown.map(({ happenedOn }) => x.at(daysBetween(first, happenedOn)))} from={top} to={bottom} />
          {promised && <path class="lim2" d={`M${promised.points.map(at).join('L')}`} />}
          {promised && (
            <text
              class="q"
              x={right + 10}
              y={isNear ? endOfLine + (endOfPromise! < endOfLine ? -20 : 20) : endOfPromise}
            >
              {promised.label}
            </text>
          )}
          <path class="s1" d={`M${points.map(at).join('L')}`} />
          {points.map((point) => (
            <circle class="dot" cx={x.at(daysBetween(first, point.day))} cy={y.at(point.value)} r="4" />
          ))}
          <text class="t1" x={x.at(daysBetween(first, last.day)) + 10} y={endOfLine}>
            {sayValue(last.value)}
          </text>
        </svg>
      </section>
      {shown.length > 0 && (
        <>
          <ol class="tl-events">
            {shown.map((event, index) => (
              <li>
                <b class="no">{index + 1}</b>
                <span>
                  {event.title}
                  <small>
                    {formatDay(page.locale, event.happenedOn, 'short')}, {say(`kind.${event.kind}`)}
                  </small>
                  <Means {...props} on={event.happenedOn} />
                </span>
              </li>
            ))}
          </ol>
          <p class="govuk-body tl-quiet tl-mt">{say('chart.not-why')}</p>
        </>
      )}
      <figcaption>{caption}</figcaption>
      {!isTold && <Numbers {...props} />}
    </figure>
  )
}

function Numbers({ page, title, points, sayValue }: TimeChartProps) {
  const say = words(page.locale)
  return (
    <Details summary={say('chart.table')}>
      <Table
        caption={title}
        isCaptionHidden
        columns={[{ text: say('chart.until') }, { text: say('chart.value'), isNumeric: true }]}
      >
        {points.map(({ day, value }) => (
          <Row>
            <RowHead>{formatDay(page.locale, day)}</RowHead>
            <Cell label={say('chart.value')} isNumeric>
              {sayValue(value)}
            </Cell>
          </Row>
        ))}
      </Table>
    </Details>
  )
}

/** What the line was before and after: so that a new way of working can be followed. */
function Means({ page, points, isSum = false, sayValue, on }: TimeChartProps & { on: Day }) {
  const means = beforeAfter(points, on, isSum)
  if (!means) return null
  const { before, after, ...counts } = means
  const said = { before: sayValue(before), after: sayValue(after), ...counts }
  return <small>{words(page.locale)(isSum ? 'chart.added' : 'chart.means', said)}</small>
}

const months = new Map<string, Intl.DateTimeFormat>()

/** "Apr 2024". */
function monthOf(locale: Locale, day: Day): string {
  const known = months.get(locale)
  const format =
    known ?? new Intl.DateTimeFormat(languageTags[locale], { month: 'short', year: 'numeric', timeZone: 'UTC' })
  months.set(locale, format)
  return format.format(Date.parse(day))
}

/** About six first days of months along the axis. */
function daysAlong(from: Day, to: Day): Day[] {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const months = Math.max(1, Math.round(daysBetween(from, to) / 30.4))
  const step = Math.max(1, Math.ceil(months / 6))
  const days = Array.from({ length: Math.ceil(months / step) + 1 }, (_, index) => {
    const count = year * 12 + month - 1 + index * step
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
  })
  return days.filter((day) => day >= from && day <= to)
}

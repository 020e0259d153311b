import { addDays, type Day } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { instantAt } from '../../platform/wall-clock.ts'
import {
  Button,
  ButtonGroup,
  Details,
  PlainList,
  Section,
  Select,
  StatusTag,
} from '../../platform/web/components/index.ts'
import type { Shift } from '../queries/shifts.ts'
import { words } from '../words.ts'
import type { RotaProps } from './rota-page.tsx'
import { lengthSaid, minutesBetween, spanSaid, timeSaid } from './said.ts'

const [width, height] = [240, 10]

/** One day: a bar of its hours, as many as the day has, and the same in words. */
export function RotaDay(props: RotaProps & { day: Day }) {
  const { page, day } = props
  const { locale } = page
  const say = words(locale)
  const [from, until] = [instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')]
  const begin = props.shifts.filter(({ startsAt }) => startsAt >= from && startsAt < until)
  const gaps = props.gaps
    .map((gap) => ({ from: later(gap.from, from), until: earlier(gap.until, until) }))
    .filter((gap) => gap.from < gap.until)
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
        {begin.map((shift) => (
          <li class="tl-callrow">
            <div>
              <span class="tl-num">{spanSaid(locale, shift.startsAt, shift.endsAt)}</span> <strong>{shift.name}</strong>{' '}
              {shift.isWithoutOperator && <StatusTag tone="bad">{say('on.away')}</StatusTag>}
              <SwapSaid shift={shift} page={page} />
            </div>
            <ShiftActions {...props} shift={shift} />
          </li>
        ))}
        {gaps.map((gap) => (
          <li class="tl-callrow">
            <div>
              <span class="tl-num">
                {say('span', {
                  from: timeIn(gap.from),
                  until: gap.until.getTime() === until.getTime() ? '24:00' : timeIn(gap.until),
                })}
              </span>{' '}
              <StatusTag tone="bad">{say('rota.nobody')}</StatusTag>
            </div>
            <span class="tl-quiet">{lengthSaid(locale, minutesBetween(gap.from, gap.until))}</span>
          </li>
        ))}
      </PlainList>
    </Section>
  )

  function timeIn(at: Date): string {
    return timeSaid(locale, at, at)
  }
}

const later = (one: Date, other: Date) => (one > other ? one : other)
const earlier = (one: Date, other: Date) => (one < other ? one : other)

function SwapSaid({ shift: { swap }, page }: { shift: Shift; page: RotaProps['page'] }) {
  const say = words(page.locale)
  if (!swap) return null
  const to = swap.toName ?? say('swap.anybody')
  const inExchange = swap.forStartsAt && timeSaid(page.locale, swap.forStartsAt, page.now)
  return (
    <small>
      {inExchange
        ? say('swap.asked-for', { from: swap.askedByName, to, when: inExchange })
        : say('swap.asked', { from: swap.askedByName, to })}
    </small>
  )
}

/** What the reader may do with a shift: offer or give back their own, answer what a colleague asks, take one out as a manager. */
function ShiftActions({
  page,
  line,
  shift,
  shifts,
  operators,
  userId,
  mayPlan,
  mayAnswer,
}: RotaProps & { shift: Shift }) {
  const say = words(page.locale)
  const about = (
    <span class="govuk-visually-hidden">
      : {spanSaid(page.locale, shift.startsAt, shift.endsAt)}, {shift.name}
    </span>
  )
  const { swap } = shift
  const isOver = shift.endsAt <= page.now
  const isOwn = shift.accountId === userId
  if (isOver || (!mayPlan && !mayAnswer)) return null
  const mayTake =
    mayAnswer && swap && swap.askedBy !== userId && (swap.toAccountId === null || swap.toAccountId === userId)
  const base = `/helpline/${line.id}/shifts/${shift.id}`
  return (
    <div>
      {swap && (mayTake || (isOwn && mayAnswer)) && (
        <form method="post" action={`/helpline-swaps/${swap.id}/answer`}>
          <input type="hidden" name="formId" value={newId()} />
          <ButtonGroup>
            {mayTake && (
              <Button kind="secondary" name="answer" value="yes">
                {say('swap.yes')}
                {about}
              </Button>
            )}
            {(isOwn || swap.toAccountId === userId) && (
              <Button kind="secondary" name="answer" value="no">
                {say(isOwn ? 'swap.withdraw' : 'swap.no')}
                {about}
              </Button>
            )}
          </ButtonGroup>
        </form>
      )}
      {isOwn && mayAnswer && !swap && (
        <Details
          summary={
            <>
              {say('swap.ask')}
              {about}
            </>
          }
        >
          <form method="post" action={`${base}/swaps`}>
            <input type="hidden" name="formId" value={newId()} />
            <Select
              name="toAccountId"
              id={`to-${shift.id}`}
              label={say('swap.to')}
              items={[
                { value: '', text: say('swap.anybody') },
                ...operators.filter(({ id }) => id !== userId).map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
            <Select
              name="forShiftId"
              id={`for-${shift.id}`}
              label={say('swap.for')}
              items={[
                { value: '', text: say('swap.for-nothing') },
                ...shifts
                  .filter((other) => other.accountId !== userId && other.startsAt > page.now)
                  .map((other) => ({
                    value: other.id,
                    text: `${other.name}, ${timeSaid(page.locale, other.startsAt, page.now)}`,
                  })),
              ]}
            />
            <Button kind="secondary">{say('swap.button')}</Button>
          </form>
        </Details>
      )}
      {(isOwn || mayPlan) && !shift.beganAt && (
        <form method="post" action={`${base}/cancelling`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">
            {say(isOwn ? 'rota.give-back' : 'rota.take-out')}
            {about}
          </Button>
        </form>
      )}
    </div>
  )
}

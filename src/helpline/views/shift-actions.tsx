import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Details, Select } from '../../platform/web/components/index.ts'
import type { Shift } from '../queries/shifts.ts'
import { words } from '../words.ts'
import type { RotaProps } from './rota-page.tsx'
import { spanSaid, timeSaid } from './said.ts'

/** That a shift is offered, to whom, and for what. */
export function SwapSaid({ shift: { swap }, page }: { shift: Shift; page: RotaProps['page'] }) {
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
export function ShiftActions({
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
  const theirs = shifts.filter((other) => other.accountId !== userId && other.startsAt > page.now)
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
              name="offer"
              id={`offer-${shift.id}`}
              label={say('swap.to')}
              items={[
                { value: 'any', text: say('swap.anybody') },
                ...operators.filter(({ id }) => id !== userId).map(({ id, name }) => ({ value: id, text: name })),
                ...theirs.map((other) => ({
                  value: `${other.accountId}:${other.id}`,
                  text: say('swap.in-exchange', {
                    name: other.name,
                    when: timeSaid(page.locale, other.startsAt, page.now),
                  }),
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

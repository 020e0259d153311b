import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Details,
  Phone,
  PlainList,
  Radios,
  Section,
  StatusTag,
} from '../../platform/web/components/index.ts'
import type { CallBack } from '../queries/call-backs.ts'
import { words } from '../words.ts'
import type { BoardProps } from './board-page.tsx'
import { lengthSaid, minutesBetween, timeSaid } from './said.ts'

/** Call-backs whose time has come and that nobody has in hand. It is read out at once. */
export function Ringing(props: BoardProps) {
  const say = words(props.page.locale)
  const ringing = props.board.callBacks.filter(({ isRinging }) => isRinging)
  if (ringing.length === 0) return null
  return (
    <section class="tl-ringing" role="alert" aria-labelledby="h-ringing">
      <h2 class="govuk-heading-m" id="h-ringing">
        {say('ringing.title', { count: ringing.length })}
      </h2>
      <List {...props} callBacks={ringing} />
    </section>
  )
}

/** The others: promised for later, or in somebody's hand. */
export function ToCallBack(props: BoardProps) {
  const say = words(props.page.locale)
  const others = props.board.callBacks.filter(({ isRinging }) => !isRinging)
  return (
    <Section id="h-call-backs" title={say('call-backs.title')} more={say('call-backs.count', { count: others.length })}>
      {others.length === 0 ? (
        <p class="govuk-body">{say('call-backs.none')}</p>
      ) : (
        <List {...props} callBacks={others} />
      )}
    </Section>
  )
}

function List({ page, callBacks, userId, mayAnswer }: BoardProps & { callBacks: readonly CallBack[] }) {
  const { locale, now } = page
  const say = words(locale)
  return (
    <PlainList>
      {callBacks.map((each) => {
        const name = each.name || say('call-backs.no-name')
        const isOwn = each.takenById === userId && !each.isRinging
        return (
          <li class="tl-callrow">
            <div>
              <StatusTag tone={each.isRinging ? 'bad' : isOwn ? 'accent' : undefined}>{clock(each)}</StatusTag>{' '}
              <strong>{name}</strong>{' '}
              {each.risk === 'NOW' && <StatusTag tone="warn">{say('call-backs.was-in-danger')}</StatusTag>}
              {each.tries > 0 && <small>{say('call-backs.tries', { count: each.tries })}</small>}
              {each.takenById && !each.isRinging && !isOwn && (
                <small>{say('call-backs.with', { name: each.takenByName ?? '' })}</small>
              )}
              {isOwn && (
                <p class="govuk-body">
                  <Phone number={each.phone} />
                  {each.words && <small>{each.words}</small>}
                </p>
              )}
            </div>
            {mayAnswer &&
              (isOwn ? (
                <Outcome id={each.id} name={name} />
              ) : (
                (each.isRinging || !each.takenById) && <Take id={each.id} name={name} />
              ))}
          </li>
        )
      })}
    </PlainList>
  )

  function clock({ dueAt }: CallBack): string {
    const time = timeSaid(locale, dueAt, now)
    if (dueAt > now) return say('call-backs.in', { time, length: lengthSaid(locale, minutesBetween(now, dueAt)) })
    return say('call-backs.late', { time, length: lengthSaid(locale, minutesBetween(dueAt, now)) })
  }

  function Take({ id, name }: { id: string; name: string }) {
    return (
      <form method="post" action={`/helpline-call-backs/${id}/taking`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">
          {say('call-backs.take')}
          <span class="govuk-visually-hidden">: {name}</span>
        </Button>
      </form>
    )
  }

  function Outcome({ id, name }: { id: string; name: string }) {
    return (
      <form method="post" action={`/helpline-call-backs/${id}/outcome`}>
        <input type="hidden" name="formId" value={newId()} />
        <ButtonGroup>
          <Button name="outcome" value="REACHED">
            {say('outcome.REACHED')}
            <span class="govuk-visually-hidden">: {name}</span>
          </Button>
        </ButtonGroup>
        <Details summary={say('outcome.other')}>
          <Radios
            name="again"
            idPrefix={`again-${id}`}
            legend={say('outcome.again')}
            isSmall
            value="15"
            items={['15', '30', '60', '120'].map((minutes) => ({
              value: minutes,
              text: say(`when.${minutes}` as 'when.15'),
            }))}
          />
          <ButtonGroup>
            <Button kind="secondary" name="outcome" value="AGAIN">
              {say('outcome.AGAIN')}
            </Button>
            <Button kind="secondary" name="outcome" value="NO_ANSWER">
              {say('outcome.NO_ANSWER')}
            </Button>
            <Button kind="secondary" name="outcome" value="NOT_WANTED">
              {say('outcome.NOT_WANTED')}
            </Button>
          </ButtonGroup>
        </Details>
      </form>
    )
  }
}

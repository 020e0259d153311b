import { newId } from '../../platform/ids.ts'
import { Button, Empty, Link, PlainList, Section, StatusTag } from '../../platform/web/components/index.ts'
import type { Call } from '../queries/calls.ts'
import { words } from '../words.ts'
import type { BoardProps } from './board-page.tsx'
import { lengthSaid, minutesBetween, timeSaid } from './said.ts'

/** Calls that ring, that somebody has in hand, or that nobody took. */
export function Waiting({ page, board: { calls }, userId, mayAnswer }: BoardProps) {
  const say = words(page.locale)
  return (
    <Section id="h-waiting" title={say('waiting.title')} more={say('waiting.count', { count: calls.length })}>
      {calls.length === 0 ? (
        <Empty title={say('waiting.none')}>
          <p class="govuk-body">{say('waiting.none-text')}</p>
        </Empty>
      ) : (
        <PlainList>
          {calls.map((call) => (
            <li class="tl-callrow">
              <div>
                <StatusTag tone={toneOf(call)}>{say(`state.${call.state}`)}</StatusTag>{' '}
                <strong>{timeSaid(page.locale, call.rangAt, page.now)}</strong>
                <small>{whatOf(call)}</small>
              </div>
              <Action call={call} />
            </li>
          ))}
        </PlainList>
      )}
    </Section>
  )

  function whatOf(call: Call): string {
    const from = call.fromPhone || say('waiting.no-number')
    if (call.state === 'OPEN') return say('waiting.with', { name: call.operatorName ?? '' })
    if (call.state === 'MISSED') return say('waiting.missed', { from })
    return say('waiting.for', { from, length: lengthSaid(page.locale, minutesBetween(call.rangAt, page.now)) })
  }

  function Action({ call }: { call: Call }) {
    const about = <span class="govuk-visually-hidden">: {timeSaid(page.locale, call.rangAt, page.now)}</span>
    if (call.operatorId === userId || !mayAnswer || call.state === 'OPEN') {
      return (
        <Link href={`/helpline-calls/${call.id}`}>
          {say(call.operatorId === userId ? 'waiting.go-on' : 'waiting.look')}
          {about}
        </Link>
      )
    }
    return (
      <form method="post" action={`/helpline-calls/${call.id}/taking`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">
          {say(call.state === 'MISSED' ? 'waiting.call-them' : 'waiting.take')}
          {about}
        </Button>
      </form>
    )
  }
}

const toneOf = ({ state }: Call) =>
  state === 'WAITING'
    ? ('warn' as const)
    : state === 'MISSED'
      ? ('bad' as const)
      : state === 'OPEN'
        ? ('good' as const)
        : undefined

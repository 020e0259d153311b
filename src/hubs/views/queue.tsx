import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  Empty,
  Link,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { declineLabel } from '../../referrals/index.ts'
import type { Ticket } from '../queries/tickets.ts'
import { movesFrom } from '../ticket-states.ts'
import { words } from '../words.ts'
import type { BoardProps } from './board-page.tsx'

type Say = ReturnType<typeof words>
const msInMinute = 60_000

/** The queue, those who wait longest first. A name only where the reader may see the person. */
export function Queue({ page, board: { tickets, hub }, mayWork, agencyId }: BoardProps) {
  const say = words(page.locale)
  const heads = [say('queue.number'), say('queue.who'), say('queue.desk'), say('queue.waits'), say('queue.what')]
  if (tickets.length === 0) {
    return (
      <Section id="h-queue" title={say('queue.title')}>
        <Empty title={say('queue.none')}>
          <p class="govuk-body">{say('queue.none-text')}</p>
        </Empty>
      </Section>
    )
  }
  return (
    <Section id="h-queue" title={say('queue.title')} more={say('queue.count', { count: tickets.length })}>
      <Table
        caption={say('queue.title')}
        isCaptionHidden
        columns={heads.map((text, at) => ({ text, isForScreen: at === heads.length - 1 }))}
      >
        {tickets.map((ticket) => (
          <Row>
            <RowHead>
              <span class="tl-num">{ticket.number}</span>
            </RowHead>
            <Cell label={heads[1]!}>
              <Who ticket={ticket} locale={page.locale} />
            </Cell>
            <Cell label={heads[2]!}>{[ticket.deskName, ...ticket.joinedNames].join(', ')}</Cell>
            <Cell label={heads[3]!}>
              <StatusTag {...toneOf(ticket)}>{say(`state.${ticket.state}`)}</StatusTag>{' '}
              {ticket.state === 'WAITING' &&
                say('queue.minutes', { count: minutesSince(ticket.waitingSince, page.now) })}
            </Cell>
            <Cell label={heads[4]!} class="tl-noprint">
              {mayWork && [ticket.deskAgencyId, hub.agencyId].includes(agencyId) ? (
                <Moves ticket={ticket} say={say} isOwn={ticket.deskAgencyId === agencyId} />
              ) : (
                <span class="tl-quiet">{say('queue.theirs', { desk: ticket.deskName })}</span>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  )
}

const minutesSince = (at: Date, now: Date) => Math.max(0, Math.floor((now.getTime() - at.getTime()) / msInMinute))

const toneOf = ({ state }: Ticket) =>
  state === 'CALLED' ? { tone: 'accent' as const } : state === 'SEEN' ? { tone: 'good' as const } : {}

function Who({ ticket, locale }: { ticket: Ticket; locale: Locale }) {
  const { name, personId, caseId, why, handOffId, handOffLine, fromDeskName, referralId, cameBackFrom } = ticket
  const say = words(locale)
  return (
    <>
      {personId && caseId ? (
        <Link class="tl-link tl-link--strong" href={`/cases/${caseId}`}>
          {name}
        </Link>
      ) : (
        name || <span class="tl-quiet">{say('queue.not-shown')}</span>
      )}
      {name && !personId && <small>{say('queue.not-in-record')}</small>}
      {why && <small>{why}</small>}
      {handOffId && <small>{say('queue.from', { desk: fromDeskName ?? '' })}</small>}
      {handOffLine && <small>{handOffLine}</small>}
      {referralId && (
        <small>
          <Link href={`/referrals/${referralId}`}>{say('queue.referral')}</Link>
        </small>
      )}
      {cameBackFrom && (
        <small>
          {say('queue.came-back', { desk: cameBackFrom, reason: declineLabel(locale, ticket.cameBackReason) })}
        </small>
      )}
    </>
  )
}

function Moves({ ticket, say, isOwn }: { ticket: Ticket; say: Say; isOwn: boolean }) {
  const about = (
    <span class="govuk-visually-hidden">
      : {say('queue.number')} {ticket.number}
    </span>
  )
  return (
    <form method="post" action={`/hub-tickets/${ticket.id}/moves`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={ticket.version} />
      <ButtonGroup>
        {movesFrom(ticket.state).map((move) => (
          <Button kind="secondary" name="move" value={move}>
            {say(isOwn && ticket.handOffId && move === 'call' ? 'move.accept' : `move.${move}`)}
            {about}
          </Button>
        ))}
        {isOwn && ticket.handOffId && (
          <Link href={`/hub-tickets/${ticket.id}/cannot-take`}>
            {say('move.cannot-take')}
            {about}
          </Link>
        )}
        {isOwn && ticket.state === 'SEEN' && (
          <Link href={`/hub-tickets/${ticket.id}/hand-off`}>
            {say('move.hand-off')}
            {about}
          </Link>
        )}
      </ButtonGroup>
    </form>
  )
}

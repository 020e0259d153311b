import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Empty, Pager, Row, RowHead, StatusTag, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { eventNames } from '../event-names.ts'
import type { Message } from '../queries/messages.ts'
import type { Webhook } from '../queries/webhooks.ts'
import { words } from '../words.ts'

interface LogProps {
  page: PageContext
  webhook: Webhook
  messages: readonly Message[]
  older: string | undefined
}

/** What was sent and what came back: codes and times, no bodies and nobody's name. */
export function MessageLog({ page, webhook, messages, older }: LogProps) {
  const { locale } = page
  const say = words(locale)
  if (messages.length === 0) {
    return (
      <Empty title={say('log.none')}>
        <p class="govuk-body">{say('log.none-text')}</p>
      </Empty>
    )
  }
  const heads = [say('log.event'), say('log.when'), say('log.tries'), say('c.state')]
  const own = `/settings/integrations/webhooks/${webhook.id}`
  return (
    <>
      <Table caption={say('log.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
        {messages.map((message) => (
          <Row>
            <RowHead>{nameOf(say, message.eventName)}</RowHead>
            <Cell label={say('log.when')}>{formatAt(locale, message.queuedAt, 'brief')}</Cell>
            <Cell label={say('log.tries')}>
              <Tries page={page} message={message} />
            </Cell>
            <Cell label={say('c.state')}>
              <Ending page={page} message={message} />
              {message.ending && !webhook.offAt && (
                <form method="post" action={`${own}/messages/${message.id}/again`}>
                  <input type="hidden" name="formId" value={newId()} />
                  <Button kind="secondary">
                    {say('again')}
                    <span class="govuk-visually-hidden">
                      {' '}
                      {nameOf(say, message.eventName)}, {formatAt(locale, message.queuedAt, 'brief')}
                    </span>
                  </Button>
                </form>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
      <Pager
        shown={say('log.shown', { count: messages.length })}
        next={older ? { href: `${own}?before=${older}#log`, text: say('log.older') } : undefined}
      />
    </>
  )
}

type Say = ReturnType<typeof words>

function nameOf(say: Say, eventName: string): string {
  const known = eventNames.find((each) => each === eventName)
  return known ? say(`event.${known}`) : say('event.webhook.tested')
}

function Tries({ page: { locale }, message }: { page: PageContext; message: Message }) {
  const say = words(locale)
  if (message.tries.length === 0) return <>{say('log.not-yet')}</>
  return (
    <ol class="govuk-list">
      {message.tries.map(({ at, status, tookMs, trouble }) => (
        <li>
          {say('log.try', {
            at: formatAt(locale, new Date(at), 'brief'),
            answer:
              status === null
                ? say(`trouble.${trouble ?? 'NO_ANSWER'}`)
                : say('log.status', { status: String(status) }),
            ms: tookMs,
          })}
        </li>
      ))}
    </ol>
  )
}

function Ending({ page: { locale }, message }: { page: PageContext; message: Message }) {
  const say = words(locale)
  if (message.ending === 'DELIVERED') return <StatusTag tone="good">{say('ending.DELIVERED')}</StatusTag>
  if (message.ending === 'GIVEN_UP') return <StatusTag tone="bad">{say('ending.GIVEN_UP')}</StatusTag>
  if (message.tries.length === 0) return <StatusTag>{say('ending.waits')}</StatusTag>
  return (
    <>
      <StatusTag tone="warn">{say('ending.waits')}</StatusTag>{' '}
      {say('log.next', { at: formatAt(locale, message.nextTryAt, 'brief') })}
    </>
  )
}

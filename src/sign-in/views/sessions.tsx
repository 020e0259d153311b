import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Row, RowHead, StatusTag, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { AccountFrame } from './account-frame.tsx'

interface Props {
  page: PageContext
  sessions: readonly OwnSession[]
  presentId: string | undefined
  isDone?: boolean
}

export function SessionsPage({ page, sessions, presentId, isDone }: Props) {
  const say = words(page.locale)
  const hasOthers = sessions.some(({ id }) => id !== presentId)
  const done = isDone ? say('sessions.ended') : undefined
  return (
    <AccountFrame page={page} title={say('sessions.title')} here="sessions" done={done}>
      <p class="govuk-body">{say(hasOthers ? 'sessions.text' : 'sessions.only')}</p>
      <Table
        caption={say('sessions.title')}
        isCaptionHidden
        columns={[
          { text: say('sessions.browser') },
          { text: say('sessions.since') },
          { text: say('sessions.seen') },
          { text: say('sessions.address') },
          { text: <span class="govuk-visually-hidden">{say('sessions.end')}</span> },
        ]}
      >
        {sessions.map((session) => (
          <SessionRow page={page} session={session} isPresent={session.id === presentId} />
        ))}
      </Table>
      {hasOthers && (
        <form method="post" action="/account/sessions/others/end">
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="warning">{say('sessions.end-others')}</Button>
        </form>
      )}
    </AccountFrame>
  )
}

function SessionRow({ page, session, isPresent }: { page: PageContext; session: OwnSession; isPresent: boolean }) {
  const say = words(page.locale)
  const known = nameOf(session.browser)
  const browser = known ? say('sessions.on', known) : say('sessions.unknown')
  const seen = formatAt(page.locale, session.seenAt)
  return (
    <Row>
      <RowHead>{browser}</RowHead>
      <Cell label={say('sessions.since')}>{formatAt(page.locale, session.startedAt)}</Cell>
      <Cell label={say('sessions.seen')}>{seen}</Cell>
      <Cell label={say('sessions.address')}>{session.address}</Cell>
      <Cell>
        {isPresent ? (
          <StatusTag tone="accent">{say('sessions.this')}</StatusTag>
        ) : (
          <form method="post" action={`/account/sessions/${session.id}/end`}>
            <input type="hidden" name="formId" value={newId()} />
            <button type="submit" class="tl-linklike">
              {say('sessions.end')}
              <span class="govuk-visually-hidden"> {say('sessions.end-hidden', { browser, at: seen })}</span>
            </button>
          </form>
        )}
      </Cell>
    </Row>
  )
}

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** What a browser and its system are commonly called; they name each other's names, so the order counts. */
function nameOf(userAgent: string): { browser: string; system: string } | undefined {
  const browser = browsers.find(([sign]) => userAgent.includes(sign))?.[1]
  const system = systems.find(([sign]) => userAgent.includes(sign))?.[1]
  return browser && system ? { browser, system } : undefined
}

import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Empty,
  initialsOf,
  Link,
  PageHead,
  Pager,
  StatusTag,
  TeamList,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { alertHref, alertText } from '../alert-words.ts'
import type { Alert } from '../queries.ts'
import { words } from '../words.ts'

/** What others did on the reader's cases, newest first. */
export function AlertsPage(props: {
  page: PageContext
  alerts: readonly Alert[]
  isFirstPage: boolean
  older: string | undefined
}) {
  const { page, alerts, isFirstPage, older } = props
  const say = words(page.locale)
  const newest = alerts[0]
  return (
    <Layout page={page} title={say('page.title')}>
      <PageHead
        title={say('page.title')}
        sub={say('page.sub')}
        actions={
          <>
            {newest && alerts.some(({ isSeen }) => !isSeen) && (
              <MarkSeen upTo={newest.madeAt} text={say('page.mark')} />
            )}
            <Link href="/corrections">{say('page.corrections')}</Link>
            <Link href="/safeguarding">{say('page.opened-notes')}</Link>
          </>
        }
      />
      {alerts.length === 0 && (
        <Empty title={say('page.empty')}>
          <p class="govuk-body">{say('page.empty-text')}</p>
        </Empty>
      )}
      <TeamList
        members={alerts.map((alert) => ({
          initials: initialsOf(alert.agencyName),
          kind: alert.agencyKind,
          name: (
            <>
              <Link href={alertHref(alert)}>{alertText(page.locale, alert)}</Link>{' '}
              {alert.isRestricted && <StatusTag tone="bad">{say('page.restricted')}</StatusTag>}{' '}
              {!alert.isSeen && <StatusTag tone="accent">{say('page.new')}</StatusTag>}
            </>
          ),
          role: say('page.by', { agency: alert.agencyName, at: formatAt(page.locale, alert.madeAt) }),
        }))}
      />
      {alerts.length > 0 && (
        <Pager
          shown={say('page.shown', { count: alerts.length })}
          previous={isFirstPage ? undefined : { href: '/alerts', text: say('page.newest') }}
          next={older ? { href: `/alerts?before=${older}`, text: say('page.older') } : undefined}
        />
      )}
    </Layout>
  )
}

function MarkSeen({ upTo, text }: { upTo: Date; text: string }) {
  return (
    <form method="post" action="/alerts/seen">
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="upTo" value={upTo.toISOString()} />
      <Button kind="secondary">{text}</Button>
    </form>
  )
}

import { formatAt, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Empty,
  Note,
  PageHead,
  SummaryList,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { BreakGlass } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

/** What breaking the glass found: the way to the record while the hour lasts, or that there is none. */
export function GlassPage({ page, glass }: { page: PageContext; glass: BreakGlass }) {
  const { locale, now } = page
  const say = words(locale)
  const isOpen = glass.personId !== null && glass.closedAt === null && glass.endsAt > now
  return (
    <Layout page={page} title={say('glass.title')}>
      <BackLink href="/break-glass">{say('ask.title')}</BackLink>
      <PageHead title={say('glass.title')} sub={stateOf(locale, glass, now)} />
      {glass.personId === null && (
        <Empty title={say('glass.nobody', { identifier: glass.identifier })} isAnswer>
          <p class="govuk-body">{say('glass.nobody-text')}</p>
        </Empty>
      )}
      {isOpen && (
        <Note title={say('glass.open', { time: formatTime(locale, glass.endsAt) })} tone="warn">
          <p>{say('glass.open-text')}</p>
        </Note>
      )}
      {isOpen && !glass.caseId && <p class="govuk-body">{say('glass.no-case')}</p>}
      <SummaryList
        rows={[
          { key: say('glass.identifier'), value: glass.identifier },
          { key: say('glass.reason'), value: glass.reason },
          { key: say('glass.used'), value: formatAt(locale, glass.usedAt) },
          ...(glass.finding
            ? [{ key: say('glass.finding'), value: `${say(`finding.${glass.finding}`)}. ${glass.findingWords}` }]
            : []),
        ]}
      />
      {isOpen && (
        <form method="post" action={`/break-glass/${glass.id}/end`}>
          <input type="hidden" name="formId" value={newId()} />
          <ButtonGroup>
            {glass.caseId && (
              <Button href={`/cases/${glass.caseId}`}>{say('glass.to-case', { name: glass.personName ?? '' })}</Button>
            )}
            <Button kind="secondary">{say('glass.end')}</Button>
          </ButtonGroup>
        </form>
      )}
    </Layout>
  )
}

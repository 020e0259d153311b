import { formatDay } from '../../platform/dates.ts'
import { Empty, Link, PageHead, PlainTable } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { QuietFamily } from '../queries/beside.ts'
import { words } from '../words.ts'

/** Family and friends with whom nobody was in touch for a while. */
export function QuietPage({ page, rows, days }: { page: PageContext; rows: readonly QuietFamily[]; days: number }) {
  const say = words(page.locale)
  const title = say('quiet.title', { days })
  return (
    <Layout page={page} title={title}>
      <PageHead title={title} sub={say('quiet.sub')} />
      {rows.length === 0 && <Empty title={say('quiet.none')} />}
      {rows.length > 0 && (
        <PlainTable
          head={[{ text: say('quiet.person') }, { text: say('quiet.member') }, { text: say('fact.contact') }]}
          rows={rows.map(({ caseId, personName, memberName, lastContactOn }) => [
            { text: <Link href={`/cases/${caseId}/family`}>{personName}</Link> },
            { text: memberName },
            { text: lastContactOn ? formatDay(page.locale, lastContactOn) : say('fact.not-yet') },
          ])}
        />
      )}
    </Layout>
  )
}

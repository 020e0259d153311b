import { Empty, PageHead, Pager } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Correction } from '../queries/corrections.ts'
import { words } from '../words.ts'
import { CorrectionTable } from './correction-table.tsx'

export interface CorrectionsProps {
  page: PageContext
  rows: readonly Correction[]
  agencyId: string
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** What was sent to the reader's agency: what nobody has acknowledged first. */
export function CorrectionsPage({ page, rows, agencyId, number, hasMore }: CorrectionsProps) {
  const say = words(page.locale)
  const at = (to: number) => `/corrections?page=${to}`
  return (
    <Layout page={page} title={say('list.title')}>
      <PageHead title={say('list.title')} sub={say('list.sub')} />
      {rows.length === 0 ? (
        <Empty title={say('list.none')}>
          <p class="govuk-body">{say('list.none-text')}</p>
        </Empty>
      ) : (
        <>
          <CorrectionTable page={page} rows={rows} caption={say('list.title')} agencyId={agencyId} />
          <Pager
            shown={say('list.shown', { count: rows.length })}
            previous={number > 1 ? { href: at(number - 1), text: say('list.newer') } : undefined}
            next={hasMore ? { href: at(number + 1), text: say('list.older') } : undefined}
          />
        </>
      )}
    </Layout>
  )
}

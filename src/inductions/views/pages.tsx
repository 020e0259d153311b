import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { Empty, PageHead } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Induction } from '../queries/inductions.ts'
import { words } from '../words.ts'
import { SessionTable } from './session-table.tsx'

/** A prison's list: what was missed and what is due. */
export function DuePage({
  page,
  rows,
  mayWrite,
}: {
  page: PageContext
  rows: readonly Induction[]
  mayWrite: boolean
}) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('due.title')}>
      <PageHead title={say('due.title')} sub={say('due.sub')} />
      {rows.length === 0 ? (
        <Empty title={say('due.none')}>
          <p class="govuk-body">{say('due.none-text')}</p>
        </Empty>
      ) : (
        <SessionTable locale={page.locale} caption={say('due.title')} rows={rows} from="list" mayWrite={mayWrite} />
      )}
    </Layout>
  )
}

export interface PersonPageProps {
  page: PageContext
  frame: CaseFrame
  rows: readonly Induction[]
  mayWrite: boolean
}

/** One person's series, and how far it is. */
export function PersonPage({ page, frame, rows, mayWrite }: PersonPageProps) {
  const say = words(page.locale)
  const title = say('person.title', { name: frame.calledName })
  const done = rows.filter(({ outcome }) => outcome === 'DONE').length
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title}>
      <PageHead title={title} sub={rows.length > 0 ? say('person.progress', { done, all: rows.length }) : undefined} />
      {rows.length === 0 ? (
        <Empty title={say('person.none')}>
          <p class="govuk-body">{say('person.none-text')}</p>
        </Empty>
      ) : (
        <SessionTable locale={page.locale} caption={title} rows={rows} from="person" mayWrite={mayWrite} />
      )}
    </CaseLayout>
  )
}

import { Link, Note } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

/** For a manager's first page: how many files wait for their approval. Nothing when there is none. */
export function ExportsBanner({ page, count }: { page: PageContext; count: number }) {
  const say = words(page.locale)
  if (count === 0) return null
  return (
    <Note title={say('banner', { count })} tone="warn">
      <p class="govuk-body">
        <Link href="/exports">{say('banner.link')}</Link>
      </p>
    </Note>
  )
}

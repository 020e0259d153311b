import { Note, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

/** For a manager's first page: how many files wait for their approval. Nothing when there is none. */
export function ExportsBanner({ page, count }: { page: PageContext; count: number }) {
  const say = words(page.locale)
  if (count === 0) return null
  return (
    <Note title={say('banner', { count })} tone="warn">
      <WayOn href="/exports">{say('banner.link')}</WayOn>
    </Note>
  )
}

import { Link, Note } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Breach } from '../queries.ts'
import { words } from '../words.ts'
import { ClockTag } from './clock-tag.tsx'

/** For the first page of whoever answers for it: each breach whose clock runs. Nothing when there is none. */
export function ClockBanner({ page, breaches }: { page: PageContext; breaches: readonly Breach[] }) {
  const say = words(page.locale)
  if (breaches.length === 0) return null
  return (
    <Note title={say('banner.title', { count: breaches.length })} tone="warn">
      <ul class="govuk-list">
        {breaches.map((breach) => (
          <li>
            <Link href={`/data-breaches/${breach.id}`}>{say('banner.line', { agency: breach.agency })}</Link>{' '}
            <ClockTag locale={page.locale} breach={breach} now={page.now} />
          </li>
        ))}
      </ul>
    </Note>
  )
}

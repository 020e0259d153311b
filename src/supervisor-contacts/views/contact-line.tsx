import { formatDay } from '../../platform/dates.ts'
import { Link, Note } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { type ContactKind, contactKinds } from '../contact-kinds.ts'
import type { Standing } from '../queries.ts'
import { words } from '../words.ts'

/** On the case page: how often the supervisor outside was in touch, and a warning where it lapsed. */
export function ContactLine({ locale, caseId, standing }: { locale: Locale; caseId: string; standing: Standing }) {
  const say = words(locale)
  return (
    <Note level={3} title={say('line.title')} {...(standing.hasLapsed && { tone: 'warn' as const })}>
      {standing.hasLapsed && <p>{lapsedText(locale, standing)}</p>}
      <p>{countsText(locale, standing.counts)}</p>
      {standing.lastOn && <p>{say('line.last', { day: formatDay(locale, standing.lastOn) })}</p>}
      <p class="tl-noprint">
        <Link class="tl-link" href={`/cases/${caseId}/supervisor-contacts`}>
          {say('line.link')}
        </Link>
      </p>
    </Note>
  )
}

export function countsText(locale: Locale, counts: Record<ContactKind, number>): string {
  const say = words(locale)
  const parts = contactKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => say(`count.${kind}`, { count: counts[kind] }))
  return parts.length > 0 ? parts.join(', ') : say('count.none')
}

export const lapsedText = (locale: Locale, { quietWeeks, quietAfterWeeks, managerName }: Standing): string =>
  words(locale)(managerName ? 'lapsed.named' : 'lapsed.nobody', {
    name: managerName ?? '',
    weeks: quietWeeks,
    allowed: quietAfterWeeks ?? 0,
  })

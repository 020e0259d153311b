import { Link, Note } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Waiting } from '../queries/waiting.ts'
import { words } from '../words.ts'

const places = {
  handOffs: '/call-hand-offs',
  toStart: '/referrals?view=to-start',
  unallocated: '/workloads/unallocated',
  uncovered: '/workloads',
  transfers: '/transfers',
  handovers: '/handovers',
  unproposed: '/handovers',
  requests: '/case-requests',
  corrections: '/corrections',
  expected: '/arrivals',
  inductions: '/inductions',
  keyWork: '/key-work',
  unfiled: '/key-work/unfiled',
  registers: '/course-sessions/unfiled',
  quiet: '/quiet-cases',
  left: '/movements',
} as const
const all = Object.keys(places) as (keyof typeof places)[]

/** What waits for the whole agency, each with the way to it; nothing where nothing does. */
export function WaitingForUs({ locale, waiting }: { locale: Locale; waiting: Waiting }) {
  const say = words(locale)
  const kinds = all.filter((kind) => waiting[kind] > 0)
  if (kinds.length === 0) return null
  return (
    <Note title={say('waiting.title')}>
      {kinds.map((kind) => (
        <p>
          <Link href={places[kind]}>{say(`waiting.${kind}`, { count: waiting[kind] })}</Link>
        </p>
      ))}
    </Note>
  )
}

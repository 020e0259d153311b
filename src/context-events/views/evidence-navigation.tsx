import { SubNavigation } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

const places = [
  'targets',
  'smart-plans',
  'outputs',
  'recommendations',
  'surveys',
  'distance',
  'reoffending',
  'evaluations',
  'mechanisms',
  'context',
  'evidence',
] as const
export type EvidencePlace = (typeof places)[number]

/** The pages of evidence, as a menu above each of them; nothing for whoever may read only some of them. */
export function EvidenceNavigation({ page, current }: { page: PageContext; current: EvidencePlace }) {
  const isTheirs = page.reader?.navigation.some(({ href }) => href === '/targets')
  if (!isTheirs) return null
  const say = words(page.locale)
  const items = places.map((place) => ({ href: `/${place}`, text: say(`nav.${place}`), isCurrent: place === current }))
  return <SubNavigation label={say('nav')} items={items} />
}

import { SubNavigation } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

const places = ['targets', 'smart-plans', 'outputs', 'surveys', 'distance', 'context', 'evidence'] as const
export type EvidencePlace = Exclude<(typeof places)[number], 'evidence'>

/** The pages of evidence, as a menu above each of them. */
export function EvidenceNavigation({ page, current }: { page: PageContext; current: EvidencePlace }) {
  const say = words(page.locale)
  const items = places.map((place) => ({ href: `/${place}`, text: say(`nav.${place}`), isCurrent: place === current }))
  return <SubNavigation label={say('nav')} items={items} />
}

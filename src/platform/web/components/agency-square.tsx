/** Agencies are coloured by kind; `person` is the person whose record it is. */
export type AgencyKind = 'prison' | 'probation' | 'police' | 'council' | 'charity' | 'health' | 'person'

const kinds: readonly string[] = ['prison', 'probation', 'police', 'council', 'charity', 'health', 'person']

/** Two initials in a square. The agency's name is always written beside it. Other kinds are drawn in ink. */
export function AgencySquare({ initials, kind }: { initials: string; kind: AgencyKind | (string & {}) }) {
  const name = kind.toLowerCase()
  return (
    <span class={kinds.includes(name) ? `tl-badge tl-badge--${name}` : 'tl-badge'} aria-hidden="true">
      {initials.slice(0, 2)}
    </span>
  )
}

/** "Wexley Probation" is WP, "Brightwater" is BR. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{L}/u.test(word))
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [...(words[0] ?? name)].slice(0, 2)
  return letters.join('').toUpperCase()
}

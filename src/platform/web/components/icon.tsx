import { raw } from 'hono/html'
import { spriteUrl } from '../sprite.ts'

/** The seven pathways, by drawing. Colour only helps the eye: the name is always written or read out beside it. */
export type PathwayIcon = 'home' | 'thinking' | 'family' | 'drugs' | 'work' | 'money' | 'health'

export type IconName =
  | PathwayIcon
  | 'bus'
  | 'calendar'
  | 'down'
  | 'flag'
  | 'gate'
  | 'moon'
  | 'people'
  | 'phone'
  | 'pill'
  | 'print'
  | 'up'
  | 'walk'

/** Which drawing stands for a pathway code. */
export const pathwayIcons = {
  ACCOMMODATION: 'home',
  ATTITUDES_THINKING_AND_BEHAVIOUR: 'thinking',
  CHILDREN_FAMILIES_AND_COMMUNITY: 'family',
  DRUGS_AND_ALCOHOL: 'drugs',
  EDUCATION_SKILLS_AND_WORK: 'work',
  FINANCE_AND_ID: 'money',
  HEALTH: 'health',
} as const satisfies Record<string, PathwayIcon>

const pathways: readonly string[] = Object.values(pathwayIcons)

/** A drawing beside words. It says nothing by itself, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  const colour = pathways.includes(name) ? ` tl-p-${name}` : ''
  return drawing(`tl-ic${colour}`, `i-${name}`)
}

const drawings = new Map<string, ReturnType<typeof raw>>()

/**
 * A reference into the sprite, written once: a list of 50 people has 350 of them. The symbol brings its own box. Never
 * given what a user typed.
 */
export function drawing(className: string, id: string) {
  const key = `${className} ${id}`
  let svg = drawings.get(key)
  if (!svg) {
    svg = raw(`<svg class="${className}" aria-hidden="true"><use href="${spriteUrl}#${id}"/></svg>`)
    drawings.set(key, svg)
  }
  return svg
}

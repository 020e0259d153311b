import type { Locale } from '../platform/words.ts'

/** A passport with every word in its language: what the screen draws and the paper prints. */
export interface Passport {
  locale: Locale
  title: string
  /** When it was made, and that it may be old tomorrow. */
  made: string
  /** The day of release; left out for somebody who is already out. */
  out?: { label: string; date: string; text?: string }
  licence?: string
  helpers: Titled & { people: { name: string; who: string; number?: string }[] }
  /** Whom to call at night; left out where the partnership has no night line. */
  night?: { title: string; text: string; number: string }
  /** The day of release, hour by hour; left out while nothing is planned for it. */
  firstDay?: Titled & { things: Thing[] }
  dates: Titled & { things: Thing[] }
  plan: Titled & { pathways: PlanPathway[] }
}

interface Titled {
  title: string
  /** What to say, and to do, where there is nothing. */
  none?: string
}

/** Something at a time and a place. */
export interface Thing {
  icon: 'gate' | 'home' | 'people' | 'calendar'
  title: string
  text?: string
}

export interface PlanPathway {
  /** A pathway, or OTHER. */
  code: string
  name: string
  /** The person's own words. */
  said?: { label: string; text: string }
  lines: { text: string; isDone: boolean; hiddenText: string }[]
}

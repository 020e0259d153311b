import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { definitions } from './definitions.ts'
import type { MonthCount, Target } from './queries/targets.ts'
import { contradicts, type Figures, figuresOf } from './rag.ts'

/** Fewer people than this are not counted out to another agency. */
export const fewest = 5
/** A share of fewer than this is not shown to another agency. */
export const fewestOfAll = 30

/** A target as one reader may read it. */
export interface ShownTarget extends Target {
  figures: Figures
  /** The number is covered: it is of so few people that another agency could tell who they are. */
  isCovered: boolean
  /** Set by hand, and not what the figures say. */
  isContradicted: boolean
}

export function shownTo({ actor, now }: Pick<Reading, 'actor' | 'now'>, target: Target): ShownTarget {
  const figures = figuresOf(target, dayAt(now))
  const isCovered = isOfOthers(actor.agencyId, target) && isSmall(target)
  const isContradicted = target.override !== null && contradicts(target.override.status, figures)
  return { ...target, figures, isCovered, isContradicted }
}

/** Months whose differences would count out a few people are left out for other agencies; the last one stands as it is shown. */
export function monthsShownTo(agencyId: string, target: Target, months: readonly MonthCount[]): MonthCount[] {
  if (!isOfOthers(agencyId, target)) return [...months]
  const kept: MonthCount[] = []
  for (const month of [...months].reverse()) {
    const next = kept[0]
    const isApart = next ? isEnoughBetween(month, next) : true
    if (!isSmall({ ...target, ...month }) && isApart) kept.unshift(month)
  }
  return kept
}

function isOfOthers(agencyId: string, { definition, countedAgencyId }: Target): boolean {
  return definitions[definition].isOfPeople && countedAgencyId !== agencyId
}

type Counted = Pick<Target, 'measure' | 'people' | 'engagements' | 'ofAll'>

function isSmall({ measure, people, engagements, ofAll }: Counted): boolean {
  if (measure === 'SHARE') return ofAll > 0 && (ofAll < fewestOfAll || isFew(engagements) || isFew(ofAll - engagements))
  return isFew(people) || isFew(engagements)
}

function isEnoughBetween(one: MonthCount, two: MonthCount): boolean {
  const between = [
    two.people - one.people,
    two.engagements - one.engagements,
    two.ofAll - two.engagements - one.ofAll + one.engagements,
  ]
  return !between.some(isFew)
}

const isFew = (count: number): boolean => count > 0 && count < fewest

import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { definitions } from './definitions.ts'
import { listMonths, listTold, type MonthCount, type Target, type Told } from './queries/targets.ts'
import { contradicts, type Figures, figuresOf } from './rag.ts'

/** Fewer people than this are not counted out to another agency, nor moves what it is told by fewer. */
export const fewest = 5
/** A share of fewer than this is not shown to another agency. */
const fewestOfAll = 30

/** A target as one reader may read it. */
export interface ShownTarget extends Target {
  figures: Figures
  /** The number is covered: it is of so few people that another agency could tell who they are. */
  isCovered: boolean
  /** The number moves in steps: it is of another agency's people. */
  isTold: boolean
  /** Set by hand, and not what the figures say. */
  isContradicted: boolean
}

export function shownTo({ actor, now }: Pick<Reading, 'actor' | 'now'>, target: Target): ShownTarget {
  const isTold = isOfOthers(actor.agencyId, target)
  const isCovered = isTold && isCoveredTo(target)
  const shown = isTold && target.told && !isCovered ? asTold(target, target.told) : target
  const figures = figuresOf(shown, dayAt(now))
  const isContradicted = target.override !== null && contradicts(target.override.status, figures)
  return { ...shown, figures, isCovered, isTold, isContradicted }
}

const asTold = (target: Target, { toldAt, ...figures }: Told): Target => ({
  ...target,
  ...figures,
  countedAt: new Date(toldAt),
})

/** The months of one's own people; of others' the steps in which it was told. */
export function monthsShownTo(reading: Reading, target: Target): Promise<MonthCount[]> {
  return isOfOthers(reading.actor.agencyId, target) ? listTold(reading, target.id) : listMonths(reading, target.id)
}

/** Whether what a target counts is of people of other agencies than the reader's. */
export function isOfOthers(
  agencyId: string,
  { definition, countedAgencyId }: Pick<Target, 'definition' | 'countedAgencyId'>,
): boolean {
  return definitions[definition].isOfPeople && countedAgencyId !== agencyId
}

type Counted = Pick<Target, 'measure' | 'people' | 'engagements' | 'ofAll'>

/** Whether nothing may be told of a number to others: it is small, or was never told. Nothing at all is nobody's. */
export const isCoveredTo = ({ told, ...counted }: Counted & Pick<Target, 'told'>): boolean =>
  isSmall(counted) || (told === null && counted.engagements + counted.ofAll > 0)

/** Of one to four people, or of so few that a share tells of them. */
export function isSmall({ measure, people, engagements, ofAll }: Counted): boolean {
  if (measure === 'SHARE') return ofAll > 0 && (ofAll < fewestOfAll || isFew(engagements) || isFew(ofAll - engagements))
  return isFew(people) || isFew(engagements)
}

const isFew = (count: number): boolean => count > 0 && count < fewest

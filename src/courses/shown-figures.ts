import type { Figures } from './queries/figures.ts'
import { type Share, wilson } from './wilson.ts'

export const figureNames = ['attendance', 'attendance-of-all', 'stayed', 'completed'] as const
export type FigureName = (typeof figureNames)[number]

/** What each figure is a share of. */
export function sharesOf({ came, marked, possible, stayed, began, completed, over }: Figures) {
  return {
    attendance: [came, marked],
    'attendance-of-all': [came, possible],
    stayed: [stayed, began],
    completed: [completed, over],
  } as const satisfies Record<FigureName, readonly [number, number]>
}

/** No share of fewer people is shown of a programme. @source the Ministry publishes no rate below 30. */
export const fewestPeople = 30
/** No count between 1 and this less one is shown, nor one that leaves so few to the other side. */
export const fewestCounted = 5

/** What of a programme's figures may be shown and taken away: `FEW` is held back, `NOTHING` has not happened yet. */
export type ShownFigure = Share | 'FEW' | 'NOTHING'

/**
 * The figures of a programme, without those from which somebody could be told. A course's own page, for those who know its people, shows all.
 *
 * @returns the shares, and how many began; null where fewer than five did.
 */
export function shownFigures(figures: Figures): { began: number | null; shares: Record<FigureName, ShownFigure> } {
  const { began, over } = figures
  const shares = sharesOf(figures)
  const still = began - over // whoever knows two of the three sums knows these as well
  const isToBeSeen: Record<FigureName, boolean> = {
    attendance: began >= fewestPeople,
    'attendance-of-all': began >= fewestPeople,
    stayed: began >= fewestPeople,
    completed: over >= fewestPeople && (still === 0 || still >= fewestCounted),
  }
  const shown = figureNames.map((name): [FigureName, ShownFigure] => {
    const [part, of] = shares[name]
    return [name, of === 0 ? 'NOTHING' : isToBeSeen[name] && isSafe(part, of) ? wilson(part, of)! : 'FEW']
  })
  return {
    began: began === 0 || began >= fewestCounted ? began : null,
    shares: Object.fromEntries(shown) as Record<FigureName, ShownFigure>,
  }
}

/** Neither side is so few that somebody could be told: where all or nobody did, it is told of each. */
const isSafe = (part: number, of: number) => part >= fewestCounted && of - part >= fewestCounted

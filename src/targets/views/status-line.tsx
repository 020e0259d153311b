import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { type GlyphName, Status as StatusMark } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Figures } from '../rag.ts'
import { fewest, isSmall, type ShownTarget } from '../shown.ts'
import { words } from '../words.ts'

const glyphs: Record<Figures['status'], GlyphName> = {
  MET: 'done',
  ON_TRACK: 'ok',
  BEHIND: 'need',
  LATE: 'bad',
  NOTHING_YET: 'none',
}

/** A status with its shape. */
export function StatusOf({ page, status }: { page: PageContext; status: Figures['status'] }) {
  return <StatusMark glyph={glyphs[status]}>{words(page.locale)(`status.${status}`)}</StatusMark>
}

/** The status that was worked out, for a table; beneath it what somebody set by hand, and whether the figures say otherwise. */
export function StatusLine({ page, target }: { page: PageContext; target: ShownTarget }) {
  const said = overrideOf(page, target)
  return (
    <span>
      <StatusOf page={page} status={target.figures.status} />
      {said && <small class={target.isContradicted ? 'is-warn' : undefined}>{said}</small>}
    </span>
  )
}

/** What somebody set by hand, and whether the figures say otherwise; nothing where nobody did. */
export function overrideOf(
  { locale }: Pick<PageContext, 'locale'>,
  { override, isContradicted }: ShownTarget,
): string | undefined {
  if (!override) return undefined
  const say = words(locale)
  const status = say(`status.${override.status}`)
  const day = formatDay(locale, dayAt(new Date(override.setAt)))
  return say(isContradicted ? 'override.contradicts' : 'override.agrees', { name: override.setByName, status, day })
}

/** A number of a target in its unit. */
export function amountOf(
  page: Pick<PageContext, 'locale'>,
  { measure }: Pick<ShownTarget, 'measure'>,
  value: number,
): string {
  const number = formatNumber(page.locale, value)
  return measure === 'SHARE' ? words(page.locale)('per-cent', { number }) : number
}

type Covered = Pick<ShownTarget, 'measure' | 'amount' | 'delivered' | 'people' | 'engagements' | 'ofAll' | 'isCovered'>

/** What was delivered, or that it is of too few people to be counted out. */
export function deliveredOf(page: Pick<PageContext, 'locale'>, target: Covered): string {
  if (!target.isCovered) return amountOf(page, target, target.delivered)
  const say = words(page.locale)
  return target.measure === 'SHARE' || !isSmall(target) ? say('covered.share') : say('covered.few', { fewest })
}

/** What is still to come: from it nobody reckons back what is covered. */
export function remainingOf(page: Pick<PageContext, 'locale'>, target: Covered & Pick<ShownTarget, 'figures'>): string {
  const say = words(page.locale)
  if (!target.isCovered) return amountOf(page, target, target.figures.remaining)
  if (target.measure === 'SHARE' || !isSmall(target)) return say('covered.share')
  return say('covered.remaining', { number: formatNumber(page.locale, Math.max(0, target.amount - fewest)) })
}

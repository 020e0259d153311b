import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { type GlyphName, Status as StatusMark } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Figures } from '../rag.ts'
import { fewest, type ShownTarget } from '../shown.ts'
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

/** The status that was worked out; beneath it what somebody set by hand, and whether the figures say otherwise. */
export function StatusLine({ page, target }: { page: PageContext; target: ShownTarget }) {
  const say = words(page.locale)
  const { figures, override, isContradicted } = target
  return (
    <span>
      <StatusOf page={page} status={figures.status} />
      {override && (
        <small class={isContradicted ? 'is-warn' : undefined}>
          {say(isContradicted ? 'override.contradicts' : 'override.agrees', {
            name: override.setByName,
            status: say(`status.${override.status}`),
            day: formatDay(page.locale, dayAt(new Date(override.setAt))),
          })}
        </small>
      )}
    </span>
  )
}

/** A number of a target in its unit. */
export function amountOf(page: PageContext, { measure }: Pick<ShownTarget, 'measure'>, value: number): string {
  const number = formatNumber(page.locale, value)
  return measure === 'SHARE' ? words(page.locale)('per-cent', { number }) : number
}

/** What was delivered, or that it is of too few people to be counted out. */
export function deliveredOf(page: PageContext, target: ShownTarget): string {
  if (!target.isCovered) return amountOf(page, target, target.delivered)
  const say = words(page.locale)
  return target.measure === 'SHARE' ? say('covered.share') : say('covered.few', { fewest })
}

/** What is still to come: from it nobody reckons back what is covered. */
export function remainingOf(page: PageContext, target: ShownTarget): string {
  const say = words(page.locale)
  if (!target.isCovered) return amountOf(page, target, target.figures.remaining)
  if (target.measure === 'SHARE') return say('covered.share')
  return say('covered.remaining', { number: formatNumber(page.locale, Math.max(0, target.amount - fewest)) })
}

import { type Funnel, linesAt } from '../../fairness/index.ts'
import { formatNumber } from '../../platform/dates.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { percent } from '../figures.ts'
import { words } from '../words.ts'

const width = 860
const height = 380
const edge = { left: 60, right: 20, top: 16, bottom: 46 }
const steps = 60

interface FunnelProps {
  page: PageContext
  funnel: Funnel
  name(area: string): string
}

/** Areas by their size and rate, inside the limits that chance draws: drawn by the server; the table beside it says the same. */
export function FunnelPicture({ page: { locale }, funnel, name }: FunnelProps) {
  const say = words(locale)
  const largest = Math.max(...funnel.areas.map(({ n }) => n)) * 1.08
  const highest = Math.min(1, Math.max(funnel.overall * 2, ...funnel.areas.map(({ rate }) => rate * 1.15)))
  const x = (n: number) => edge.left + (n / largest) * (width - edge.left - edge.right)
  const y = (rate: number) =>
    height - edge.bottom - (Math.min(rate, highest) / highest) * (height - edge.top - edge.bottom)
  const sizes = Array.from({ length: steps }, (_, step) => Math.max(5, Math.round(((step + 1) / steps) * largest)))
  const limits = sizes.map((n) => ({ n, ...linesAt(n, funnel.overall) }))
  const line = (limit: 'lower95' | 'upper95' | 'lower998' | 'upper998') =>
    `M${limits.map((at) => `${round(x(at.n))} ${round(y(at[limit]))}`).join('L')}`
  const outside = funnel.areas.filter(({ stands }) => stands !== 'inside').length
  return (
    <figure class="tl-fig">
      <section class="tl-scroll" tabindex={0} aria-label={say('areas.picture')}>
        <svg class="tl-svg" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="funnel-title funnel-desc">
          <title id="funnel-title">{say('areas.picture')}</title>
          <desc id="funnel-desc">
            {say('areas.picture-text', { count: funnel.areas.length, outside, rate: percent(locale, funnel.overall) })}
          </desc>
          {[0, highest / 2, highest].map((rate) => (
            <>
              <path class="gr" d={`M${edge.left} ${round(y(rate))}H${width - edge.right}`} />
              <text class="q end" x={edge.left - 8} y={round(y(rate)) + 5}>
                {percent(locale, rate)}
              </text>
            </>
          ))}
          <path class="ax" d={`M${edge.left} ${round(y(funnel.overall))}H${width - edge.right}`} />
          {(['lower95', 'upper95'] as const).map((limit) => (
            <path class="lim2" d={line(limit)} />
          ))}
          {(['lower998', 'upper998'] as const).map((limit) => (
            <path class="lim" d={line(limit)} />
          ))}
          {funnel.areas.map(({ area, n, rate, stands }) => (
            <>
              <circle class={stands === 'inside' ? 'dot' : 'dot-out'} cx={round(x(n))} cy={round(y(rate))} r="6" />
              <text class={stands === 'inside' ? 'mid' : 'mid t-out'} x={round(x(n))} y={round(y(rate)) - 12}>
                {name(area)}
              </text>
            </>
          ))}
          {[0.25, 0.5, 0.75, 1].map((share) => (
            <text class="q mid" x={round(x(largest * share))} y={height - edge.bottom + 20}>
              {formatNumber(locale, Math.round(largest * share))}
            </text>
          ))}
          <text class="q mid" x={(edge.left + width - edge.right) / 2} y={height - 8}>
            {say('areas.size')}
          </text>
        </svg>
      </section>
      <figcaption>{say('areas.caption', { rate: percent(locale, funnel.overall) })}</figcaption>
    </figure>
  )
}

const round = (at: number): number => Math.round(at * 10) / 10

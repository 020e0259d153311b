import type { DayPlan, Leg } from '../src/release-days/index.ts'
import { mendDay, walkDay } from '../src/release-days/index.ts'
import { quantile } from './measure.ts'

// How long the rehearsal of a day with 12 stops takes, trouble and mends and all: under 10 ms.
//   npm run bench:rehearsal

const most = 10 // milliseconds
const names = Array.from({ length: 12 }, (_, index) => `Place ${index}`)
const all = ['Gate', 'Home', ...names]
const legs: Leg[] = all.flatMap((fromPlace, from) =>
  all.slice(from + 1).flatMap((toPlace, further) =>
    (['WALK', 'BUS'] as const).map((mode) => ({
      ...{ fromPlace, toPlace, mode, isBothWays: true, firstAt: 420, lastAt: 1_200 },
      minutes: (mode === 'BUS' ? 8 : 20) + ((from * 7 + further * 5) % 12),
      priceInPence: mode === 'BUS' ? 280 : 0,
      everyInMinutes: mode === 'BUS' ? 20 : null,
    })),
  ),
)
const days = Array.from(
  { length: 40 },
  (_, day): DayPlan => ({
    ...{ gatePlace: 'Gate', gateAt: 525, homePlace: 'Home', curfewAt: 1_140, cashInPence: 4_600, legs },
    ...{ modes: ['WALK', 'BUS'], savesMoney: false },
    stops: names.map((place, at) => ({
      ...{ id: place, title: place, place, opensAt: 540, closesAt: 1_020, lengthInMinutes: 20 + ((at + day) % 3) * 10 },
      ...{ bookedAt: at % 4 === 3 ? null : 540 + ((at * 37 + day * 23) % 420), mayMove: at !== 0 },
    })),
  }),
)

const took = Array.from({ length: 5 }, () => days.map(timed))
  .slice(1)
  .flat() // the first round warms
const [half, p95] = [quantile(took, 0.5), quantile(took, 0.95)]
console.log(`a rehearsal of 12 stops: median ${half.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms (target ${most})`)
process.exitCode = p95 <= most ? 0 : 1

function timed(plan: DayPlan): number {
  const began = performance.now()
  mendDay(plan, walkDay(plan))
  return performance.now() - began
}

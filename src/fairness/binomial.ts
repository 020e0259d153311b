// Logarithms of factorials by Stirling's series: exact to the last digits from 10, a table below.
const small = [1, 1, 2, 6, 24, 120, 720, 5_040, 40_320, 362_880].map(Math.log)

function logFactorial(n: number): number {
  const known = small[n]
  if (known !== undefined) return known
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series
}

/** The chance of exactly `events` among `n`, each with chance `p`. */
function binomialAt(events: number, n: number, p: number): number {
  if (p === 0) return events === 0 ? 1 : 0
  if (p === 1) return events === n ? 1 : 0
  const ways = logFactorial(n) - logFactorial(events) - logFactorial(n - events)
  return Math.exp(ways + events * Math.log(p) + (n - events) * Math.log1p(-p))
}

/**
 * Where a sum of chances may begin: all that lies below is less than 1e-20 together, and of 100,000 people it is most of the work.
 *
 * @source Bernstein's inequality, which holds for any chance.
 */
const firstThatCounts = (n: number, p: number): number =>
  Math.max(0, Math.floor(n * p - 14 * Math.sqrt(n * p * (1 - p)) - 32))

/** A term smaller than this is made anew from logarithms: near the smallest number there is, its digits are gone. */
const tiniest = 1e-290

/** Where a sum of chances reached what was asked: the events, their own chance, and the sum with it. */
interface Reached {
  events: number
  at: number
  sum: number
}

/** One walk for all chances, each number of events made from the one before it. @param chances - the smallest first. */
function walk(chances: readonly number[], n: number, p: number): Reached[] {
  const odds = p / (1 - p)
  const reached: Reached[] = []
  let [at, sum] = [0, 0]
  for (let events = firstThatCounts(n, p); events < n && reached.length < chances.length; events += 1) {
    at = at > tiniest ? at * ((n - events + 1) / events) * odds : binomialAt(events, n, p)
    sum += at
    while (sum >= chances[reached.length]!) reached.push({ events, at, sum })
  }
  return reached
}

/**
 * As `binomialQuantiles`, between whole numbers: so limits make a smooth line when they are drawn.
 *
 * @source Spiegelhalter (2005), appendix A.1.1.
 */
export function smoothBinomialQuantiles(chances: readonly number[], n: number, p: number): number[] {
  const reached = walk(chances, n, p)
  return chances.map((chance, nth) => {
    const found = reached[nth]
    return found ? Math.max(0, found.events - (found.sum - chance) / found.at) : n
  })
}

/**
 * For each chance, the smallest number of events that is reached or not exceeded with at least this chance, of `n` people each
 * with chance `p`: R's `qbinom`.
 *
 * @param chances - above 0, below 1, the smallest first.
 */
export function binomialQuantiles(chances: readonly number[], n: number, p: number): number[] {
  const hair = 1 - 64 * Number.EPSILON // as R: a hair is no difference
  const asked = chances.map((chance) => chance * hair)
  const reached = walk(asked, n, p)
  return chances.map((_, nth) => reached[nth]?.events ?? n)
}

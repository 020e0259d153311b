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

/**
 * As `binomialQuantile`, between whole numbers: so limits make a smooth line when they are drawn.
 *
 * @source Spiegelhalter (2005), appendix A.1.1.
 */
export function smoothBinomialQuantile(chance: number, n: number, p: number): number {
  let sum = 0
  for (let events = firstThatCounts(n, p); events < n; events += 1) {
    const at = binomialAt(events, n, p)
    sum += at
    if (sum >= chance) return Math.max(0, events - (sum - chance) / at)
  }
  return n
}

/**
 * The smallest number of events that is reached or not exceeded with at least this chance, of `n` people each with chance
 * `p`: R's `qbinom`.
 *
 * @param chance - above 0, below 1.
 */
export function binomialQuantile(chance: number, n: number, p: number): number {
  let sum = 0
  for (let events = firstThatCounts(n, p); events < n; events += 1) {
    sum += binomialAt(events, n, p)
    if (sum >= chance * (1 - 64 * Number.EPSILON)) return events // as R: a hair is no difference
  }
  return n
}

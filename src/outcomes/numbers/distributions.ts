import { lowerGamma, regularisedBeta, upperGamma } from './gamma.ts'

/** Probability above z under the standard normal; keeps its digits far out. */
export function normalUpperTail(z: number): number {
  const half = 0.5 * upperGamma(0.5, (z * z) / 2)
  return z >= 0 ? half : 1 - half
}

/** Probability of something at least as far from 0 as z, on either side: the p of a z. */
export function twoSidedP(z: number): number {
  return upperGamma(0.5, (z * z) / 2)
}

/**
 * The z below which the standard normal has probability p.
 *
 * @param p - above 0 and below 1.
 * @source Abramowitz and Stegun 26.2.23 as a first guess, then Halley's steps on the exact tail.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('A probability lies above 0 and below 1.')
  if (p > 0.5) return -lowerQuantile(1 - p)
  return lowerQuantile(p)
}

function lowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  for (let step = 0; step < 3; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const u = (normalUpperTail(-z) - p) / density
    z -= u / (1 + (u * z) / 2)
  }
  return z
}

/** Probability above a chi-squared value. */
export function chiSquaredUpperTail(chiSquared: number, degreesOfFreedom: number): number {
  return upperGamma(degreesOfFreedom / 2, chiSquared / 2)
}

/** The value below which chi-squared has probability p; for exact intervals of a count. */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  let [low, high] = [0, degreesOfFreedom + 10]
  while (lowerGamma(degreesOfFreedom / 2, high / 2) < p) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step += 1) {
    const middle = (low + high) / 2
    if (lowerGamma(degreesOfFreedom / 2, middle / 2) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Probability of a Student's t at least as far from 0, on either side. */
export function studentTwoSidedP(t: number, degreesOfFreedom: number): number {
  return regularisedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)
}

/** Probability of at most `successes` among n with chance p each. */
export function binomialLowerTail(successes: number, n: number, p: number): number {
  if (successes < 0) return 0
  return successes >= n ? 1 : regularisedBeta(1 - p, n - successes, successes + 1)
}

/** A share with how far it could be off by chance. All from 0 to 1. */
export interface Share {
  part: number
  of: number
  share: number
  from: number
  to: number
}

const z = 1.959963984540054 // of the normal distribution, for 95 in 100

/**
 * Wilson's 95% interval of a share: for small groups it says how little eight of eight tells.
 *
 * @returns undefined of nothing: 0 of 0 is no share.
 * @source E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212
 */
export function wilson(part: number, of: number): Share | undefined {
  if (of <= 0) return undefined
  const share = part / of
  const middle = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const whole = 1 + z ** 2 / of
  return { part, of, share, from: Math.max(0, (middle - reach) / whole), to: Math.min(1, (middle + reach) / whole) }
}

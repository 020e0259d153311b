import type { Locale } from '../../platform/words.ts'

/** A probability as a person reads it: "99.9%"; never 100, because it never is. */
export function chanceOf(locale: Locale, probability: number): string {
  const shown = Math.min(probability, 0.999)
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: shown > 0.99 ? 1 : 0 }).format(shown)
}

/** Bits with their sign: "+6.2", "−3.1". */
export function bitsOf(locale: Locale, bits: number): string {
  return new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  }).format(bits)
}

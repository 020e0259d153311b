import { type Locale, languageTags } from '../platform/words.ts'
import type { Currency } from './kinds.ts'

/** Money as it is read: 4505 pence are £45.05. @param inMinor - whole pence or cents. */
export const moneyText = (locale: Locale, inMinor: number, currency: Currency): string =>
  (inMinor / 100).toLocaleString(languageTags[locale], { style: 'currency', currency })

/** As a bank's file writes it, with a dot and two places: 4505 is 45.05. */
export function decimalText(inMinor: number): string {
  const digits = String(inMinor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * Reads an amount such as 45, 45.5, 45,50 or £45.50.
 *
 * @returns whole pence or cents, 1 to 10,000,000; undefined for anything else.
 */
export function readAmount(typed: string): number | undefined {
  const found = /^[£€]?\s?(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed.trim())
  if (!found) return undefined
  const inMinor = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return inMinor >= 1 && inMinor <= 10_000_000 ? inMinor : undefined
}

/** Reads a distance such as 12 or 12.4. @returns tenths of a mile or kilometre, 1 to 20,000. */
export function readDistance(typed: string): number | undefined {
  const found = /^(\d{1,4})(?:[.,](\d))?$/.exec(typed.trim())
  if (!found) return undefined
  const tenths = Number(found[1]) * 10 + Number(found[2] ?? 0)
  return tenths >= 1 && tenths <= 20_000 ? tenths : undefined
}

/** What a distance is worth, halves rounded up. @param rateInMinor - pence or cents for each mile or kilometre. */
export const mileageInMinor = (distanceInTenths: number, rateInMinor: number): number =>
  Math.floor((distanceInTenths * rateInMinor + 5) / 10)

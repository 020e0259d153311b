import { formatNumber } from '../platform/dates.ts'
import { type Locale, languageTags } from '../platform/words.ts'
import type { ValueKind } from './analyses/finding.ts'
import { words } from './words.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** A value of a table as it is written; a dash where there is none. */
export function shownValue(locale: Locale, kind: ValueKind, value: string | number | null): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  if (kind === 'count') return formatNumber(locale, value)
  if (kind === 'share') return percent(locale, value)
  if (kind === 'points') return points(locale, value)
  if (kind === 'p') return value < 0.001 ? `< ${number(locale, 0.001)}` : number(locale, Number(value.toFixed(3)))
  return number(locale, value)
}

/** "27%". @param share - 0 to 1. */
export const percent = (locale: Locale, share: number): string =>
  format(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)

/** Hundredths of a share with their sign: "−3.1 points". */
const points = (locale: Locale, share: number): string => {
  const shown = format(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return words(locale)('points', { number: shown.format(share * 100) })
}

/** Three digits that matter. */
export const number = (locale: Locale, value: number): string =>
  format(locale, { maximumSignificantDigits: 3 }).format(value)

function format(locale: Locale, shape: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(shape)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(languageTags[locale], shape)
  formats.set(key, known)
  return known
}

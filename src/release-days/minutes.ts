import { type Locale, languageTags } from '../platform/words.ts'

/** 570 as '09:30'; what is past midnight goes on counting from 00:00. */
export function timeOf(minute: number): string {
  const text = (part: number) => String(part).padStart(2, '0')
  return `${text(Math.floor(minute / 60) % 24)}:${text(minute % 60)}`
}

/** Minutes after midnight of a time such as 9:30; undefined when it is none. */
export function minuteOf(typed: string): number | undefined {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(typed.trim())
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined
}

/** 4600 as '£46.00', as the language writes it. */
export const moneyOf = (locale: Locale, pence: number): string =>
  (pence / 100).toLocaleString(languageTags[locale], { style: 'currency', currency: 'GBP' })

/** 4600 as '46.00', as it is typed. */
export const poundsOf = (pence: number): string => (pence / 100).toFixed(2)

/** Pence of an amount such as 46 or 2.80; undefined when it is none. */
export function penceOf(typed: string): number | undefined {
  const found = /^£?\s*(\d{1,4})(?:[.,](\d{2}))?$/.exec(typed.trim())
  return found ? Number(found[1]) * 100 + Number(found[2] ?? 0) : undefined
}

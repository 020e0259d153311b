import { type Locale, languageTags } from '../platform/words.ts'

/** An amount in hundredths of its currency as it is written: "£5,000". */
export function formatAmount(locale: Locale, amountInPence: number, currency: 'GBP' | 'EUR'): string {
  const isWhole = amountInPence % 100 === 0
  const options = { style: 'currency', currency, minimumFractionDigits: isWhole ? 0 : 2 } as const
  return new Intl.NumberFormat(languageTags[locale], options).format(amountInPence / 100)
}

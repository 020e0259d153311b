import type { Fund } from './queries/funds.ts'

const longestInDays = 3_650

/**
 * In how many days a fund is spent, at the pace of the last weeks.
 *
 * @returns 0 when nothing is left; undefined when nothing is being spent or it lasts more than ten years.
 */
export function runsOutIn({
  amountInMinor,
  spentInMinor,
  dailyInTenths,
}: Pick<Fund, 'amountInMinor' | 'spentInMinor' | 'dailyInTenths'>): number | undefined {
  const left = amountInMinor - spentInMinor
  if (left <= 0) return 0
  if (dailyInTenths <= 0) return undefined
  const days = Math.floor((left * 10) / dailyInTenths)
  return days > longestInDays ? undefined : days
}

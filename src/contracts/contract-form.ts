import { z } from 'zod'
import { readAmount } from '../expenses/index.ts'
import { readDay } from '../platform/web/day-field.ts'
import { type FormState, type Problem, readForm, text, typedText } from '../platform/web/form.ts'
import type { ContractFields, Price } from './queries/contracts.ts'
import { currencies, results } from './results.ts'

const earliest = '2000-01-01'
const [fewestDays, mostDays] = [7, 730]

const fields = z.object({
  funder: text(120, { missing: 'form.funder-missing', long: 'too-long' }),
  title: text(120, { missing: 'form.title-missing', long: 'too-long' }),
  currency: z.enum(currencies, { error: 'form.currency-missing' }),
  followDays: z.coerce.number('form.days-wrong').int('form.days-wrong').min(fewestDays, 'form.days-wrong').max(mostDays, 'form.days-wrong'), // biome-ignore format: one line
})

/** What was typed of a contract: a price for at least one result. */
export function readContract(body: unknown): FormState<ContractFields> {
  const form = readForm(fields, body)
  const [fromOn, untilOn] = [readDay(form, 'fromOn'), readDay(form, 'untilOn')]
  const prices: Price[] = []
  const problems: Problem[] = []
  for (const result of results) {
    const typed = typedText(form, `price-${result}`).trim()
    const priceInMinor = readAmount(typed)
    if (priceInMinor) prices.push({ result, priceInMinor })
    else if (typed !== '') problems.push({ field: `price-${result}`, message: 'form.price-wrong' })
  }
  if (prices.length === 0 && problems.length === 0)
    problems.push({ field: `price-${results[0]}`, message: 'form.price-missing' })
  if (!fromOn || fromOn < earliest) problems.push({ field: 'fromOn', message: 'form.day-wrong' })
  if (!untilOn || (fromOn && untilOn <= fromOn)) problems.push({ field: 'untilOn', message: 'form.until-wrong' })
  if (!form.valid || !fromOn || !untilOn || problems.length > 0)
    return { valid: false, typed: form.typed, problems: [...form.problems, ...problems] }
  return { ...form, values: { ...form.values, fromOn, untilOn, prices } }
}

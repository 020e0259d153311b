import { z } from 'zod'
import { type FormState, readForm, type Typed } from '../platform/web/form.ts'
import type { SampleSize } from './evaluation.ts'

/** Chances of finding the difference that can be chosen, in per cent. */
export const powers = ['80', '90', '95'] as const
/** How many are compared with each one who takes part. */
export const ratios = ['1', '2', '3', '4'] as const
const tenths = 1_000 // of a proportion: 56.5% is 565

/** "56", "56.5", "56,5 %": a proportion above 0 and below 1. */
const percentage = z
  .string({ error: 'size.share-wrong' })
  .transform((typed) => typed.replace(/[\s%]/g, '').replace(',', '.'))
  .refine((typed) => /^\d{1,2}(\.\d)?$/.test(typed) && Number(typed) > 0, { error: 'size.share-wrong' })
  .transform((typed) => Math.round(Number(typed) * 10) / tenths)

const size = z
  .object({
    shareWithout: percentage,
    shareWith: percentage,
    power: z.enum(powers).catch('80'),
    ratio: z.enum(ratios).catch('1'),
  })
  .refine(({ shareWithout, shareWith }) => shareWithout !== shareWith, {
    error: 'size.no-difference',
    path: ['shareWith'],
  })
  .transform(({ power, ratio, ...shares }) => ({ ...shares, power: Number(power) / 100, ratio: Number(ratio) }))

/** Reads how large a difference must be found. */
export const readSize = (typed: unknown): FormState<SampleSize> => readForm(size, typed)

/** A kept size as if it had been typed. */
export const typedSize = ({ shareWithout, shareWith, power, ratio }: SampleSize): Typed => ({
  shareWithout: percentOf(shareWithout),
  shareWith: percentOf(shareWith),
  power: String(Math.round(power * 100)),
  ratio: String(ratio),
})

const percentOf = (share: number): string => String(Math.round(share * tenths) / 10)

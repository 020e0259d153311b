import { z } from 'zod'
import { optionalText, text } from '../../platform/web/form.ts'
import { minuteOf, penceOf } from '../minutes.ts'
import { modes } from '../the-day/day-plan.ts'

const name = text(200, { missing: 'problem.missing', long: 'problem.long' })
const orProblem = <T>(read: (typed: string) => T | undefined, message: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): T => {
      const value = read(typed)
      if (value === undefined) context.addIssue({ code: 'custom', message })
      return value as T
    })
const time = orProblem(minuteOf, 'problem.time')
const minutes = orProblem((typed) => {
  const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return number >= 1 && number <= 600 ? number : undefined
}, 'problem.minutes')

export const dayForm = z.object({
  gatePlace: name,
  gateAt: time,
  homePlace: optionalText(200, 'problem.long'),
  cashInPence: orProblem(penceOf, 'problem.money'),
  mode: z.enum(modes, { error: 'problem.mode' }),
  meetsName: optionalText(200, 'problem.long'),
})

export const stopForm = z
  .object({
    title: name,
    place: name,
    opensAt: time,
    closesAt: time,
    lengthInMinutes: minutes,
    isMedicine: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, { path: ['closesAt'], error: 'problem.closes' })

export const hoursForm = z
  .object({
    place: name,
    weekdays: z
      .union([z.string().transform((one) => [one]), z.array(z.string())])
      .default([])
      .transform((all) => all.map(Number).filter((day) => Number.isInteger(day) && day >= 1 && day <= 7))
      .refine((all) => all.length > 0, 'problem.weekdays'),
    opensAt: time,
    closesAt: time,
  })
  .refine(({ opensAt, closesAt }) => opensAt <= closesAt, { path: ['closesAt'], error: 'problem.closes' })

/** Moves as our own page sends them: id, version and minutes, one a line. */
export const movesForm = z.object({
  move: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((all) =>
      all.flatMap((each) => {
        const [, id, version, to] = /^([0-9a-f-]{36}) (\d{1,6}) (\d{1,4})$/.exec(each) ?? []
        return id && Number(to) < 1_440 ? [{ id, version: Number(version), to: Number(to) }] : []
      }),
    ),
})

import { z } from 'zod'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import { pathwayIcons } from '../../platform/web/components/index.ts'
import { readDay } from '../../platform/web/day-field.ts'
import type { Problem, Typed } from '../../platform/web/form.ts'
import { interests, preferences } from '../kinds.ts'
import { doneKinds } from '../views/parts.tsx'

export interface OfMentor {
  Params: { mentorId: string }
}
export interface OfMatch {
  Params: { matchId: string }
}
export const sees = { config: { may: 'see mentors', looks: 'personal' } } as const
export const seesNobody = { config: { may: 'see mentors', looks: 'none' } } as const
export const changes = { config: { may: 'see mentors', looks: 'none' } } as const
export const runs = { config: { may: 'run mentoring', looks: 'none' } } as const
export const mentors = { config: { may: 'mentor people', looks: 'none' } } as const
export const mentorsSeeing = { config: { may: 'mentor people', looks: 'personal' } } as const

const query = z.object({ done: z.enum(doneKinds).optional().catch(undefined) })
export const doneOf = (asked: unknown) => query.parse(asked).done

const mostInList = 20
const longestWord = 60

/** Words parted by commas, each once; at most 20 of up to 60 letters. */
export const commaList = z
  .string()
  .default('')
  .transform((typed) => [...new Set(typed.split(',').map((word) => word.trim()).filter((word) => word !== ''))]) // biome-ignore format: one line
  .pipe(z.array(z.string().max(longestWord, 'problem.list')).max(mostInList, 'problem.list'))
const several = (known: readonly string[]) =>
  z.preprocess((typed) => [typed ?? []].flat(), z.array(z.string()).transform((all) => known.filter((code) => all.includes(code)))) // biome-ignore format: one line
export const pathwayCodes = Object.keys(pathwayIcons)
export const likeness = {
  prefers: z.enum(preferences, { error: 'problem.choose' }),
  languages: commaList,
  interests: several(interests),
}
export const pathways = several(pathwayCodes)
export const weekdays = several(['1', '2', '3', '4', '5', '6', '7']).transform((all) => all.map(Number))

/** A day that was typed, today where none was; a problem for what is no day or lies ahead. */
export function pastDay(form: { typed: Typed }, field: string, now: Date): { day: Day } | { problem: Problem } {
  const today = dayAt(now)
  const day = readDay(form, field)
  if (day === undefined) return { problem: { field, message: 'problem.day' } }
  if (day && day > today) return { problem: { field, message: 'problem.day-future' } }
  return { day: day ?? today }
}

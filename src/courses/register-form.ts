import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { type Problem, type Typed, typedText } from '../platform/web/form.ts'
import { type Mark, marks } from './queries/register.ts'
import type { TakenRegister } from './take-register.ts'

const longestWhy = 200
const longestNote = 4000
const instant = z.iso.datetime().transform((text) => new Date(text))

const placesIn = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => (name.startsWith('place-') ? [name.slice('place-'.length)] : []))

/** What was marked. Whoever is not marked is as the button says that saved it (`rest`), where it says anything. @throws Refusal `request.unreadable` */
export function readRegisterForm(typed: Typed): TakenRegister {
  const rest = marks.find((mark) => mark === typed['rest'])
  const marked = new Map<string, { mark: Mark; why: string }>()
  for (const id of placesIn(typed)) {
    const mark = marks.find((each) => each === typed[`mark-${id}`]) ?? rest
    if (mark) marked.set(id, { mark, why: typedText({ typed }, `why-${id}`).trim() })
  }
  const seenUntil = instant.safeParse(typed['seen'])
  if (!seenUntil.success || [...marked.keys()].some((id) => !z.uuid().safeParse(id).success))
    throw new Refusal('unreadable', 'request.unreadable')
  const startsAt = instant.safeParse(typed['starts']).data
  return { marks: marked, note: typedText({ typed }, 'note').trim(), seenUntil: seenUntil.data, startsAt }
}

export function problemsOfRegister(typed: Typed): Problem[] {
  const long = placesIn(typed).filter((id) => typedText({ typed }, `why-${id}`).trim().length > longestWhy)
  const problems = long.map((id) => ({ field: `why-${id}`, message: 'register.why-long' }))
  if (typedText({ typed }, 'note').trim().length > longestNote)
    problems.push({ field: 'note', message: 'register.note-long' })
  return problems
}

import { holdBack, isSafe, toFive, together } from '../hold-back.ts'
import { type CountedResult, measures, type PublicResult } from '../queries/results.ts'

/**
 * What everybody may read of what was counted: all prisons together and each by itself, to the nearest five; held back where
 * somebody could be told, from the figure or from what it leaves of the others.
 */
export function safeResults(counted: readonly CountedResult[]): PublicResult[] {
  return measures.flatMap((measure) => {
    const parts = counted
      .filter((one) => one.measure === measure)
      .map(({ prison, people, counted }) => ({ name: prison, cells: [counted, people - counted] }))
    const whole = together(parts)
    if (parts.length === 0) return []
    const shown = isSafe(whole) ? holdBack(parts).shown : []
    const told = (prison: string, [happened, not]: readonly number[]): PublicResult => ({
      measure,
      prison,
      people: toFive(happened! + not!),
      counted: toFive(happened!),
    })
    const held = (prison: string): PublicResult => ({ measure, prison, people: null, counted: null })
    return [
      isSafe(whole) ? told('', whole.cells) : held(''),
      ...parts.map((part) => (shown.includes(part) ? told(part.name, part.cells) : held(part.name))),
    ]
  })
}

import { StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { clockOf, hoursLeft } from '../clock.ts'
import type { Breach } from '../queries.ts'
import { words } from '../words.ts'

const tones = { RUNNING: 'warn', LATE: 'bad', TOLD: 'good', TOLD_LATE: 'warn', NOT_NEEDED: undefined } as const

/** The clock in words: how many hours are left, or how it ended. */
export function ClockTag({ locale, breach, now }: { locale: Locale; breach: Breach; now: Date }) {
  const say = words(locale)
  const state = clockOf(breach, now)
  const text = state === 'RUNNING' ? say('clock.left', { hours: hoursLeft(breach, now) }) : say(`clock.${state}`)
  return <StatusTag tone={tones[state]}>{text}</StatusTag>
}

import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { adaptProgramme } from './keep-programme.ts'
import type { Lesson, ProgrammeResults } from './package/lessons.ts'
import { getProgramme } from './queries.ts'

const mostLessons = 40

/**
 * Writes down what was learned, in the next edition of one's own programme: from then on it travels with it.
 *
 * @throws Refusal `programme.not-found`, `programme.managers-only`, `programme.changed`; `programme.many-lessons`
 */
export async function addLesson(
  change: Change,
  programmeId: string,
  written: Omit<Lesson, 'key' | 'madeBy' | 'writtenOn'>,
): Promise<void> {
  const programme = await getProgramme(change, programmeId)
  const lessons = programme.package.lessons ?? []
  if (lessons.length >= mostLessons) throw new Refusal('conflict', 'programme.many-lessons')
  const last = Math.max(0, ...lessons.map(({ key }) => Number(/^lesson-(\d+)$/.exec(key)?.[1] ?? 0)))
  const made = { key: `lesson-${last + 1}`, madeBy: change.actor.agencyName, writtenOn: dayAt(change.now) }
  await adaptProgramme(change, programme, { ...programme.package, lessons: [...lessons, { ...written, ...made }] })
}

/** @throws Refusal as `addLesson` */
export async function removeLesson(change: Change, programmeId: string, key: string): Promise<void> {
  const programme = await getProgramme(change, programmeId)
  const lessons = (programme.package.lessons ?? []).filter((each) => each.key !== key)
  await adaptProgramme(change, programme, { ...programme.package, lessons })
}

/**
 * Sends how it went along with one's own programme, in place of what the agency sent before.
 *
 * @param sums - of many people; who calls has held back what is of few. @throws Refusal as `addLesson`
 */
export async function sendResultsAlong(
  change: Change,
  programmeId: string,
  sums: Omit<ProgrammeResults, 'madeBy' | 'untilOn'>,
): Promise<void> {
  const programme = await getProgramme(change, programmeId)
  const madeBy = change.actor.agencyName
  const others = (programme.package.results ?? []).filter((each) => each.madeBy !== madeBy)
  const results = [...others, { ...sums, madeBy, untilOn: dayAt(change.now) }]
  await adaptProgramme(change, programme, { ...programme.package, results })
}

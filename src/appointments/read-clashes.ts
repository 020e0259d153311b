import { findCurfew } from '../licences/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { type Clash, listHurries, listOverlaps, type Tried, usualMinutes } from './queries/clashes.ts'

/**
 * What an appointment would run into: another of the person or of the worker, too little time on the way, a curfew. What the actor
 * may not see counts as being taken, without a word of what it is.
 */
export async function readClashes(reading: Reading, tried: Tried): Promise<Clash[]> {
  const overlaps = await listOverlaps(reading, tried)
  const hurries = await listHurries(reading, tried)
  return [...overlaps, ...hurries, ...(await curfewClash(reading, tried))]
}

async function curfewClash(reading: Reading, { caseId, startsAt, lengthInMinutes }: Tried): Promise<Clash[]> {
  const day = dayAt(startsAt)
  const minute = await findCurfew(reading, caseId, day)
  if (minute === null) return []
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const begins = instantAt(day, time)
  const ends = startsAt.getTime() + (lengthInMinutes ?? usualMinutes) * 60_000
  return ends > begins.getTime() ? [{ kind: 'CURFEW', startsAt: begins }] : []
}

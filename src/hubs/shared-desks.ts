import type { Day } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { type Desk, getHub, type Hub, listDesks } from './queries/hubs.ts'

const mostMs = 1_000
const mostKept = 500

export interface HubToday {
  hub: Hub
  desks: Desk[]
}

/** As the reader may see them. @throws Refusal `hub.not-found` */
export async function readHubToday(reading: Reading, hubId: string, day: Day): Promise<HubToday> {
  const [hub, desks] = await Promise.all([getHub(reading, hubId), listDesks(reading, hubId, day)])
  return { hub, desks }
}

/** How often the database has said that a hub changed; undefined while nobody listens to it. */
export type ChangesOf = (hubId: string) => number | undefined

/**
 * A hub and its desks for the open boards of one agency, read once after each change: their policies ask for the agency alone, and of 200
 * boards that fetch in the same second most are of three agencies. Who waits is read for each reader, under their own sight.
 *
 * What was read after a change was heard of holds until the next is heard of, and no longer than a second.
 */
export function shareDesks(changesOf: ChangesOf): typeof readHubToday {
  const kept = new Map<string, { change: number; until: number; today: Promise<HubToday> }>()

  return async (reading, hubId, day) => {
    const read = () => readHubToday(reading, hubId, day)
    const change = changesOf(hubId)
    if (change === undefined) return read()
    const key = `${reading.actor.agencyId} ${hubId} ${day}`
    const known = kept.get(key)
    if (known && known.change === change && known.until > performance.now()) return known.today.catch(read)
    const today = read()
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, { change, until: performance.now() + mostMs, today })
    today.catch(() => kept.delete(key)) // what is refused is asked anew by each
    return today
  }
}

import { dayAt } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { ContradictionCode, SaidMovement } from './contradiction.ts'
import { recordMovement, weighMovement } from './record-movement.ts'

/** One person who is ticked as arrived. */
export interface Ticked {
  personId: string
  cell: string
}

export interface Weighed extends Ticked {
  /** Why this person cannot be received; undefined where they can. */
  code: ContradictionCode | undefined
}

/** For each person who is ticked, whether they can be received now. */
export async function weighReceptions(reading: Reading, wing: string, ticked: readonly Ticked[]): Promise<Weighed[]> {
  const weighed: Weighed[] = []
  for (const each of ticked) {
    const { contradiction } = await weighMovement(reading, each.personId, reception(reading, wing, each))
    weighed.push({ ...each, code: contradiction?.code })
  }
  return weighed
}

/** Receives all who can be received, and leaves the others as they are. @returns how many, and who was not. */
export async function receiveMany(
  change: Change,
  wing: string,
  ticked: readonly Ticked[],
): Promise<{ received: number; failedIds: string[] }> {
  const weighed = await weighReceptions(change, wing, ticked)
  const ready = weighed.filter(({ code }) => code === undefined)
  for (const each of ready) await recordMovement(change, each.personId, reception(change, wing, each))
  return { received: ready.length, failedIds: weighed.filter(({ code }) => code).map(({ personId }) => personId) }
}

const reception = ({ now }: Reading, wing: string, { cell }: Ticked): SaidMovement => ({
  kind: 'RECEPTION',
  happenedOn: dayAt(now),
  wing,
  cell,
})

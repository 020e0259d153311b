import { addDays, type Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { shiftOf } from './call-clock.ts'
import { getHelpline, listOperators } from './queries/lines.ts'
import {
  cancelShift, findOwnerOfShift, findSwap, insertShifts, insertSwap, type Span, takeShift, updateBegan, updateLeft, updateSwapRefused,
} from './queries/shifts.ts' // biome-ignore format: a list

const daysInWeek = 7

export interface NewShift {
  accountId: string
  day: Day
  /** 'HH:MM' on the wall; an end that is no later than the beginning is of the next day. */
  from: string
  until: string
  /** How many weeks in a row, 1 to 26: each at the same time on the wall. */
  weeks: number
}

/** Plans somebody, by a manager. @returns how many shifts are new. @throws Refusal `helpline.not-found`, `helpline.no-operator` */
export async function planShifts(change: Change, helplineId: string, { accountId, day, from, until, weeks }: NewShift) {
  await getHelpline(change, helplineId)
  const isOperator = (await listOperators(change)).some(({ id }) => id === accountId)
  if (!isOperator) throw new Refusal('not found', 'helpline.no-operator')
  const spans = Array.from({ length: weeks }, (_, nth) => shiftOf(addDays(day, nth * daysInWeek), from, until))
  const added = await insertShifts(change, helplineId, accountId, spans)
  change.record({ name: 'helpline.shifts-planned', subjectId: helplineId, fieldGroup: 'administration', details: { accountId, count: added.length } }) // biome-ignore format: one line
  return added.length
}

/**
 * Takes a shift out of the rota: by a manager, who may leave it empty; by its operator, where somebody else covers all of it.
 *
 * @returns the time that nobody would cover, where it is refused for that.
 * @throws Refusal `helpline.shift-gone` where it is not in the rota any more, or not the actor's
 */
export async function dropShift(change: Change, helplineId: string, shiftId: string): Promise<Span | undefined> {
  const owner = await findOwnerOfShift(change, helplineId, shiftId)
  const { userId, roles } = change.actor
  if (!owner || (owner !== userId && !roles.includes('MANAGER'))) throw new Refusal('conflict', 'helpline.shift-gone')
  const empty = await cancelShift(change, shiftId)
  change.record({ name: empty ? 'helpline.shift-kept' : 'helpline.shift-cancelled', subjectId: helplineId, fieldGroup: 'administration', details: { shiftId } }) // biome-ignore format: one line
  return empty
}

/** The actor says that they are on, or have left. @throws Refusal `helpline.no-shift` for whoever has none now */
export async function beOn(change: Change, helplineId: string, isOn: boolean): Promise<void> {
  const isDone = isOn ? await updateBegan(change, helplineId) : await updateLeft(change, helplineId)
  if (!isDone) throw new Refusal('conflict', 'helpline.no-shift')
  change.record({ name: isOn ? 'helpline.operator-came' : 'helpline.operator-left', subjectId: helplineId, fieldGroup: 'administration' }) // biome-ignore format: one line
}

/**
 * Offers a shift of the actor's to a colleague or to anybody, for nothing or for one of theirs.
 *
 * @throws Refusal `helpline.swap-open` where it is offered already; `helpline.shift-gone` where a shift is not whose it was
 */
export async function askSwap(
  change: Change,
  helplineId: string,
  swap: { shiftId: string; toAccountId: string | null; forShiftId: string | null },
): Promise<void> {
  const owner = await findOwnerOfShift(change, helplineId, swap.shiftId)
  const other = swap.forShiftId && (await findOwnerOfShift(change, helplineId, swap.forShiftId))
  const isAsMeant = owner === change.actor.userId && (!swap.forShiftId || other === swap.toAccountId)
  if (!isAsMeant) throw new Refusal('conflict', 'helpline.shift-gone')
  const id = await insertSwap(change, helplineId, swap)
  if (!id) throw new Refusal('conflict', 'helpline.swap-open')
  change.record({ name: 'helpline.swap-asked', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Answers a swap. A yes is refused where an hour that was covered would be empty: the taker is away on that day.
 *
 * @returns the line, and the first time that would be empty where a yes was refused for that.
 * @throws Refusal `helpline.swap-gone` where it was answered, or is not for the actor
 */
export async function answerSwap(
  change: Change,
  id: string,
  isYes: boolean,
): Promise<{ helplineId: string; empty?: Span }> {
  const swap = await findSwap(change, id)
  const { userId } = change.actor
  const isForActor =
    swap && (swap.askedBy === userId ? !isYes : swap.toAccountId === userId || (swap.toAccountId === null && isYes))
  if (!isForActor) throw new Refusal('conflict', 'helpline.swap-gone')
  const { helplineId } = swap
  if (!isYes) {
    const answer = swap.askedBy === userId ? 'WITHDRAWN' : 'DECLINED'
    await updateSwapRefused(change, id, answer)
    change.record({ name: 'helpline.swap-answered', subjectId: id, fieldGroup: 'administration', details: { answer } })
    return { helplineId }
  }
  const empty = await takeShift(change, id)
  const answer = empty ? 'WOULD_BE_EMPTY' : 'ACCEPTED'
  change.record({ name: 'helpline.swap-answered', subjectId: id, fieldGroup: 'administration', details: { answer } })
  return { helplineId, ...(empty && { empty }) }
}

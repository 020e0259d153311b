import { type CaseFrame, getCaseFrame } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { compileAgenda } from './compile-agenda.ts'
import type { Names } from './handover-form.ts'
import { isOpen } from './handover-states.ts'
import { type AgendaPart, agendaParts, listFrozen } from './queries/agenda.ts'
import {
  type Continuity,
  getHandover,
  type Handover,
  listHandovers,
  listPoints,
  type Point,
  readContinuity,
} from './queries/handovers.ts'

/** A handover with what its page shows of it. */
export interface ShownHandover {
  frame: CaseFrame
  handover: Handover
  points: Point[]
  continuity: Continuity
  /** The others of the case. */
  earlier: Handover[]
}

/** @throws Refusal `handover.not-found` */
export async function readOne(reading: Reading, id: string): Promise<ShownHandover> {
  const handover = await getHandover(reading, id)
  const { caseId, personId } = handover
  const frame = await getCaseFrame(reading, caseId)
  reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups: ['identity', 'plan'] })
  const all = await listHandovers(reading, caseId)
  return {
    ...{ frame, handover, points: await listPoints(reading, handover) },
    continuity: await readContinuity(reading, handover, dayAt(handover.acceptedAt ?? reading.now)),
    earlier: all.filter((other) => other.id !== id),
  }
}

/** The names of the three, as they stand on the list of who was there. @throws Refusal `handover.not-found` */
export async function namesOf(reading: Reading, id: string): Promise<Names> {
  const { caseId, fromName, toName } = await getHandover(reading, id)
  const { shownName } = await getCaseFrame(reading, caseId)
  return { PERSON: shownName, SENDER: fromName, RECEIVER: toName }
}

export interface ShownAgenda {
  frame: CaseFrame
  handover: Handover
  agenda: AgendaPart[]
  points: Point[]
  /** Kept at the last meeting; else as the record stands now. */
  isFrozen: boolean
}

/** The agenda of a handover: as it was kept at the meeting, and before it as it stands now. @throws Refusal `handover.not-found` */
export async function readAgendaOf(reading: Reading, id: string): Promise<ShownAgenda> {
  const handover = await getHandover(reading, id)
  const { caseId, personId, heldNumber, state } = handover
  const frame = await getCaseFrame(reading, caseId)
  const isFrozen = heldNumber > 0
  const isLive = !isFrozen && isOpen(state)
  const found = isFrozen ? await listFrozen(reading, handover) : isLive ? await compileAgenda(reading, handover) : []
  const agenda = agendaParts.flatMap((part) => found.filter(({ fieldGroup }) => fieldGroup === part))
  const fieldGroups = ['identity' as const, ...agenda.map(({ fieldGroup }) => fieldGroup)]
  reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups })
  return { frame, handover, agenda, points: await listPoints(reading, handover), isFrozen }
}

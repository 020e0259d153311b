import { getCaseFrame } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { tryFirstDay } from '../release-days/index.ts'
import { type AgendaPart, agendaParts, partsSeenBy, readAgenda } from './queries/agenda.ts'
import type { Handover } from './queries/handovers.ts'

/**
 * What was done in prison and what is open, from the record at one look: only the parts of the case that both workers see (R065).
 *
 * The reader is of one end; what the worker of the other end does not see is left out for both.
 */
export async function compileAgenda(reading: Reading, handover: Handover): Promise<AgendaPart[]> {
  const { caseId, fromAgencyId, fromAccountId, toAccountId } = handover
  const others = reading.actor.agencyId === fromAgencyId ? [toAccountId] : [fromAccountId]
  // Inside one agency the reader may be neither of the two.
  if (handover.toAgencyId === fromAgencyId) others.push(fromAccountId)
  let parts: readonly string[] = agendaParts
  for (const other of others) {
    const seen = await partsSeenBy(reading, caseId, other)
    parts = parts.filter((part) => seen.includes(part))
  }
  const found = await readAgenda(reading, caseId, parts, dayAt(reading.now))
  return withFirstDay(reading, caseId, parts, inOrder(found))
}

const inOrder = (found: readonly AgendaPart[]) =>
  agendaParts.flatMap((part) => found.filter(({ fieldGroup }) => fieldGroup === part))

/** How the first day went when it was tried: of the stops, how many can be done. */
async function withFirstDay(
  reading: Reading,
  caseId: string,
  parts: readonly string[],
  agenda: AgendaPart[],
): Promise<AgendaPart[]> {
  if (!parts.includes('plan') || !parts.includes('custody')) return agenda
  const tried = await tryFirstDay(reading, await getCaseFrame(reading, caseId), {})
  if (!tried.on || tried.plan.stops.length === 0) return agenda
  const all = tried.plan.stops.length
  const done = tried.walked.doneCount
  const line = { kind: 'REHEARSAL', code: String(done), words: '', status: String(all), on: tried.on } as const
  const plan = agenda.find(({ fieldGroup }) => fieldGroup === 'plan')
  if (plan) plan.lines.push(line)
  else agenda.push({ fieldGroup: 'plan', lines: [line] })
  return agenda
}

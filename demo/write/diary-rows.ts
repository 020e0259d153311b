import type { Appointment, Profile, Step } from '../profile.ts'
import { agencyIdOf, type Context, type OfCase, record } from './context.ts'

/** What a step is in the plan besides its title. */
export interface InPlan {
  goalId: string | null
  kind: 'PRACTICAL' | 'INNER'
  doneWhen: string
  leadKind: string | null
  waitsFor: string[]
}
export const loose: InPlan = { goalId: null, kind: 'PRACTICAL', doneWhen: '', leadKind: null, waitsFor: [] }

/** @returns the id of the step. */
export function writeStep(
  context: Context,
  ofCase: OfCase,
  step: Step,
  needId: string | null,
  prison: string,
  inPlan: InPlan,
): string {
  const { sheets, newId, calendar, partnership } = context
  const isForPerson = step.by === 'PERSON'
  const maker = partnership.worker(isForPerson ? partnership.voiceOf(prison).key : step.by)
  const agencyId = agencyIdOf(context, maker.key)
  const id = newId()
  sheets.add('step', {
    id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    pathway: step.pathway,
    need_id: needId,
    title: step.title,
    due_on: step.due === null ? null : calendar.day(step.due),
    is_for_person: isForPerson,
    responsible_agency_id: isForPerson ? null : agencyId,
    responsible_account_id: isForPerson ? null : maker.id,
    status: step.status,
    status_reason: step.reason,
    made_by: maker.id,
    made_at: calendar.past(step.made),
    closed_at: step.closed === null ? null : calendar.past(step.closed),
    owner_agency_id: agencyId,
    goal_id: inPlan.goalId,
    kind: inPlan.kind,
    done_when: inPlan.doneWhen,
    lead_kind: inPlan.leadKind,
    waits_for: inPlan.waitsFor,
  })
  const said = { subjectId: id, fieldGroup: 'plan', by: maker.key, details: { pathway: step.pathway } }
  record(context, ofCase, { ...said, name: 'step.added', at: step.made })
  if (step.closed === null) return id
  const details = { pathway: step.pathway, from: 'IN_PROGRESS', to: step.status }
  record(context, ofCase, { ...said, name: 'step.status-changed', at: step.closed, details })
  return id
}

export function writeAppointments(context: Context, ofCase: OfCase, { appointments, stay }: Profile): void {
  for (const appointment of appointments) writeAppointment(context, ofCase, appointment, stay.prison)
}

function writeAppointment(context: Context, ofCase: OfCase, appointment: Appointment, prison: string): void {
  const { sheets, newId, calendar, partnership } = context
  const maker = partnership.worker(appointment.with ?? partnership.voiceOf(prison).key)
  const agencyId = agencyIdOf(context, maker.key)
  const hasBeen = appointment.attendance !== null
  const endedAt = appointment.starts + appointment.minutes
  const id = newId()
  sheets.add('appointment', {
    id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    pathway: appointment.pathway,
    title: appointment.title,
    starts_at: calendar.at(appointment.starts),
    length_in_minutes: appointment.minutes,
    place: appointment.place,
    bring: appointment.bring,
    with_agency_id: appointment.with === null ? null : agencyId,
    with_account_id: appointment.with === null ? null : maker.id,
    with_name: appointment.withName,
    attendance: appointment.attendance as 'ATTENDED' | null,
    attendance_reason: appointment.reason,
    attendance_by: hasBeen ? maker.id : null,
    attendance_at: hasBeen ? calendar.past(endedAt) : null,
    made_by: maker.id,
    made_at: calendar.past(appointment.made),
    owner_agency_id: agencyId,
  })
  const said = { subjectId: id, fieldGroup: 'plan', by: maker.key }
  if (hasBeen) {
    const details = { attendance: appointment.attendance }
    record(context, ofCase, { ...said, name: 'appointment.attendance-recorded', at: endedAt, details })
  } else record(context, ofCase, { ...said, name: 'appointment.booked', at: appointment.made })
}

import { type DayOffset, moment } from '../calendar.ts'
import type { Profile } from '../profile.ts'
import { writeAssessments } from './assessment-rows.ts'
import { type Context, type OfCase, record } from './context.ts'
import { writeAppointments } from './diary-rows.ts'
import { writeNeeds, writeStatuses } from './need-rows.ts'
import { writeNotes } from './note-rows.ts'
import { addParty } from './party-rows.ts'
import { writePerson } from './person-rows.ts'
import { writePlan } from './plan-rows.ts'
import { writeReferrals } from './referral-rows.ts'

/** A person with their case and all that people did on it. @returns the id of the case. */
export function writeCase(context: Context, profile: Profile): string {
  const { sheets, newId, calendar, partnership } = context
  const personId = writePerson(context, profile)
  const prison = partnership.agency(profile.stay.prison)
  const ofCase: OfCase = { caseId: newId(), personId, ownerId: prison.id }
  sheets.add('case_file', {
    id: ofCase.caseId,
    person_id: personId,
    opened_on: calendar.day(profile.stay.received),
    made_at: calendar.at(moment(profile.stay.received, 900)),
    owner_agency_id: ofCase.ownerId,
    opened_under: context.agreementId,
  })
  const opener = partnership.voiceOf(profile.stay.prison).key
  record(context, ofCase, {
    name: 'case.opened',
    subjectId: ofCase.caseId,
    fieldGroup: 'identity',
    by: opener,
    at: moment(profile.stay.received, 900),
  })

  writeParties(context, ofCase, profile)
  writeStatuses(context, ofCase, profile)
  writeAssessments(context, ofCase, profile)
  const needIds = writeNeeds(context, ofCase, profile)
  writeReferrals(context, ofCase, profile, needIds)
  writePlan(context, ofCase, profile, needIds)
  writeAppointments(context, ofCase, profile)
  writeNotes(context, ofCase, profile)
  return ofCase.caseId
}

/** The prison at list level with its receiving team, until release; the area that supervises; those who are named. */
function writeParties(context: Context, ofCase: OfCase, { stay, supervisedBy, workers }: Profile): void {
  const { partnership } = context
  const prison = partnership.agency(stay.prison)
  const inside = { agencyId: prison.id, since: stay.received, until: stay.left }
  addParty(context, ofCase, { ...inside, relationship: 'CUSTODY' })
  if (prison.receivingTeamId) {
    addParty(context, ofCase, { ...inside, relationship: 'TEAM', teamId: prison.receivingTeamId })
  }
  const area = partnership.agency(supervisedBy)
  addParty(context, ofCase, { agencyId: area.id, since: stay.received + 1, until: null, relationship: 'SUPERVISION' })
  for (const naming of workers) writeNaming(context, ofCase, naming, daysWithout(naming, workers, stay.received))
}

type Naming = Profile['workers'][number]

function writeNaming(context: Context, ofCase: OfCase, naming: Naming, daysWithout: number): void {
  const { worker, role, since, until = null } = naming
  const { id: accountId, agency } = context.partnership.worker(worker)
  const agencyId = context.partnership.agency(agency).id
  const named = { agencyId, accountId, relationship: 'ALLOCATED', role, since, until } as const
  record(context, ofCase, {
    name: 'case.worker-named',
    subjectId: addParty(context, ofCase, named),
    fieldGroup: 'identity',
    by: worker,
    at: moment(since, 620),
    details: { role, accountId, daysWithout },
  })
}

/** Since the last worker in this role left, or since the case was opened. */
function daysWithout({ role, since }: Naming, workers: Naming[], opened: DayOffset): number {
  const ends = workers.flatMap((other) => (other.role === role && other.until !== undefined ? [other.until] : []))
  return Math.max(0, since - Math.max(opened, ...ends.filter((end) => end <= since)))
}

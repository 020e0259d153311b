import { moment } from '../calendar.ts'
import type { Need, Profile } from '../profile.ts'
import { agencyIdOf, type Context, type OfCase, record } from './context.ts'

export function writeStatuses({ sheets, calendar, partnership }: Context, { caseId }: OfCase, profile: Profile): void {
  const setter = profile.workers[0]?.worker ?? partnership.voiceOf(profile.stay.prison).key
  const worker = partnership.worker(setter)
  for (const [pathway, { status, reason }] of Object.entries(profile.statuses)) {
    sheets.add('pathway_status', {
      case_id: caseId,
      pathway,
      status,
      reason,
      derived_status: status,
      set_by: worker.id,
      set_at: calendar.past(moment(profile.assessedOn, 660)),
      owner_agency_id: partnership.agency(worker.agency).id,
    })
  }
}

/** @returns the ids of the needs, in their order. */
export function writeNeeds(context: Context, ofCase: OfCase, { needs, referrals }: Profile): string[] {
  return needs.map((need, index) => {
    const started = referrals.filter((referral) => referral.need === index).flatMap(({ started }) => started ?? [])
    return writeNeed(context, ofCase, need, started.length > 0 ? Math.min(...started) : undefined)
  })
}

function writeNeed(context: Context, ofCase: OfCase, need: Need, firstService: number | undefined): string {
  const { sheets, newId, calendar, partnership } = context
  const id = newId()
  const worker = partnership.worker(need.raisedBy)
  const agencyId = agencyIdOf(context, need.raisedBy)
  const isClosed = need.status === 'MET' || need.status === 'DECLINED'
  const closed = Math.min(moment(-1, 700), (firstService ?? need.raised) + 4 * 1_440)
  sheets.add('need', {
    id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    pathway: need.pathway,
    words: need.words,
    needed_by_on: need.neededBy === null ? null : calendar.day(need.neededBy),
    status: need.status,
    status_reason: need.reason,
    responsible_agency_id: agencyId,
    responsible_account_id: need.isForPerson ? null : worker.id,
    is_for_person: need.isForPerson,
    begin_by_on: need.neededBy === null ? null : calendar.day(need.neededBy - 28),
    raised_by: worker.id,
    raised_at: calendar.past(need.raised),
    first_service_at: firstService === undefined ? null : calendar.past(firstService),
    closed_at: isClosed ? calendar.past(closed) : null,
    owner_agency_id: agencyId,
  })
  const said = { subjectId: id, fieldGroup: 'needs', by: need.raisedBy, details: { pathway: need.pathway } }
  record(context, ofCase, { ...said, name: 'need.raised', at: need.raised })
  return id
}

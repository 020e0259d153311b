import { dayOfMoment, type Moment } from '../calendar.ts'
import type { Service } from '../partnership.ts'
import type { Need, Profile, Referral } from '../profile.ts'
import { agencyIdOf, type Context, type OfCase, record } from './context.ts'
import { addParty } from './party-rows.ts'

const daysToAnswer = 14

/** Referrals with who did what and when; the service that was asked is let in as far as it said yes. */
export function writeReferrals(
  context: Context,
  ofCase: OfCase,
  { referrals, needs }: Profile,
  needIds: string[],
): void {
  for (const referral of referrals) {
    const need = needs[referral.need]!
    const asked: Referral = { ...referral, sent: Math.max(referral.sent, need.raised) }
    const service = context.partnership.service(referral.service)
    const id = writeReferral(context, ofCase, asked, service, { ...need, id: needIds[referral.need]! })
    letIn(context, ofCase, asked, service, id)
    const needId = needIds[referral.need]!
    const { id: serviceId, agencyId: toAgencyId } = service
    tell(context, ofCase, asked, service, id, { pathway: need.pathway, needId, serviceId, toAgencyId })
  }
}

function writeReferral(
  context: Context,
  { caseId, personId }: OfCase,
  referral: Referral,
  service: Service,
  need: Need & { id: string },
): string {
  const { sheets, newId, calendar, partnership } = context
  const id = newId()
  const from = partnership.worker(referral.from)
  const fromAgencyId = agencyIdOf(context, referral.from)
  const voice = service.agency ? partnership.voiceOf(service.agency) : undefined
  const at = (moment: Moment | undefined) =>
    moment === undefined ? null : calendar.past(Math.max(moment, referral.sent + 5))
  const [code = 'OTHER', words = ''] = referral.reason ?? []
  const isDecided = referral.accepted !== undefined || referral.declined !== undefined
  sheets.add('referral', {
    id,
    reference: referral.reference ?? context.newReference(),
    case_id: caseId,
    person_id: personId,
    need_id: need.id,
    service_id: service.id,
    pathway: need.pathway,
    from_agency_id: fromAgencyId,
    from_account_id: from.id,
    to_agency_id: service.agencyId,
    need_words: need.words,
    need_raised_at: calendar.past(need.raised),
    why: referral.why,
    desired_outcomes: referral.outcomes?.map(({ words }) => words) ?? [need.words],
    sent_at: calendar.past(referral.sent),
    received_at: at(referral.received),
    received_by: referral.received === undefined ? null : (voice?.id ?? null),
    accepted_at: at(referral.accepted),
    declined_at: at(referral.declined),
    decided_by: isDecided ? (voice?.id ?? null) : null,
    decided_by_name: isDecided ? (voice?.name ?? service.provider ?? null) : null,
    decline_reason: referral.declined === undefined ? null : code,
    decline_words: referral.declined === undefined ? '' : words,
    starts_on: referral.starts === undefined ? null : calendar.day(referral.starts),
    named_worker: referral.accepted === undefined ? '' : (voice?.name ?? ''),
    question: referral.question ?? null,
    asked_at: at(referral.asked),
    started_at: at(referral.started),
    started_by: referral.started === undefined ? null : (voice?.id ?? null),
    ended_at: at(referral.ended),
    end_kind: referral.endKind ?? null,
    end_reason: referral.endKind && referral.endKind !== 'COMPLETED' ? code : null,
    end_words: referral.endKind && referral.endKind !== 'COMPLETED' ? words : '',
    ended_by: referral.endKind === 'WITHDRAWN' ? from.id : referral.endKind ? (voice?.id ?? null) : null,
    persons_view: referral.view ?? null,
    expires_at: calendar.at(referral.sent + daysToAnswer * 1_440),
    expired_at: at(referral.expired),
    chased_count: referral.chased === undefined ? 0 : 1,
    chased_at: at(referral.chased),
    owner_agency_id: fromAgencyId,
  })
  for (const { words, result } of referral.outcomes ?? []) {
    sheets.add('referral_outcome', { id: newId(), referral_id: id, words, result: result as 'ACHIEVED' })
  }
  return id
}

function letIn(context: Context, ofCase: OfCase, referral: Referral, { agencyId }: Service, id: string): void {
  if (!agencyId) return // a provider without an account answers by a link and sees no case
  const closed = referral.ended ?? referral.expired ?? referral.declined
  const relationship = referral.accepted === undefined ? 'REFERRED' : 'ACCEPTED'
  const since = dayOfMoment(referral.accepted ?? referral.sent)
  const until = closed === undefined ? null : Math.min(0, dayOfMoment(closed))
  addParty(context, ofCase, {
    agencyId,
    relationship,
    since,
    until,
    causeId: id,
    ownerId: agencyIdOf(context, referral.from),
  })
}

function tell(
  context: Context,
  ofCase: OfCase,
  referral: Referral,
  { agency }: Service,
  id: string,
  details: object,
): void {
  const theirs = agency ? context.partnership.voiceOf(agency).key : referral.from
  const ends: Record<string, string> = {
    COMPLETED: 'referral.completed',
    WITHDRAWN: 'referral.withdrawn',
    ENDED_EARLY: 'referral.ended-early',
  }
  const happened: [string, Moment | undefined, string][] = [
    ['referral.sent', referral.sent, referral.from],
    ['referral.received', referral.received, theirs],
    ['referral.asked', referral.asked, theirs],
    ['referral.accepted', referral.accepted, theirs],
    ['referral.declined', referral.declined, theirs],
    ['referral.started', referral.started, theirs],
    [ends[referral.endKind ?? ''] ?? '', referral.ended, referral.endKind === 'WITHDRAWN' ? referral.from : theirs],
    ['referral.expired', referral.expired, referral.from],
  ]
  for (const [name, at, by] of happened) {
    if (at === undefined) continue
    record(context, ofCase, { name, subjectId: id, fieldGroup: 'referrals', by, at, details: { ...details } })
  }
}

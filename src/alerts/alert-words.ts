import { workerRoleLabel } from '../agencies/index.ts'
import { isDay } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { Alert } from './queries.ts'
import { words } from './words.ts'

const known = [
  'referral.accepted',
  'referral.declined',
  'referral.asked',
  'referral.started',
  'referral.completed',
  'referral.ended-early',
  'referral.chased',
  'referral.expired',
  'case.worker-named',
  'case.handed-over',
  'step.given',
  'need.given',
  'appointment.booked',
  'appointment.cannot-come',
  'appointment.reminder-failed',
  'release-date.moved',
  'movement.recorded',
  'movement.undone',
  'break-glass.used',
  'own-door.said',
  'own-door.plan-answered',
  'family.named',
  'family.said',
  'family.shares-changed',
  'family-day.person-comes',
  'family-day.person-cannot',
  'family.day-comes',
  'family.day-cannot',
  'family.stopped',
  'family.blocked',
  'case-request.asked',
  'case-request.granted',
  'transfer.accepted',
  'transfer.declined',
  'transfer.expired',
  'first-days.missed',
  'licence.worry-raised',
  'licence.understood',
  'licence.not-understood',
  'submission.made',
  'submission.taken',
  'submission.declined',
  'export.asked',
  'export.approved',
  'export.declined',
  'handover.proposed',
  'handover.held',
  'handover.agreed',
  'handover.disagreed',
  'handover.gone-on',
  'handover.accepted',
  'handover.declined',
  'handover.cancelled',
  'handover.chased',
  'helpline.handed-on',
  'helpline.call-back-due',
  'helpline.call-back-late',
  'course.asks',
  'smart-action.due',
  'smart-action.late',
  'smart-action.quiet',
] as const

/** What an alert says, after the name of the agency: "Said no to Danny Okafor". */
export function alertText(locale: Locale, { name, personName, details }: Alert): string {
  const person = personName ?? ''
  const say = words(locale)
  const told = known.find((each) => each === name)
  if (!told) return say('a.other', { person })
  const role = typeof details['role'] === 'string' ? workerRoleLabel(locale, details['role']).toLowerCase() : ''
  const { from, to } = details
  const text = say(`a.${told}`, { person, role, kind: typeof details['kind'] === 'string' ? details['kind'] : '' })
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return text
  return `${text}. ${say('a.moved', { from: formatDay(locale, from), to: formatDay(locale, to) })}`
}

/** Where an alert leads: to the thing it is about, or to the case. */
export function alertHref({ name, subjectId, caseId }: Alert): string {
  const places: Record<string, string> = {
    referral: 'referrals',
    step: 'steps',
    need: 'needs',
    appointment: 'appointments',
    transfer: 'transfers',
    handover: 'handovers',
    helpline: 'helpline',
    'case-request': 'case-requests',
    'smart-action': 'smart-plans',
  }
  if (name === 'helpline.handed-on') return '/call-hand-offs'
  if (name.startsWith('export.')) return '/exports'
  if (name === 'first-days.missed') return `/cases/${caseId}/first-days`
  if (name === 'licence.worry-raised') return `/cases/${caseId}/licence`
  if (name === 'own-door.plan-answered') return `/cases/${caseId}/plan`
  if (name === 'family.blocked') return '/families/blocked'
  if (name.startsWith('family.')) return `/cases/${caseId}/family`
  if (name === 'course.asks') return `/cases/${caseId}/group-cautions`
  if (name.startsWith('submission.')) return `/cases/${caseId}/submissions`
  if (name === 'own-door.said') return `/cases/${caseId}/own-door`
  const place = places[name.split('.')[0]!]
  return place ? `/${place}/${subjectId}` : `/cases/${caseId}`
}

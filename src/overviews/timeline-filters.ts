/** Events that the timeline shows, each with words of its own. */
export const eventNames = [
  'case.opened',
  'case.worker-named',
  'case.worker-ended',
  'case.handed-over',
  'case.supervision-added',
  'release-date.moved',
  'person.arrived',
  'person.changed',
  'person.merged',
  'assessment.begun',
  'assessment.submitted',
  'assessment.skipped',
  'assessment.reset',
  'need.raised',
  'need.changed',
  'need.status-changed',
  'pathway.status-changed',
  'referral.sent',
  'referral.asked',
  'referral.accepted',
  'referral.declined',
  'referral.started',
  'referral.completed',
  'referral.withdrawn',
  'referral.ended-early',
  'referral.expired',
  'referral.chased',
  'step.added',
  'step.changed',
  'step.status-changed',
  'appointment.booked',
  'appointment.changed',
  'appointment.cancelled',
  'appointment.attendance-recorded',
  'passport.issued',
  'own-door.started',
  'own-door.said',
  'own-door.answered',
] as const
export type EventName = (typeof eventNames)[number]

export const filters = ['everything', 'contact', 'referrals', 'decisions', 'words'] as const
export type TimelineFilter = (typeof filters)[number]

/** Which notes and which events each filter shows. Every note that holds own words is under `words`. */
export const contents: Record<
  Exclude<TimelineFilter, 'everything' | 'words'>,
  { notes: string[]; events: EventName[] }
> = {
  contact: { notes: ['CONTACT', 'KEY_WORK', 'PHONE', 'FAMILY'], events: ['appointment.attendance-recorded'] },
  referrals: { notes: [], events: eventNames.filter((name) => name.startsWith('referral.')) },
  decisions: {
    notes: ['DECISION'],
    events: [
      'case.opened',
      'case.worker-named',
      'case.worker-ended',
      'case.handed-over',
      'case.supervision-added',
      'pathway.status-changed',
      'need.status-changed',
      'referral.accepted',
      'referral.declined',
      'assessment.skipped',
      'assessment.reset',
    ],
  },
}

/** What a webhook can wait for, as events are recorded; its words are `event.NAME`. */
export const eventNames = [
  'case.opened',
  'case.worker-named',
  'person.arrived',
  'movement.recorded',
  'release-date.moved',
  'referral.sent',
  'referral.accepted',
  'referral.declined',
  'referral.started',
  'referral.completed',
  'need.raised',
  'need.status-changed',
  'step.added',
  'assessment.submitted',
  'appointment.booked',
  'appointment.cancelled',
  'appointment.attendance-recorded',
  'note.written',
  'passport.issued',
  'transfer.proposed',
  'transfer.accepted',
] as const

export type EventName = (typeof eventNames)[number]

/** Sent by a button, to the one webhook whose button it is. */
export const testEvent = 'webhook.tested'

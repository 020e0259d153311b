/** How an appointment went. A service that called it off says DID_NOT_HAPPEN: that is not the person's absence. */
export const attendances = ['ATTENDED', 'LATE', 'ABSENT_ACCEPTABLE', 'ABSENT_UNACCEPTABLE', 'DID_NOT_HAPPEN'] as const
export type Attendance = (typeof attendances)[number]

/** What did not go as planned says why. */
export const needsReason = (attendance: Attendance): boolean =>
  attendance === 'ABSENT_ACCEPTABLE' || attendance === 'ABSENT_UNACCEPTABLE' || attendance === 'DID_NOT_HAPPEN'

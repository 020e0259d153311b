/** How somebody is reminded. DOOR: at their own door, where their appointments stand anyway; nothing is sent. */
export const reminderWays = ['TEXT', 'EMAIL', 'LETTER', 'DOOR', 'NONE'] as const
export type ReminderWay = (typeof reminderWays)[number]

/** How long before, in hours. */
export const hoursBefore = [2, 24, 48, 72, 168] as const

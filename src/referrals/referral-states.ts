/** Derived by the database from who did what and when; nobody sets it. */
export const referralStates = [
  'SENT',
  'RECEIVED',
  'ACCEPTED',
  'DECLINED',
  'STARTED',
  'COMPLETED',
  'ENDED_EARLY',
  'WITHDRAWN',
  'EXPIRED',
] as const
export type ReferralState = (typeof referralStates)[number]

/** A provider without an account is spoken for by the sender, who keeps its signed link. */
export type Side = 'SENDER' | 'RECEIVER'

interface Move {
  to: ReferralState
  by: readonly Side[]
}

/** State -> may become, by whom. The database keeps the same table (referral_may_move). */
export const mayBecome: Record<ReferralState, readonly Move[]> = {
  SENT: [
    { to: 'RECEIVED', by: ['RECEIVER'] },
    { to: 'ACCEPTED', by: ['RECEIVER'] },
    { to: 'DECLINED', by: ['RECEIVER'] },
    { to: 'WITHDRAWN', by: ['SENDER'] },
    { to: 'EXPIRED', by: ['SENDER'] },
  ],
  RECEIVED: [
    { to: 'ACCEPTED', by: ['RECEIVER'] },
    { to: 'DECLINED', by: ['RECEIVER'] },
    { to: 'WITHDRAWN', by: ['SENDER'] },
    { to: 'EXPIRED', by: ['SENDER'] },
  ],
  ACCEPTED: [
    { to: 'STARTED', by: ['RECEIVER'] },
    { to: 'ENDED_EARLY', by: ['RECEIVER'] },
    { to: 'WITHDRAWN', by: ['SENDER'] },
  ],
  STARTED: [
    { to: 'COMPLETED', by: ['RECEIVER'] },
    { to: 'ENDED_EARLY', by: ['RECEIVER', 'SENDER'] },
  ],
  DECLINED: [],
  COMPLETED: [],
  ENDED_EARLY: [],
  WITHDRAWN: [],
  EXPIRED: [],
}

/** Whether a referral in this state may become another by somebody at these ends of it. */
export const mayMove = (from: ReferralState, to: ReferralState, sides: readonly Side[]): boolean =>
  mayBecome[from].some((move) => move.to === to && move.by.some((side) => sides.includes(side)))

/** At which ends of a referral an agency stands. */
export function sidesOf(agencyId: string, referral: { fromAgencyId: string; toAgencyId: string | null }): Side[] {
  const sides: Side[] = []
  if (agencyId === referral.fromAgencyId) sides.push('SENDER')
  if (agencyId === (referral.toAgencyId ?? referral.fromAgencyId)) sides.push('RECEIVER')
  return sides
}

export const openStates = ['SENT', 'RECEIVED', 'ACCEPTED', 'STARTED'] as const satisfies ReferralState[]
export const isOpen = (state: ReferralState): boolean => (openStates as readonly string[]).includes(state)

/** The views of an inbox, each with the states that it shows. */
export const statesOf = {
  'to-answer': ['SENT', 'RECEIVED'],
  'to-start': ['ACCEPTED'],
  'under-way': ['STARTED'],
  completed: ['COMPLETED'],
  declined: ['DECLINED'],
  closed: ['ENDED_EARLY', 'WITHDRAWN', 'EXPIRED'],
} as const satisfies Record<string, ReferralState[]>
export type InboxView = keyof typeof statesOf
export const inboxViews = Object.keys(statesOf) as InboxView[]

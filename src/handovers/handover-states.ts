export const handoverStates = [
  'PROPOSED',
  'HELD',
  'DISAGREED',
  'AGREED',
  'GONE_ON',
  'ACCEPTED',
  'DECLINED',
  'CANCELLED',
] as const
export type HandoverState = (typeof handoverStates)[number]

/** Who makes a move. `MANAGER` is one of the sender's agency; the person moves at their own door, or beside a worker of either end. */
export const movers = ['SENDER', 'MANAGER', 'PERSON', 'RECEIVER', 'SYSTEM'] as const
export type Mover = (typeof movers)[number]

const noOrBack = { DECLINED: ['RECEIVER'], CANCELLED: ['SENDER', 'SYSTEM'] } as const

/**
 * State -> may become, by whom. A no of the person stops it until somebody acts: the three talk again, the person thinks otherwise, or a
 * manager says why it goes on all the same. The database has this chart too: handover_movers() in functions.sql.
 */
export const mayBecome: Record<HandoverState, Partial<Record<HandoverState, readonly Mover[]>>> = {
  PROPOSED: { HELD: ['SENDER'], ...noOrBack },
  HELD: { AGREED: ['PERSON'], DISAGREED: ['PERSON'], ...noOrBack },
  DISAGREED: { HELD: ['SENDER'], AGREED: ['PERSON'], GONE_ON: ['MANAGER'], ...noOrBack },
  AGREED: { DISAGREED: ['PERSON'], ACCEPTED: ['RECEIVER'], ...noOrBack },
  GONE_ON: { AGREED: ['PERSON'], ACCEPTED: ['RECEIVER'], ...noOrBack },
  ACCEPTED: {},
  DECLINED: {},
  CANCELLED: {},
}

export const isOpen = (state: HandoverState): boolean => Object.keys(mayBecome[state]).length > 0

/** Who must act for it to go on; nobody once it is over. */
export const mustAct: Record<HandoverState, 'SENDER' | 'PERSON' | 'RECEIVER' | 'NOBODY'> = {
  PROPOSED: 'SENDER',
  HELD: 'PERSON',
  DISAGREED: 'SENDER',
  AGREED: 'RECEIVER',
  GONE_ON: 'RECEIVER',
  ACCEPTED: 'NOBODY',
  DECLINED: 'NOBODY',
  CANCELLED: 'NOBODY',
}

/** Whether a move leads from one state to the other for somebody who wears these hats. */
export const mayMove = (from: HandoverState, to: HandoverState, hats: readonly Mover[]): boolean =>
  mayBecome[from][to]?.some((mover) => hats.includes(mover)) ?? false

export const ways = ['IN_PERSON', 'VIDEO', 'PHONE'] as const
export type Way = (typeof ways)[number]
export const declineReasons = ['NOT_YET', 'NOT_OURS', 'TOO_MANY', 'OTHER'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** What can be done with a line of the queue, and from where. */
export const moves = {
  call: { from: ['WAITING', 'CALLED'], to: 'CALLED' },
  see: { from: ['WAITING', 'CALLED'], to: 'SEEN' },
  done: { from: ['SEEN'], to: 'DONE' },
  leave: { from: ['WAITING', 'CALLED'], to: 'LEFT' },
} as const satisfies Record<string, { from: readonly TicketState[]; to: TicketState }>

export type TicketState = 'WAITING' | 'CALLED' | 'SEEN' | 'DONE' | 'LEFT' | 'NOT_RECORDED'
export type Move = keyof typeof moves
export const moveNames = Object.keys(moves) as [Move, ...Move[]]

/** The moves that a line in this state offers. */
export const movesFrom = (state: TicketState): Move[] =>
  moveNames.filter((move) => (moves[move].from as readonly string[]).includes(state) && moves[move].to !== state)

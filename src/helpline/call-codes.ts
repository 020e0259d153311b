/** How a caller is, as the operator hears it. */
export const feelings = ['CALM', 'WORRIED', 'LOW', 'ANGRY', 'FRIGHTENED'] as const
export type Feeling = (typeof feelings)[number]

/** Whether somebody is in danger: `NOW` is this minute, `CONCERN` thinks of it, and not asking is an answer that is said aloud. */
export const risks = ['NONE', 'CONCERN', 'NOW', 'NOT_ASKED'] as const
export type Risk = (typeof risks)[number]

/** What an operator did about a danger. */
export const deeds = ['STAYED', 'CALLED', 'GAVE_NUMBER', 'USED_PLAN', 'TOLD_MANAGER'] as const
export type Deed = (typeof deeds)[number]

/** Who calls: somebody of the record, somebody with a name that is not in it, or somebody who says none. */
export const callers = ['KNOWN', 'NAMED', 'ANONYMOUS'] as const
export type Caller = (typeof callers)[number]

/** Where a call stands, read from who did what and when. */
export type CallState = 'WAITING' | 'MISSED' | 'OPEN' | 'CLOSED'

/** How a call-back ended. */
export const outcomes = ['REACHED', 'NO_ANSWER', 'NOT_WANTED'] as const
export type Outcome = (typeof outcomes)[number]

/** A call-back taken this long after its time is late, before that it was kept. */
export const graceInMinutes = 10

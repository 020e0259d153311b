/** How a message leaves. */
export type Way = 'EMAIL' | 'TEXT'

/** Whoever carries messages says that this one can never arrive: a number that is none, a mailbox that is not there. */
export class NeverArrives extends Error {}

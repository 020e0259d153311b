/** What a worry is about. */
export const worryKinds = ['LICENCE', 'RECALL', 'RELEASE'] as const
export type WorryKind = (typeof worryKinds)[number]

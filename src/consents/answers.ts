/** Consent to share, agreement to be supported, and a story told: things of their own, asked apart (T9). */
export const kinds = ['SHARING', 'SUPPORT', 'STORY'] as const
export type ConsentKind = (typeof kinds)[number]

/** How the person said it. */
export const ways = ['SCREEN', 'PAPER', 'SPOKEN', 'INTERPRETER'] as const
export type Way = (typeof ways)[number]

export type Answer = 'GIVEN' | 'DECLINED' | 'WITHDRAWN'

/** A no after a yes takes the yes back; any other no declines. */
export const answerAfter = (before: Answer | undefined, isYes: boolean): Answer =>
  isYes ? 'GIVEN' : before === 'GIVEN' ? 'WITHDRAWN' : 'DECLINED'

/** Where somebody stands with the course before release: nobody has asked them, they were asked, they came, or they said no. */
export const courseStates = ['NOT_OFFERED', 'OFFERED', 'ATTENDED', 'DECLINED'] as const
export type CourseState = (typeof courseStates)[number]

/** What a prison says of it. */
export const courseWords = ['OFFERED', 'ATTENDED', 'DECLINED'] as const
export type CourseWord = (typeof courseWords)[number]

/** Why somebody said no: a code and no words, so that nothing of their health or family is written where the whole wing reads. */
export const declineReasons = ['NOT_NEEDED', 'DONE_BEFORE', 'WORK_OR_VISIT', 'TOO_HARD', 'NOT_NOW', 'NOT_SAID'] as const
export type DeclineReason = (typeof declineReasons)[number]

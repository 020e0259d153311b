export const classes = ['CASE', 'SAFEGUARDING', 'ADMINISTRATION'] as const
export type RetentionClass = (typeof classes)[number]

/** What a period counts from. */
export const triggers = ['CASE_CLOSED', 'SENTENCE_ENDED', 'LAST_CONTACT', 'DEATH'] as const
export type Trigger = (typeof triggers)[number]

export const actions = ['DELETE', 'ANONYMISE', 'REVIEW'] as const
export type Action = (typeof actions)[number]

/** One line of a schedule: so many months after the event, this is done with what belongs to the class. */
export interface Rule {
  class: RetentionClass
  trigger: Trigger
  /** 0 to 1,200. */
  months: number
  action: Action
  /** The law or decision it comes from. */
  source: string
}

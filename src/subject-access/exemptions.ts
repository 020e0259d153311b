/**
 * By which law something is left out of a copy. Where the law is another country's the reason is the same; its place is in the words.
 *
 * @source Data Protection Act 2018 s.45(4), Schedule 2 paragraphs 2, 16, 19 and 24, Schedule 3 paragraph 5.
 */
export const exemptions = [
  'THIRD_PARTY',
  'CRIME',
  'SECURITY',
  'SERIOUS_HARM',
  'LEGAL_PRIVILEGE',
  'CONFIDENTIAL_REFERENCE',
] as const
export type Exemption = (typeof exemptions)[number]

export const decisions = ['RELEASE', 'REDACT', 'WITHHOLD'] as const
export type Decision = (typeof decisions)[number]

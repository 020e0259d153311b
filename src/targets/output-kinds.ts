export const outputKinds = [
  'LEARNING_SET',
  'REPORT',
  'GUIDE',
  'TRAINING_GUIDE',
  'CONFERENCE',
  'TRAINING',
  'PROGRAMME',
  'SYSTEM',
] as const
export type OutputKind = (typeof outputKinds)[number]
export const outputLanguages = ['en', 'it', 'nl'] as const

/** Something that was held or made and is about nobody. */
export interface OutputFields {
  kind: OutputKind
  title: string
  happenedOn: string
  /** Who came, where people come to such a thing. */
  peopleCount: number
  hours: number
  languages: (typeof outputLanguages)[number][]
  /** Where it can be looked at. */
  evidence: string
}

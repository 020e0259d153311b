/** A field of a method's question: columns of the file, or a number. */
export interface QuestionField {
  name: string
  takes: 'column' | 'columns' | 'number' | 'month'
  /** For the page alone: the method is not asked it. */
  isOfPage?: boolean
  isRequired?: boolean
  /** Filled in until somebody changes it. */
  preset?: string
}

export const methodNames = ['survival', 'match', 'its', 'fairness'] as const
export type MethodName = (typeof methodNames)[number]

/** What each method asks, by the names that the commands of `throughline outcomes` give their options. */
export const methods: Record<MethodName, readonly QuestionField[]> = {
  survival: [
    { name: 'time', takes: 'column', isRequired: true },
    { name: 'event', takes: 'column', isRequired: true },
    { name: 'group', takes: 'column' },
    { name: 'covariates', takes: 'columns' },
  ],
  match: [
    { name: 'treatment', takes: 'column', isRequired: true },
    { name: 'outcome', takes: 'column', isRequired: true },
    { name: 'covariates', takes: 'columns', isRequired: true },
    { name: 'caliper', takes: 'number', preset: '0.05' },
  ],
  its: [
    { name: 'value', takes: 'column', isRequired: true },
    { name: 'break', takes: 'number', isRequired: true },
    { name: 'season', takes: 'number' },
    { name: 'from', takes: 'month', isOfPage: true },
  ],
  fairness: [
    { name: 'score', takes: 'column', isRequired: true },
    { name: 'second', takes: 'column', isOfPage: true },
    { name: 'threshold', takes: 'number', isRequired: true },
    { name: 'outcome', takes: 'column', isRequired: true },
    { name: 'group', takes: 'column' },
  ],
}

/** What of a question the method is asked. */
export function optionsOf(method: MethodName, question: Question): Question {
  const ofPage = methods[method].filter(({ isOfPage }) => isOfPage).map(({ name }) => name)
  const asked = Object.fromEntries(Object.entries(question).filter(([name]) => !ofPage.includes(name)))
  // The command takes both scorers in one option.
  return method === 'fairness' && question['second']
    ? { ...asked, score: `${question['score']},${question['second']}` }
    : asked
}

/** Options of the command, by name. */
export type Question = Record<string, string>

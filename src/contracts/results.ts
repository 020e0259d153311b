/**
 * What a contract can pay for. NOT_BACK: in no prison again for so many days, which is not proven reoffending. NO_REOFFENDING: no proven
 * reoffence of a cohort, counted by the worker without names (docs/decisions/0026).
 */
export const results = ['PROGRAMME_COMPLETED', 'SENTENCE_COMPLETED', 'NOT_BACK', 'NO_REOFFENDING'] as const
export type Result = (typeof results)[number]

export const currencies = ['GBP', 'EUR'] as const
export type Currency = (typeof currencies)[number]

/** Where a claim stands. */
export type ClaimState = 'WAITING' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN'

/** The part of a case that a result is told in; a cohort is of nobody by name. */
export const partOf = (result: Result) =>
  result === 'NO_REOFFENDING' ? 'research' : result === 'PROGRAMME_COMPLETED' ? 'referrals' : 'custody'

/** What so many results are worth, in whole pence or cents. */
export const worthOf = (priceInMinor: number, people: number): number => priceInMinor * people

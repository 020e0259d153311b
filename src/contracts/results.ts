/** What a contract can pay for. NOT_BACK: in no prison again for so many days. It is not proven reoffending, which is counted without names. */
export const results = ['PROGRAMME_COMPLETED', 'SENTENCE_COMPLETED', 'NOT_BACK'] as const
export type Result = (typeof results)[number]

export const currencies = ['GBP', 'EUR'] as const
export type Currency = (typeof currencies)[number]

/** Where a claim stands. */
export type ClaimState = 'WAITING' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN'

/** What so many results are worth, in whole pence or cents. */
export const worthOf = (priceInMinor: number, people: number): number => priceInMinor * people

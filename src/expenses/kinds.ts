export const ways = ['CAR', 'MOTORCYCLE', 'BICYCLE'] as const
export type Way = (typeof ways)[number]
export const costs = ['FARE', 'PARKING', 'FOOD', 'PHONE', 'OTHER'] as const
export type Cost = (typeof costs)[number]
export type Unit = 'MILE' | 'KM'
export type Currency = 'GBP' | 'EUR'
/** Where a claim stands; follows from who did what. */
export type ClaimState = 'WAITING' | 'APPROVED' | 'DECLINED' | 'IN_BATCH' | 'PAID' | 'WITHDRAWN'

/** In which currency a rate is: pence for a mile, cents for a kilometre. */
export const currencyOf = (unit: Unit): Currency => (unit === 'MILE' ? 'GBP' : 'EUR')

import type { AgencyUse } from './queries.ts'

/** Each order puts first what somebody should ask after: who never came, came long ago, or does little. */
export const orders = ['last', 'name', 'active', 'looks', 'entries'] as const
export type Order = (typeof orders)[number]

const share = ({ active, users }: AgencyUse) => (users === 0 ? 0 : active / users)
const before: Record<Order, (one: AgencyUse, two: AgencyUse) => number> = {
  last: (one, two) => Number(one.signedInAt ?? 0) - Number(two.signedInAt ?? 0),
  name: () => 0, // as they come
  active: (one, two) => share(one) - share(two),
  looks: (one, two) => (one.looks ?? 0) - (two.looks ?? 0),
  entries: (one, two) => (one.entries ?? 0) - (two.entries ?? 0),
}

/** In an order; those that are alike in it by name. */
export const inOrder = (agencies: readonly AgencyUse[], order: Order): AgencyUse[] => agencies.toSorted(before[order])

/** What should be asked after: nobody ever signed in, or nobody did anything in the weeks shown. */
export function concernOf({ users, active, signedInAt }: AgencyUse): 'no-users' | 'never' | 'idle' | undefined {
  if (users === 0) return 'no-users'
  if (!signedInAt) return 'never'
  return active === 0 ? 'idle' : undefined
}

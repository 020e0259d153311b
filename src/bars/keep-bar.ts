import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { deleteBar, insertBar } from './queries.ts'

export const barKinds = ['RELATED', 'ONCE_THIS_PERSON', 'OTHER'] as const
export type BarKind = (typeof barKinds)[number]

export interface NewBar {
  /** Oneself, or for a manager a colleague. */
  accountId: string
  kind: BarKind
  /** Plain text for the manager: '' or up to 500 characters. */
  reason: string
  /** Numbers in the form that is stored; none where the person is told by name and date of birth. */
  numbers: readonly string[]
  givenName: string
  familyName: string
  bornOn: Day | null
}

/**
 * Keeps a worker from a person's record from the next request on. Does the same whether or not there is such a record: the worker
 * must not learn it.
 *
 * @throws Refusal `bar.not-theirs` for an account that is neither the actor nor, for a manager, a colleague.
 */
export async function keepBar(change: Change, bar: NewBar): Promise<void> {
  const { actor } = change
  const isOwn = bar.accountId === actor.userId
  if (!isOwn && !actor.may.has('keep walls')) throw new Refusal('not allowed', 'bar.not-theirs')
  await insertBar(change, bar)
  change.record({
    name: isOwn ? 'bar.declared' : 'bar.set',
    subjectId: bar.accountId,
    fieldGroup: 'administration',
    details: { kind: bar.kind },
  })
}

/** Lifts a colleague's bar. @throws Refusal `bar.not-theirs` for one's own; `bar.not-found`. */
export async function liftBar(change: Change, accountId: string, personId: string): Promise<void> {
  if (accountId === change.actor.userId) throw new Refusal('not allowed', 'bar.not-theirs')
  if (!(await deleteBar(change, accountId, personId))) throw new Refusal('not found', 'bar.not-found')
  change.record({ name: 'bar.lifted', subjectId: accountId, fieldGroup: 'administration' })
}

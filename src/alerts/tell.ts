import type { Change, FieldGroup } from '../platform/database.ts'
import { insertAlerts, insertColleagueAlerts } from './queries.ts'

export interface News {
  caseId: string
  /** Of the event, past tense, dotted: `referral.declined`. Words are made from it when it is shown. */
  name: string
  /** What it is about: the referral, the need, the person. */
  subjectId: string
  /** The part of the case it belongs to: only workers who see that part are told. `identity` where it is left out. */
  fieldGroup?: FieldGroup
  /** Ids and codes only; no free text about people. `serviceId` says that the service's provider did it, whoever wrote it down. */
  details?: Record<string, unknown>
}

/**
 * Tells the named workers of a case who may see the part it belongs to, whoever acts left out. The database refuses a
 * case that the actor's agency never worked on.
 *
 * @returns how many were told.
 */
export function tellWorkers(change: Change, news: News): Promise<number> {
  return insertAlerts(change, news, null)
}

/**
 * Tells one worker, unless they act themselves or may not see the part it belongs to.
 *
 * @returns 1 when they were told, else 0.
 */
export function tellAccount(change: Change, accountId: string, news: News): Promise<number> {
  return insertAlerts(change, news, accountId)
}

/** Tells colleagues of the actor's own agency of something that is about no case: a name and an id. */
export function tellColleagues(
  change: Change,
  accountIds: readonly string[],
  news: Pick<News, 'name' | 'subjectId'>,
): Promise<void> {
  return insertColleagueAlerts(change, accountIds, news)
}

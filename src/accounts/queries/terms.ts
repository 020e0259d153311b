import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'

/** From when until when somebody works at their agency; null where that is open. */
export interface Term {
  startsOn: Day | null
  /** Their last day. */
  leavesOn: Day | null
  /** Shut out until their first day, and for no other reason. */
  isWaiting: boolean
}

/** @param isOver - the last day was acted on. */

export async function upsertTerm(
  { db }: Change,
  accountId: string,
  { startsOn, leavesOn, isWaiting }: Term,
  isOver = false,
): Promise<void> {
  const set = { starts_on: startsOn, leaves_on: leavesOn, is_waiting: isWaiting, is_over: isOver }
  await db
    .insertInto('account_term')
    .values({ account_id: accountId, ...set })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
    .execute()
}

/** Somebody of the actor's agency as a list of joiners and leavers is compared with. */
export interface PresentUser extends Term {
  id: string
  version: number
  email: string
  name: string
  roles: string[]
  isDisabled: boolean
  teamIds: string[]
}

export async function listPresentUsers({ db, actor }: Reading): Promise<PresentUser[]> {
  const { rows } = await sql<PresentUser>`
    select a.id, a.version, a.email, a.name, a.roles, a.disabled_at is not null as "isDisabled",
      t.starts_on::text as "startsOn", t.leaves_on::text as "leavesOn", coalesce(t.is_waiting, false) as "isWaiting",
      array(select m.team_id from team_member m where m.account_id = a.id) as "teamIds"
    from account a left join account_term t on t.account_id = a.id
    where a.agency_id = ${actor.agencyId} and not a.is_integration`.execute(db)
  return rows
}

/** Of these addresses, in small letters, those that somebody of another agency has. */
export async function listTakenElsewhere({ db, actor }: Reading, emails: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select lower(email) as email from account where lower(email) = any(${[...emails]}::text[]) and agency_id <> ${actor.agencyId}`.execute(
    db,
  )
  return rows.map(({ email }) => email)
}

export async function listAgenciesWithDueTerms({ db }: Reading, today: Day): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select agency_id as id from agencies_with_due_terms(${today}::date)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Lets in whose first day came, and shuts out whose last day is over. */
export async function tendTerms(
  { db, now }: Change,
  today: Day,
): Promise<{ id: string; happened: 'begun' | 'left' }[]> {
  const { rows } = await sql<{ id: string; happened: 'begun' | 'left' }>`
    select account_id as id, happened from tend_account_terms(${today}::date, ${now})`.execute(db)
  return rows
}

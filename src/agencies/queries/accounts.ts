import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'

export interface Colleague {
  id: string
  name: string
  jobTitle: string
}

/** Who works at an agency and may be given work, by name. */
export function listColleagues({ db }: Reading, agencyId: string): Promise<Colleague[]> {
  return db
    .selectFrom('account')
    .select(['id', 'name', 'job_title as jobTitle'])
    .where('agency_id', '=', agencyId)
    .where('disabled_at', 'is', null)
    .where('is_integration', '=', false)
    .orderBy(sql`name collate "C"`)
    .execute()
}

/** What somebody says of themself. */
export interface OwnDetails {
  name: string
  jobTitle: string
  phone: string
  locale: Locale
}

export interface Account extends OwnDetails {
  id: string
  agencyId: string
  agencyName: string
  email: string
  roles: string[]
  /** Set while an invitation waits to be used. */
  invitedAt: Date | null
  disabledAt: Date | null
  version: number
}

const people = ({ db }: Reading) =>
  db
    .selectFrom('account')
    .innerJoin('agency', 'agency.id', 'account.agency_id')
    .where('is_integration', '=', false)
    .select(['account.id', 'account.agency_id as agencyId', 'agency.name as agencyName', 'account.email'])
    .select(['account.name', 'job_title as jobTitle', 'account.phone', 'account.locale', 'roles'])
    .select(['invited_at as invitedAt', 'disabled_at as disabledAt', 'account.version'])

/** Refuses with `account.not-found`. */
export async function getAccount(reading: Reading, id: string): Promise<Account> {
  const account = await people(reading).where('account.id', '=', id).executeTakeFirst()
  if (!account) throw new Refusal('not found', 'account.not-found')
  return account as Account
}

/** Who holds an e-mail address, whatever its capitals; an integration's address is nobody's. */
export async function findAccountId({ db }: Reading, email: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('account')
    .select('id')
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  return found?.id
}

export interface AccountSearch {
  /** Of one agency; of all when left out. */
  agencyId?: string | undefined
  /** Part of a name, an address or a job title. */
  words?: string | undefined
  /** Id of the last account seen. */
  after?: string | undefined
}

/** Accounts of people by name, a page at a time. */
export async function listAccounts(
  reading: Reading,
  { agencyId, words, after }: AccountSearch,
  count: number,
): Promise<Account[]> {
  let query = people(reading)
  if (agencyId) query = query.where('account.agency_id', '=', agencyId)
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(({ or, eb }) =>
      or([eb('account.name', 'ilike', like), eb('account.email', 'ilike', like), eb('job_title', 'ilike', like)]),
    )
  }
  if (after) {
    query = query.where(sql<boolean>`(lower(account.name) collate "C", account.id) >
      (select lower(name) collate "C", id from account where id = ${after})`)
  }
  return (await query.orderBy(sql`lower(account.name) collate "C", account.id`).limit(count).execute()) as Account[]
}

export interface NewAccount extends Omit<OwnDetails, 'phone'> {
  agencyId: string
  email: string
  roles: readonly string[]
}

/** @returns the id; undefined when somebody has that address already. */
export async function insertAccount({ db, now }: Change, account: NewAccount): Promise<string | undefined> {
  const { agencyId, email, name, jobTitle, roles, locale } = account
  const id = newId()
  const dates = { invited_at: now, made_at: now }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account')
    .values({ id, agency_id: agencyId, email, name, job_title: jobTitle, roles: [...roles], locale, ...dates })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 0n ? undefined : id
}

export type AccountPart = Partial<
  OwnDetails & { email: string; roles: string[]; disabledAt: Date | null; invitedAt: Date | null }
>

/** @returns whether the account still was at that version, and may be changed by the actor. */
export async function updateAccount(
  { db }: Change,
  { id, version }: { id: string; version: number },
  { jobTitle, disabledAt, invitedAt, ...plain }: AccountPart,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({
      ...plain,
      ...(jobTitle !== undefined && { job_title: jobTitle }),
      ...(disabledAt !== undefined && { disabled_at: disabledAt }),
      ...(invitedAt !== undefined && { invited_at: invitedAt }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

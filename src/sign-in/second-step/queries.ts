import { sql } from 'kysely'
import type { Change, Database, Reading } from '../../platform/database.ts'

export async function insertHalf({ db }: Change, tokenHash: Buffer, expiresAt: Date): Promise<void> {
  await sql`select begin_half_sign_in(${tokenHash}, ${expiresAt})`.execute(db)
}

/** Somebody who gave the right password and not yet the code. */
export interface Half {
  accountId: string
  agencyId: string
  email: string
  secret: string
}

/** @returns undefined when there is no such, it was used, or it is over. */
export async function findHalf({ unknown }: Database, tokenHash: Buffer, now: Date): Promise<Half | undefined> {
  const { rows } = await sql<Half>`
    select account_id as "accountId", agency_id as "agencyId", email, secret from find_half_sign_in(${tokenHash}, ${now})`.execute(
    unknown,
  )
  return rows[0]
}

const isTrue = async (statement: ReturnType<typeof sql<{ is: boolean }>>, { db }: Reading): Promise<boolean> =>
  (await statement.execute(db)).rows[0]!.is

/** @returns false when this code, or a later one, was used before. */
export const takeStep = (change: Change, step: number): Promise<boolean> =>
  isTrue(sql`select take_one_time_step(${step}) as is`, change)

export const takeRecoveryCode = (change: Change, hash: Buffer): Promise<boolean> =>
  isTrue(sql`select take_recovery_code(${hash}, ${change.now}) as is`, change)

export const takeHalf = (change: Change, tokenHash: Buffer): Promise<boolean> =>
  isTrue(sql`select end_half_sign_in(${tokenHash}, ${change.now}) as is`, change)

export interface OwnSecondStep {
  secret: string
  /** Null while it is being set up. */
  confirmedAt: Date | null
  codesLeft: number
}

export async function findOwnSecondStep({ db }: Reading): Promise<OwnSecondStep | undefined> {
  const { rows } = await sql<OwnSecondStep>`
    select secret, confirmed_at as "confirmedAt", codes_left as "codesLeft" from find_own_second_step()`.execute(db)
  return rows[0]
}

export async function keepOwnSecret({ db, now }: Change, secret: string): Promise<void> {
  await sql`select keep_own_secret(${secret}, ${now})`.execute(db)
}

export const confirmOwnSecret = (change: Change, step: number): Promise<boolean> =>
  isTrue(sql`select confirm_own_secret(${step}, ${change.now}) as is`, change)

export async function keepOwnRecoveryCodes({ db, now }: Change, hashes: Buffer[]): Promise<void> {
  await sql`select keep_own_recovery_codes(${hashes}::bytea[], ${now})`.execute(db)
}

/** @returns whether there was one. */
export const deleteSecondStep = (change: Change, accountId: string): Promise<boolean> =>
  isTrue(sql`select forget_second_step(${accountId}) as is`, change)

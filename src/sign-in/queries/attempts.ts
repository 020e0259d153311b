import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'

/** Counts this try too. @returns tries with this key since then. */
export async function countAttempt({ unknown }: Database, key: string, now: Date, since: Date): Promise<number> {
  const { rows } = await sql<{ tries: number }>`select count_attempt(${key}, ${now}, ${since}) as tries`.execute(
    unknown,
  )
  return rows[0]!.tries
}

export async function forgetAttempts({ unknown }: Database, key: string): Promise<void> {
  await sql`select forget_attempts(${key})`.execute(unknown)
}

export async function noteDeniedSignIn({ unknown }: Database, email: string, now: Date, why: string): Promise<void> {
  await sql`select note_denied_sign_in(${email}, ${now}, ${why})`.execute(unknown)
}

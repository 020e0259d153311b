import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'

/** What became of a message: `NOT_OURS` for an unknown line, a wrong signature and an old message alike. */
export type Heard = 'HEARD' | 'AGAIN' | 'UNREADABLE' | 'NOT_OURS'

/** One message as it came: the body to the byte, since the signature is over it. */
export interface SwitchMessage {
  helplineId: string
  id: string
  /** Seconds since 1970. */
  sentAt: number
  body: string
  signatures: readonly string[]
}

/** Checks and takes what a telephone system says; nobody is signed in, and the key stays in the database. */
export async function hearSwitch({ unknown, clock }: Database, message: SwitchMessage): Promise<Heard> {
  const { rows } = await sql<{
    heard: Heard
  }>`select hear_switch(${message.helplineId}, ${message.id}, ${message.sentAt}::bigint,
    ${message.body}, ${[...message.signatures]}::text[], ${clock.now()}::timestamptz) as heard`.execute(unknown)
  return rows[0]!.heard
}

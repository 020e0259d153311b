import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'

/** Whom the person named. Instants are ISO 8601 texts. */
export interface OwnFamily {
  id: string
  name: string
  relation: string
  shares: string[]
  state: 'WAITING' | 'INVITED' | 'JOINED' | 'STOPPED'
  said: { kind: string; words: string; at: string }[]
}

export interface NewOwnFamily {
  name: string
  relation: string
  way: string
  toAddress: string
  locale: string
  shares: readonly string[]
}

type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns undefined when the session is over. */
export async function readFamily({ ofPerson, clock }: Door, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: OwnFamily[] | null
  }>`select read_own_family(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

/** @returns false when the session is over: then nothing is kept. */
export async function nameFamily(
  { ofPerson, clock }: Door,
  token: Buffer,
  { name, relation, way, toAddress, locale, shares }: NewOwnFamily,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select name_own_family(${token}, ${clock.now()}, ${name}, ${relation}, ${way}, ${toAddress}, ${locale}, ${shares}::text[], ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}

export async function stopFamily({ ofPerson, clock }: Door, token: Buffer, memberId: string, requestId: string) {
  await sql`select stop_own_family(${token}, ${clock.now()}, ${memberId}, ${requestId})`.execute(ofPerson)
}

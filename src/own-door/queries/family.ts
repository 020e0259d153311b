import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'

/** Whom the person named, and family days to which they are invited. Instants are ISO 8601 texts. */
export interface OwnFamilies {
  members: OwnFamily[]
  days: OwnFamilyDay[]
}

export interface OwnFamilyDay {
  id: string
  at: string
  lengthInMinutes: number
  whoComes: string
  isCalledOff: boolean
  hasBegun: boolean
  answer: DayAnswer | null
  /** Who is in and could come, and who is invited. */
  members: { id: string; name: string; isInvited: boolean; answer: DayAnswer | null }[]
}
export type DayAnswer = 'COMES' | 'CANNOT'

/** Somebody of the family or a friend. */
export interface OwnFamily {
  id: string
  name: string
  relation: string
  shares: string[]
  state: 'WAITING' | 'INVITED' | 'JOINED' | 'STOPPED'
  said: { kind: string; words: string; at: string }[]
  /** How what they may see changed, the last first; `by` is null where the person did it here. */
  changes: { was: string[]; shares: string[]; at: string; by: string | null }[]
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
    found: OwnFamilies | null
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

/** @returns false when the session is over: then nothing is kept. */
export async function changeShares(
  { ofPerson, clock }: Door,
  token: Buffer,
  { memberId, shares }: { memberId: string; shares: readonly string[] },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select change_own_shares(${token}, ${clock.now()}, ${memberId}, ${shares}::text[], ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}

/** @returns as above. */
export async function answerFamilyDay(
  { ofPerson, clock }: Door,
  token: Buffer,
  { invitationId, answer, brings }: { invitationId: string; answer: DayAnswer; brings: readonly string[] },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select answer_own_family_day(${token}, ${clock.now()}, ${invitationId}, ${answer}, ${brings}::uuid[], ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}

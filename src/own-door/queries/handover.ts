import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'

/** The meeting about who works with the person. Instants are ISO 8601 texts, days are YYYY-MM-DD. */
export interface OwnHandover {
  id: string
  state: 'PROPOSED' | 'HELD' | 'DISAGREED' | 'AGREED' | 'GONE_ON' | 'ACCEPTED'
  from: string
  fromAgency: string
  to: string
  toAgency: string
  meetsAt: string
  meetsHow: 'IN_PERSON' | 'VIDEO' | 'PHONE'
  meetsPlace: string
  heldAt: string | null
  ownWords: string
  answeredAt: string | null
  answerWords: string
  points: { words: string; who: 'PERSON' | 'SENDER' | 'RECEIVER'; dueOn: string | null }[]
}

type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns undefined when the session is over; 'none' where nobody proposed a meeting. */
export async function readHandover(
  { ofPerson, clock }: Door,
  token: Buffer,
  requestId: string,
): Promise<OwnHandover | 'none' | undefined> {
  const { rows } = await sql<{
    found: Partial<OwnHandover> | null
  }>`select read_own_handover(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  const { found } = rows[0]!
  if (!found) return undefined
  return found.id ? (found as OwnHandover) : 'none'
}

/** @returns false when the session is over, or there is nothing to answer: then nothing is kept. */
export async function answerHandover(
  { ofPerson, clock }: Door,
  token: Buffer,
  { agrees, words }: { agrees: boolean; words: string },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select answer_own_handover(${token}, ${clock.now()}, ${agrees}, ${words}, ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}

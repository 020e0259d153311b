import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import type { RequestKind } from '../request-kinds.ts'

// Every statement of the person's own login. It can reach nothing but these functions, which write the audit themselves.

/** What the person reads of their own record. Instants are ISO 8601 texts, days are YYYY-MM-DD. */
export interface OwnRecord {
  name: string
  releaseOn: string | null
  people: { name: string; agency: string; role: string | null; phone: string }[]
  steps: { title: string; dueOn: string | null; isOwn: boolean }[]
  appointments: {
    id: string
    cannotCome: boolean
    title: string
    at: string
    place: string
    bring: string
    with: string
  }[]
  said: { kind: RequestKind | 'CANNOT_COME'; words: string; at: string; answer: string }[]
}

export interface OwnLook {
  day: string
  agency: string
  role: string
  action: 'consult' | 'search' | 'export' | 'print' | 'disclose'
  purpose: string
}

type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns whether the number and the code were right, and the code not over. */
export async function enter({ ofPerson, clock }: Door, number: string, code: Buffer, token: Buffer): Promise<boolean> {
  const { rows } = await sql<{
    isIn: boolean
  }>`select enter_own_door(${number}, ${code}, ${token}, ${clock.now()}) as "isIn"`.execute(ofPerson)
  return rows[0]!.isIn
}

/** @returns undefined when the session is over. */
export async function readRecord({ ofPerson, clock }: Door, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: OwnRecord | null
  }>`select read_own_record(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

/** @returns undefined when the session is over. */
export async function readLooks({ ofPerson, clock }: Door, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: OwnLook[] | null
  }>`select read_own_looks(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

export interface OwnAsked {
  day: string
  agency: string
  purpose: string
  outcome: 'GRANTED' | 'DECLINED' | 'NO_ANSWER' | 'ENDED'
}

/** Who asked to join the person's case. @returns undefined when the session is over. */
export async function readAsked({ ofPerson, clock }: Door, token: Buffer) {
  const { rows } = await sql<{
    found: OwnAsked[] | null
  }>`select read_own_asked(${token}, ${clock.now()}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

/** @returns false when the session is over: then nothing is kept. */
export async function say(
  { ofPerson, clock }: Door,
  token: Buffer,
  { kind, words }: { kind: RequestKind; words: string },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{
    isKept: boolean
  }>`select say_own_words(${token}, ${clock.now()}, ${kind}, ${words}, ${requestId}) as "isKept"`.execute(ofPerson)
  return rows[0]!.isKept
}

/** @returns false when the session is over: then nothing is kept. */
export async function sayCannotCome(
  { ofPerson, clock }: Door,
  token: Buffer,
  { appointmentId, words }: { appointmentId: string; words: string },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select say_cannot_come(${token}, ${clock.now()}, ${appointmentId}, ${words}, ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}

export async function leave({ ofPerson, clock }: Door, token: Buffer): Promise<void> {
  await sql`select leave_own_door(${token}, ${clock.now()})`.execute(ofPerson)
}

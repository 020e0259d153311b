import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'
import type { Share, WordKind } from '../kinds.ts'

/** What somebody of the family reads. Instants are ISO 8601 texts, days are YYYY-MM-DD. */
export interface FamilyPage {
  /** What the person is called. */
  name: string
  memberName: string
  number: string
  shares: Share[]
  releaseOn: string | null
  people: { name: string; role: 'KEY_WORKER' | 'PRISON_OFFENDER_MANAGER' | 'COMMUNITY_OFFENDER_MANAGER' }[]
  steps: { title: string; dueOn: string | null; pathway: string }[]
  appointments: { title: string; at: string }[]
  /** Days at the prison to which the person invites them, until they are over. */
  days: {
    id: string
    at: string
    lengthInMinutes: number
    howToCome: string
    answer: 'COMES' | 'CANNOT' | null
    isCalledOff: boolean
  }[]
  said: { kind: WordKind; words: string; at: string; isForWorkerOnly: boolean }[]
}

type Portal = Pick<Database, 'ofFamily' | 'clock'>

/** @returns false for a code that is wrong, used or over, and for pages that are closed. */
export async function join(
  { ofFamily, clock }: Portal,
  { code, number, pin, token }: { code: Buffer; number: string; pin: Buffer; token: Buffer },
): Promise<boolean> {
  const { rows } = await sql<{
    isIn: boolean
  }>`select join_family(${code}, ${number}, ${pin}, ${token}, ${clock.now()}) as "isIn"`.execute(ofFamily)
  return rows[0]!.isIn
}

/** @returns false for a wrong number or PIN, after five wrong ones, and for pages that are closed. */
export async function enter({ ofFamily, clock }: Portal, number: string, pin: Buffer, token: Buffer): Promise<boolean> {
  const { rows } = await sql<{
    isIn: boolean
  }>`select enter_family(${number}, ${pin}, ${token}, ${clock.now()}) as "isIn"`.execute(ofFamily)
  return rows[0]!.isIn
}

/** @returns undefined when the session is over, or the pages are closed. */
export async function readPage({ ofFamily, clock }: Portal, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: FamilyPage | null
  }>`select read_family_page(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofFamily)
  return rows[0]!.found ?? undefined
}

/** @returns false when the session is over: then nothing is kept. */
export async function say(
  { ofFamily, clock }: Portal,
  token: Buffer,
  { kind, words, isForWorkerOnly }: { kind: WordKind; words: string; isForWorkerOnly: boolean },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select say_family_words(${token}, ${clock.now()}, ${kind}, ${words}, ${isForWorkerOnly}, ${requestId}) as "isKept"`.execute(
    ofFamily,
  )
  return rows[0]!.isKept
}

/** Whether they come to a day. @returns false when the session is over. */
export async function answerDay(
  { ofFamily, clock }: Portal,
  token: Buffer,
  { invitationId, answer }: { invitationId: string; answer: 'COMES' | 'CANNOT' },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isIn: boolean }>`
    select answer_family_day(${token}, ${clock.now()}, ${invitationId}, ${answer}, ${requestId}) as "isIn"`.execute(
    ofFamily,
  )
  return rows[0]!.isIn
}

export async function stop({ ofFamily, clock }: Portal, token: Buffer, requestId: string): Promise<void> {
  await sql`select stop_family(${token}, ${clock.now()}, ${requestId})`.execute(ofFamily)
}

export async function leave({ ofFamily, clock }: Portal, token: Buffer): Promise<void> {
  await sql`select leave_family(${token}, ${clock.now()})`.execute(ofFamily)
}

import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Database } from '../../platform/database.ts'

/** What the licence asks of the person. Curfew hours are minutes after midnight. */
export interface OwnLicence {
  conditions: {
    code: string
    words: string
    fromOn: Day
    untilOn: Day | null
    curfewFrom: number | null
    curfewUntil: number | null
  }[]
  /** What they said of it last; `isOld` where a condition was added since. */
  said: { at: string; isUnderstood: boolean; isOld: boolean } | null
}

type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns undefined when the session is over. */
export async function readLicence({ ofPerson, clock }: Door, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: OwnLicence | null
  }>`select read_own_licence(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

/** @returns false when the session is over, or there is nothing to answer. */
export async function answerLicence(
  { ofPerson, clock }: Door,
  token: Buffer,
  isUnderstood: boolean,
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{
    isKept: boolean
  }>`select answer_own_licence(${token}, ${clock.now()}, ${isUnderstood}, ${requestId}) as "isKept"`.execute(ofPerson)
  return rows[0]!.isKept
}

import { sql } from 'kysely'
import type { Jurisdiction } from '../../complaints/index.ts'
import type { Database } from '../../platform/database.ts'

export interface OwnComplaints {
  /** Whom one can complain about: all agencies of the partnership, so that the list tells nothing. */
  agencies: { id: string; name: string }[]
  jurisdiction: Jurisdiction
  complaints: {
    agency: string
    words: string
    madeAt: string
    acknowledgedAt: string | null
    answer: string
    answeredAt: string | null
  }[]
}

type Door = Pick<Database, 'ofPerson' | 'clock'>

/** @returns undefined when the session is over. */
export async function readComplaints({ ofPerson, clock }: Door, token: Buffer, requestId: string) {
  const { rows } = await sql<{
    found: OwnComplaints | null
  }>`select read_own_complaints(${token}, ${clock.now()}, ${requestId}) as found`.execute(ofPerson)
  return rows[0]!.found ?? undefined
}

/** @returns false when the session is over: then nothing is kept. */
export async function complain(
  { ofPerson, clock }: Door,
  token: Buffer,
  { agencyId, words }: { agencyId: string; words: string },
  requestId: string,
): Promise<boolean> {
  const { rows } = await sql<{ isKept: boolean }>`
    select complain_at_own_door(${token}, ${clock.now()}, ${agencyId}, ${words}, ${requestId}) as "isKept"`.execute(
    ofPerson,
  )
  return rows[0]!.isKept
}

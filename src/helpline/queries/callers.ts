import { sql } from 'kysely'
import { readSought } from '../../people/index.ts'
import type { Reading } from '../../platform/database.ts'

/** Somebody who may be meant: what the line is shown of them before it is sure. */
export interface FoundCaller {
  caseId: string
  personId: string
  name: string
  bornOn: string | null
  workerName: string | null
  workerAgency: string | null
}

/** What a call needs of somebody, and nothing else of their record. */
export interface KnownCaller {
  caseId: string
  personId: string
  name: string
  calledName: string
  bornOn: string | null
  language: string | null
  /** Who can be told in the morning: those of the line's own agency first. */
  workers: { accountId: string; name: string; role: string | null; agencyName: string; isOurs: boolean }[]
}

const most = 8

/** People like a name, with a number or born on a day, among those whom the line knows of. */
export async function findCallers({ db, now }: Reading, typed: string): Promise<FoundCaller[]> {
  const { words, numbers, bornOn } = readSought(typed, now.getUTCFullYear())
  if (!words && numbers.length === 0 && !bornOn) return []
  const { rows } = await sql<FoundCaller>`
    select case_id as "caseId", person_id as "personId", name, born_on as "bornOn", worker_name as "workerName", worker_agency as "workerAgency"
    from find_callers(${words}, ${numbers}::text[], ${bornOn}::date, ${most})`.execute(db)
  return rows
}

/** People in whose record the number stands from which this call comes; nobody where the telephone system told none. */
export async function findCallersByNumber({ db }: Reading, callId: string): Promise<FoundCaller[]> {
  const { rows } = await sql<FoundCaller>`
    select case_id as "caseId", person_id as "personId", name, born_on as "bornOn", worker_name as "workerName", worker_agency as "workerAgency"
    from callers_by_number(${callId}, ${most})`.execute(db)
  return rows
}

/** Undefined for whoever the line does not know of, as for a case that does not exist. */
export async function findCaller({ db }: Reading, caseId: string): Promise<KnownCaller | undefined> {
  const { rows } = await sql<{ caller: KnownCaller | null }>`select read_caller(${caseId}) as caller`.execute(db)
  return rows[0]!.caller ?? undefined
}

import { sql } from 'kysely'
import { Client } from 'pg'
import { readAsItStands } from '../platform/as-it-stands.ts'
import type { Reading } from '../platform/database.ts'
import type { AuditRow, Head } from './chain.ts'

/** Where each chain stands. */
export async function listHeads({ db }: Reading): Promise<Head[]> {
  const { rows } = await sql<Head>`select shard, place, encode(hash, 'hex') as hash from audit_heads()`.execute(db)
  return rows
}

const rowsAtATime = 5_000
const asText = `
  declare rows no scroll cursor for select shard, place, encode(hash, 'hex') as hash, array[id::text,
    (extract(epoch from happened_at) * 1000000)::bigint::text, account_id::text, agency_id::text, session_id::text, action,
    person_ids::text, case_ids::text, field_groups::text, reason, channel, request_id, outcome, details::text, on_behalf_of::text,
    purpose, basis, recipients::text] as words
  from audit order by shard, place`

/**
 * Reads the whole audit and its heads as they stood at one instant, on the auditor's login and past the program.
 *
 * @param work - given the rows as a stream.
 */
export async function withWholeAudit<T>(
  url: string,
  work: (rows: AsyncIterable<AuditRow>, heads: Head[]) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await readAsItStands(client)
    const { rows: heads } = await client.query<Head>(
      `select shard, place::int, encode(hash, 'hex') as hash from audit_head order by shard`,
    )
    await client.query(asText)
    return await work(batches(client), heads)
  } finally {
    await client.end()
  }
}

async function* batches(client: Client): AsyncGenerator<AuditRow> {
  for (;;) {
    const { rows } = await client.query<AuditRow>(`fetch ${rowsAtATime} from rows`)
    if (rows.length === 0) return
    yield* rows
  }
}

export interface LookedAt {
  /** In the partnership's days. */
  day: string
  agencyName: string
  roles: string[]
  actions: string[]
  parts: string[]
}

/** Who looked at a case, by day, agency and role; for those who work on the whole of it. */
export async function listLooks(
  { db }: Reading,
  caseId: string,
  before: string | undefined,
  most: number,
): Promise<LookedAt[]> {
  const { rows } = await sql<LookedAt>`
    select day, agency_name as "agencyName", roles, actions, parts
    from looks_at_case(${caseId}, ${before ?? null}::date, ${most})`.execute(db)
  return rows
}

export interface AuditEntry {
  id: number
  at: Date
  accountName: string
  agencyName: string
  action: string
  outcome: string
  personIds: string[]
  caseIds: string[]
  parts: string[]
  reason: string | null
  channel: string
  requestId: string | null
}

export interface AuditFilter {
  account?: string | undefined
  agency?: string | undefined
  number?: string | undefined
  action?: string | undefined
  outcome?: string | undefined
  from?: string | undefined
  to?: string | undefined
  before?: string | undefined
}

/** What an auditor searches for, the newest first, on the login that reads the audit and nothing else. */
export function findEntries({ onAudit }: Reading, filter: AuditFilter, most: number): Promise<AuditEntry[]> {
  return onAudit(async (db) => {
    const { rows } = await sql<AuditEntry>`
    select id, happened_at as at, account_name as "accountName", agency_name as "agencyName", action, outcome,
      person_ids as "personIds", case_ids as "caseIds", field_groups as parts, reason, channel, request_id as "requestId"
    from find_audit(${JSON.stringify(filter)}::jsonb, ${most})`.execute(db)
    return rows
  })
}

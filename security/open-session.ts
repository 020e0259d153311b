import { createHash, randomBytes } from 'node:crypto'
import { inDatabase } from './in-database.ts'

/** A session of a new account, begun now. @param caseId - that they work on. @returns its cookie */
export async function openSession(database: string, roles = ['WORKER'], caseId?: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest()
  await inDatabase(database, async (client) => {
    const { rows } = await client.query<{ id: string; agency_id: string }>(
      `insert into account (agency_id, email, name, roles) select id, 'trial@example.org', 'Trial', $1 from agency returning id, agency_id`,
      [roles],
    )
    const { id, agency_id } = rows[0]!
    await client.query(
      `insert into session (token_hash, account_id, started_at, seen_at, ends_at) values ($1, $2, now(), now(), now() + interval '10 hours')`,
      [hash, id],
    )
    if (caseId)
      await client.query(
        `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
         values ($1, $2, $3, 'ALLOCATED', 'SUPPORT', '2026-01-01', $2)`,
        [caseId, agency_id, id],
      )
  })
  return `session=${token}`
}

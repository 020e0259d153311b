import { join } from 'node:path'
import { config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { type Jobs, systemFor } from '../platform/jobs.ts'
import { listHeads } from './queries.ts'
import { appendHeads, publicKeyOf } from './signed-heads.ts'

/** Where the signed heads lie, and the key to check them with. */
export const witnessOf = ({ DATA_DIR, AUDIT_HEADS }: Pick<typeof config, 'DATA_DIR' | 'AUDIT_HEADS'>) => ({
  file: AUDIT_HEADS ?? join(DATA_DIR, 'audit-heads.jsonl'),
  publicKey: publicKeyOf(DATA_DIR),
})

const nobody = '00000000-0000-0000-0000-000000000000'

/** What the chains look like leaves the database: each minute, and when the program stops. */
export async function keepHeads(database: Database): Promise<void> {
  const heads = await database.read(systemFor(nobody), listHeads)
  appendHeads(witnessOf(config).file, config.DATA_DIR, heads, database.clock.now())
}

export const auditJobs: Jobs = { 'keep-audit-heads': ({ database }) => keepHeads(database) }

import { join } from 'node:path'
import { config } from '../platform/config.ts'
import type { Jobs } from '../platform/jobs.ts'
import { listHeads } from './queries.ts'
import { appendHeads, publicKeyOf } from './signed-heads.ts'

/** Where the signed heads lie, and the key to check them with. */
export const witnessOf = ({ DATA_DIR, AUDIT_HEADS }: Pick<typeof config, 'DATA_DIR' | 'AUDIT_HEADS'>) => ({
  file: AUDIT_HEADS ?? join(DATA_DIR, 'audit-heads.jsonl'),
  publicKey: publicKeyOf(DATA_DIR),
})

/** Each minute, what the chains look like leaves the database. */
export const auditJobs: Jobs = {
  'keep-audit-heads': async ({ database, actor }) => {
    const heads = await database.read(actor, listHeads)
    appendHeads(witnessOf(config).file, config.DATA_DIR, heads, database.clock.now())
  },
}

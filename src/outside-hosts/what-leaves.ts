import { config } from '../platform/config.ts'
import type { Reading } from '../platform/database.ts'
import { listUses, type OutsideUse } from './queries.ts'

/** All that leaves this server: what agencies set on screen, and what its keeper set in the environment. */
export async function whatLeaves(reading: Reading): Promise<OutsideUse[]> {
  const uses: OutsideUse[] = []
  for (const { kind, address, agencyName, lastUsedAt } of await listUses(reading)) {
    const at = kind === 'mail' ? config.MAIL_URL : address
    if (at) uses.push({ kind, host: new URL(at).hostname, agencyName, lastUsedAt })
  }
  const { SCANNER_URL, NOTIFY_KEY, NOTIFY_URL } = config
  if (SCANNER_URL) {
    uses.push({ kind: 'scanner', host: new URL(SCANNER_URL).hostname, agencyName: null, lastUsedAt: null })
  }
  if (NOTIFY_KEY) uses.push({ kind: 'notify', host: new URL(NOTIFY_URL).hostname, agencyName: null, lastUsedAt: null })
  return uses
}

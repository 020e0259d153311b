import { config } from '../platform/config.ts'
import type { Jobs } from '../platform/jobs.ts'
import { findBytes, listQuarantined, updateChecked, updateRefused } from './queries.ts'
import { clamd, type Scanner } from './scanner.ts'

/** Whether this installation has a scanner: without one a PDF does not come in. */
export const hasScanner = (): boolean => Boolean(config.SCANNER_URL)

const scanner: Scanner | undefined = config.SCANNER_URL ? clamd(config.SCANNER_URL) : undefined

/**
 * Looks through a file while its sender waits, where that is short: papers that few people add. A picture was drawn anew already.
 *
 * @returns the key of why it is not taken, or undefined.
 */
export async function scanNow(file: { kind: string; bytes: Uint8Array }, scan = scanner): Promise<string | undefined> {
  if (file.kind === 'image/jpeg') return undefined
  const verdict = await scan?.(file.bytes).catch(() => undefined)
  if (!verdict) return 'file.scanner-silent'
  return verdict.clean ? undefined : 'file.infected'
}

/** Lets out of quarantine what the scanner finds clean, and destroys what it does not. Where it does not answer, all waits. */
export const documentJobs = (scan: Scanner | undefined = scanner): Jobs => ({
  'scan-documents': async ({ database, actor, log }) => {
    if (!scan) return
    for (const { id, caseId, personId, part } of await database.read(actor, listQuarantined)) {
      const bytes = await database.read(actor, (reading) => findBytes(reading, id))
      if (!bytes) continue
      const verdict = await scan(bytes)
      await database.change(actor, async (change) => {
        if (verdict.clean) await updateChecked(change, id)
        else await updateRefused(change, id, verdict.name)
        const name = verdict.clean ? 'document.checked' : 'document.refused'
        change.record({ name, subjectId: id, caseId, personId, fieldGroup: part })
      })
      if (!verdict.clean) log.warn({ documentId: id, found: verdict.name }, 'a document was refused by the scanner')
    }
  },
})

import { listPathways, pathwayLabel } from '../agencies/index.ts'
import { type CaseFrame, getCaseFrame } from '../cases/index.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import type { Pathway } from './pathways.ts'

/** The frame of a case whose needs are shown, with the look that this is. */
export async function openFrame(reading: Reading, caseId: string): Promise<CaseFrame> {
  const frame = await getCaseFrame(reading, caseId)
  const fieldGroups = (['identity', 'needs', 'risk'] as const).filter((group) => frame.sight[group] !== undefined)
  reading.look({ action: 'consult', caseIds: [caseId], personIds: [frame.personId], fieldGroups })
  return frame
}

/** What the partnership calls each pathway, in the reader's language. */
export async function readPathwayNames(reading: Reading, locale: Locale): Promise<(code: Pathway) => string> {
  const own = new Map((await listPathways(reading)).map(({ code, labels }) => [code, labels]))
  return (code) => pathwayLabel(locale, code, own.get(code))
}

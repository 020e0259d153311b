import { listPathways, pathwayLabel } from '../agencies/index.ts'
import { getCaseFrame, mayWrite } from '../cases/index.ts'
import type { FieldGroup, Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { noteParts } from './note-kinds.ts'

/** The frame of a page about notes and the pathways by name; says whose data the page shows. */
export async function openFrame(reading: Reading, caseId: string, locale: Locale) {
  const frame = await getCaseFrame(reading, caseId)
  const seen = noteParts.filter((part) => frame.sight[part] !== undefined)
  const fieldGroups: FieldGroup[] = ['identity', ...seen]
  reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
  const pathways = await listPathways(reading)
  return {
    frame,
    pathways: pathways.map(({ code, labels }) => ({ code, name: pathwayLabel(locale, code, labels) })),
    writable: noteParts.filter((part) => mayWrite(frame, part)),
  }
}

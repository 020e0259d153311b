import type { CaseFrame } from '../cases/index.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { insertComplaint } from './queries.ts'
import { tellHandlers } from './tell-handlers.ts'

const daysToAcknowledge = 30 // Data Protection Act 2018 s.164A, by the Data (Use and Access) Act 2025

interface Said {
  aboutAgencyId: string
  /** A worker of that agency, who never handles it. */
  aboutAccountId: string | null
  words: string
}

/** Writes a complaint down for the person, and tells by mail who handles it. @returns its id. */
export async function writeComplaint(change: Change, frame: CaseFrame, said: Said): Promise<string> {
  const id = newId()
  const { caseId, personId, shownName: givenAs } = frame
  const acknowledgeByOn = addDays(dayAt(change.now), daysToAcknowledge)
  await insertComplaint(change, { id, caseId, personId, givenAs, acknowledgeByOn, ...said })
  await tellHandlers(change, said, 'new')
  const details = { aboutAgencyId: said.aboutAgencyId }
  change.record({ name: 'complaint.made', subjectId: id, personId, fieldGroup: 'administration', details })
  return id
}

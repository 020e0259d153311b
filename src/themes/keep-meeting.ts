import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { mustBeOpen } from './keep-theme.ts'
import { type ActionFields, insertAction, listOwners, updateDone } from './queries/actions.ts'
import { getMeeting, insertMeeting, type MeetingFields, updateMeeting, updateSettled } from './queries/meetings.ts'
import { insertReport, type NewReport } from './queries/reports.ts'
import { getTheme } from './queries/themes.ts'

/** Calls a meeting, or writes down one that was held. @throws Refusal `theme.not-found`, `theme.closed` */
export async function callMeeting(change: Change, themeId: string, fields: MeetingFields): Promise<string> {
  mustBeOpen(await getTheme(change, themeId))
  const id = await insertMeeting(change, themeId, fields)
  change.record({ name: 'theme-meeting.called', subjectId: id, fieldGroup: 'administration', details: { themeId } })
  return id
}

/** Writes minutes, or changes them until they are settled. @throws Refusal `theme-meeting.not-found`, `theme.closed`, `theme-meeting.changed-meanwhile` */
export async function writeMinutes(change: Change, id: string, version: number, fields: MeetingFields): Promise<void> {
  const { themeId } = await getMeeting(change, id)
  mustBeOpen(await getTheme(change, themeId))
  if (!(await updateMeeting(change, id, version, fields)))
    throw new Refusal('conflict', 'theme-meeting.changed-meanwhile')
  change.record({ name: 'theme-meeting.written', subjectId: id, fieldGroup: 'administration', details: { themeId } })
}

/** Settles the minutes: from then on they stand. @throws Refusal `theme-meeting.not-found`, `theme-meeting.changed-meanwhile` also where none were written */
export async function settleMinutes(change: Change, id: string, version: number): Promise<void> {
  const { themeId } = await getMeeting(change, id)
  mustBeOpen(await getTheme(change, themeId))
  if (!(await updateSettled(change, id, version))) throw new Refusal('conflict', 'theme-meeting.changed-meanwhile')
  change.record({ name: 'theme-meeting.settled', subjectId: id, fieldGroup: 'administration', details: { themeId } })
}

/** Somebody of an agency that takes part takes something on. @throws Refusal `theme.not-found`, `theme.closed`, `theme-action.owner-elsewhere` */
export async function addAction(change: Change, themeId: string, fields: ActionFields): Promise<void> {
  mustBeOpen(await getTheme(change, themeId))
  const owners = await listOwners(change, themeId)
  const takesPart = owners.some(({ id }) => id === fields.ownerId)
  if (!takesPart) throw new Refusal('conflict', 'theme-action.owner-elsewhere')
  const meeting = fields.meetingId ? await getMeeting(change, fields.meetingId) : undefined
  if (meeting && meeting.themeId !== themeId) throw new Refusal('not found', 'theme-meeting.not-found')
  const id = await insertAction(change, themeId, fields)
  change.record({ name: 'theme-action.added', subjectId: id, fieldGroup: 'administration', details: { themeId } })
}

/** Says that it is done, and how. @throws Refusal `theme-action.not-yours` also where it was done already */
export async function finishAction(change: Change, themeId: string, id: string, words: string): Promise<void> {
  if (!(await updateDone(change, themeId, id, words))) throw new Refusal('not found', 'theme-action.not-yours')
  change.record({ name: 'theme-action.done', subjectId: id, fieldGroup: 'administration', details: { themeId } })
}

/** Adds a report; it is never changed. @throws Refusal `theme.not-found`, `theme.closed` */
export async function addReport(change: Change, themeId: string, report: NewReport): Promise<void> {
  mustBeOpen(await getTheme(change, themeId))
  const id = await insertReport(change, themeId, report)
  const details = { themeId, kind: report.kind }
  change.record({ name: 'theme.report-added', subjectId: id, fieldGroup: 'administration', details })
}

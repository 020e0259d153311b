import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  getTheme, insertTakingPart, insertTheme, type Theme, type ThemeFields, updateLeft, updateTheme, updateThemeClosed,
} from './queries/themes.ts' // biome-ignore format: a list

/** Opens a theme that the actor's agency leads. @returns its id. */
export async function openTheme(change: Change, fields: ThemeFields): Promise<string> {
  const id = await insertTheme(change, fields)
  change.record({ name: 'theme.opened', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** Changes what it is about. @throws Refusal `theme.not-found`, `theme.not-yours`, `theme.changed-meanwhile` */
export async function changeTheme(change: Change, id: string, version: number, fields: ThemeFields): Promise<void> {
  await getLed(change, id)
  if (!(await updateTheme(change, id, version, fields))) throw new Refusal('conflict', 'theme.changed-meanwhile')
  change.record({ name: 'theme.changed', subjectId: id, fieldGroup: 'administration' })
}

/** Closes it with what came of it: nothing is added any more. @throws Refusal `theme.not-found`, `theme.not-yours`, `theme.changed-meanwhile` */
export async function closeTheme(change: Change, id: string, words: string): Promise<void> {
  await getLed(change, id)
  if (!(await updateThemeClosed(change, id, words))) throw new Refusal('conflict', 'theme.changed-meanwhile')
  change.record({ name: 'theme.closed', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Opens a closed one again, unless its papers were disposed of: what came since would stand under no clock.
 *
 * @throws Refusal `theme.not-found`, `theme.not-yours`, `theme.changed-meanwhile`
 */
export async function reopenTheme(change: Change, id: string): Promise<void> {
  await getLed(change, id)
  if (!(await updateThemeClosed(change, id, null))) throw new Refusal('conflict', 'theme.changed-meanwhile')
  change.record({ name: 'theme.reopened', subjectId: id, fieldGroup: 'administration' })
}

/** Asks another agency in; its workers see the theme from now on. @throws Refusal `theme.not-found`, `theme.not-yours`, `theme.closed`, `theme.takes-part` */
export async function askAgencyIn(change: Change, id: string, agencyId: string): Promise<void> {
  const theme = mustBeOpen(await getLed(change, id))
  const isIn = theme.leadAgencyId === agencyId || !(await insertTakingPart(change, id, agencyId))
  if (isIn) throw new Refusal('conflict', 'theme.takes-part')
  change.record({ name: 'theme.agency-asked', subjectId: id, fieldGroup: 'administration', details: { agencyId } })
}

/** Ends that an agency takes part: the agency itself, or the one that leads. @throws Refusal `theme.not-found` */
export async function endTakingPart(change: Change, id: string, agencyId: string): Promise<void> {
  if (!(await updateLeft(change, id, agencyId))) throw new Refusal('not found', 'theme.not-found')
  change.record({ name: 'theme.agency-left', subjectId: id, fieldGroup: 'administration', details: { agencyId } })
}

/** A theme to which something can be added. @throws Refusal `theme.closed` */
export function mustBeOpen(theme: Theme): Theme {
  if (theme.closedAt) throw new Refusal('conflict', 'theme.closed')
  return theme
}

/** A theme that the actor's agency leads. @throws Refusal `theme.not-found`, `theme.not-yours` */
export async function getLed(change: Change, id: string): Promise<Theme> {
  const theme = await getTheme(change, id)
  if (theme.leadAgencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'theme.not-yours')
  return theme
}

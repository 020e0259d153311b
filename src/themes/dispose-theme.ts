import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getLed } from './keep-theme.ts'
import {
  deleteThemeDisposal, disposeOfThemes, findThemeDisposal, insertThemeDisposal, updateThemeDisposalApproved,
} from './queries/disposals.ts' // biome-ignore format: a list

/**
 * Proposes that a closed theme's minutes, actions and reports go, as a manager of the agency that leads it.
 *
 * @throws Refusal `theme.not-found`, `theme.not-yours`, `theme-disposal.not-due`, `theme-disposal.closed`
 */
export async function proposeThemeDisposal(change: Change, themeId: string, reason: string): Promise<void> {
  await getLed(change, themeId)
  const { dueOn } = await findThemeDisposal(change, themeId)
  if (!dueOn || dueOn > dayAt(change.now)) throw new Refusal('conflict', 'theme-disposal.not-due')
  if (!(await insertThemeDisposal(change, themeId, reason))) throw new Refusal('conflict', 'theme-disposal.closed')
  change.record({ name: 'theme-disposal.proposed', subjectId: themeId, fieldGroup: 'administration' })
}

/**
 * The second manager's yes: the days in which it can be taken back begin.
 *
 * @throws Refusal `theme.not-found`, `theme.not-yours`, `theme-disposal.second-person`, `theme-disposal.closed`
 */
export async function approveThemeDisposal(change: Change, themeId: string): Promise<void> {
  await getLed(change, themeId)
  const { proposedById } = await findThemeDisposal(change, themeId)
  if (proposedById === change.actor.userId) throw new Refusal('not allowed', 'theme-disposal.second-person')
  if (!(await updateThemeDisposalApproved(change, themeId))) throw new Refusal('conflict', 'theme-disposal.closed')
  change.record({ name: 'theme-disposal.approved', subjectId: themeId, fieldGroup: 'administration' })
}

/** Takes it back until it is carried out. @throws Refusal `theme.not-found`, `theme.not-yours`, `theme-disposal.closed` */
export async function takeBackThemeDisposal(change: Change, themeId: string): Promise<void> {
  await getLed(change, themeId)
  if (!(await deleteThemeDisposal(change, themeId))) throw new Refusal('conflict', 'theme-disposal.closed')
  change.record({ name: 'theme-disposal.taken-back', subjectId: themeId, fieldGroup: 'administration' })
}

/** Carries out what was decided and whose days are over. For the program alone; may run twice. */
export async function disposeThemes(change: Change): Promise<void> {
  const gone = await disposeOfThemes(change)
  for (const subjectId of gone) change.record({ name: 'theme.disposed', subjectId, fieldGroup: 'administration' })
  if (gone.length === 0)
    change.record({ name: 'theme-disposal.looked-at', subjectId: change.actor.userId, fieldGroup: 'administration' })
}

import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { mustBeOpen } from './keep-theme.ts'
import { insertLink, updateParted } from './queries/cases.ts'
import { getTheme } from './queries/themes.ts'

/**
 * Says that somebody's case belongs to a theme: a part of their risk, for whoever sees it.
 *
 * @throws Refusal `theme.not-found`, `theme.closed`, or `theme.case-not-linkable` where the actor may not write in the person's risk, or
 *   it is linked already.
 */
export async function linkCase(change: Change, themeId: string, caseId: string, why: string): Promise<void> {
  mustBeOpen(await getTheme(change, themeId))
  const linked = await insertLink(change, themeId, caseId, why)
  if (!linked) throw new Refusal('conflict', 'theme.case-not-linkable')
  const { id, personId } = linked
  change.record({
    name: 'theme.case-linked',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'risk',
    details: { themeId },
  })
}

/** Takes a case out of a theme; that it was in it stays on record. @throws Refusal `theme.not-found` */
export async function partCase(change: Change, themeId: string, id: string): Promise<void> {
  const parted = await updateParted(change, themeId, id)
  if (!parted) throw new Refusal('not found', 'theme.not-found')
  change.record({ name: 'theme.case-parted', subjectId: id, ...parted, fieldGroup: 'risk', details: { themeId } })
}

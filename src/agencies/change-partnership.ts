import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { changedMeanwhile } from './change-agency.ts'
import {
  getPartnershipId,
  type KeptPathway,
  listAllPathways,
  type PartnershipSettings,
  updatePartnership,
  updatePathway,
} from './queries/partnership.ts'

/**
 * Sets the partnership's name, language, windows and night line.
 *
 * @throws Refusal `settings.changed-meanwhile`
 */
export async function changePartnership(change: Change, version: number, settings: PartnershipSettings): Promise<void> {
  const id = await updatePartnership(change, version, settings)
  if (!id) throw changedMeanwhile()
  change.record({ name: 'partnership.changed', subjectId: id, fieldGroup: 'administration' })
}

/**
 * Sets what the pathways are called, their order, and which are in use. The codes stay, so nothing that was written is lost.
 *
 * @param pathways - each with the version that it had when the form was drawn; those left out stay as they are.
 * @throws Refusal `pathway.none-left` when none would be in use. @throws Refusal `settings.changed-meanwhile`
 */
export async function changePathways(change: Change, pathways: readonly KeptPathway[]): Promise<void> {
  const before = new Map((await listAllPathways(change)).map((pathway) => [pathway.code, pathway]))
  const changed = pathways.filter((pathway) => isChanged(before.get(pathway.code), pathway))
  for (const pathway of changed) if (!(await updatePathway(change, pathway))) throw changedMeanwhile()

  if (!(await listAllPathways(change)).some(({ isActive }) => isActive)) {
    throw new Refusal('conflict', 'pathway.none-left')
  }
  const codes = changed.map(({ code }) => code)
  const id = await getPartnershipId(change)
  change.record({ name: 'pathways.changed', subjectId: id, fieldGroup: 'administration', details: { codes } })
}

function isChanged(before: KeptPathway | undefined, after: KeptPathway): boolean {
  const said = ({ labels, position, isActive }: KeptPathway) =>
    JSON.stringify([position, isActive, labels.en, labels.it, labels.nl])
  return before !== undefined && said(before) !== said(after)
}

import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getHelpline, insertHelpline, replaceKey, updateHelpline } from './queries/lines.ts'
import { newSwitchKey } from './telephony/switch-key.ts'
import { mayRunHelpline } from './who-runs.ts'

/** Opens a line that the actor's agency runs. @returns its id. @throws Refusal `helpline.not-yours` to who can punish */
export async function openHelpline(change: Change, line: { name: string; phone: string }): Promise<string> {
  const { actor } = change
  if (!mayRunHelpline(actor.agencyKind) || !actor.roles.includes('MANAGER'))
    throw new Refusal('not allowed', 'helpline.not-yours')
  const id = await insertHelpline(change, line)
  change.record({ name: 'helpline.opened', subjectId: id, fieldGroup: 'administration' })
  return id
}

/** @throws Refusal `helpline.not-found`; `helpline.changed` where somebody changed it meanwhile */
export async function changeHelpline(
  change: Change,
  line: { id: string; version: number },
  said: { name: string; phone: string },
): Promise<void> {
  await getHelpline(change, line.id)
  if (!(await updateHelpline(change, line, said))) throw new Refusal('conflict', 'helpline.changed')
  change.record({ name: 'helpline.changed', subjectId: line.id, fieldGroup: 'administration' })
}

/** Makes the key by which a telephone system signs; the one before ends. @returns it, to be shown once. @throws Refusal `helpline.not-found` */
export async function makeSwitchKey(change: Change, helplineId: string): Promise<string> {
  await getHelpline(change, helplineId)
  const { secret, ...pads } = newSwitchKey()
  await replaceKey(change, helplineId, pads)
  change.record({ name: 'helpline.key-made', subjectId: helplineId, fieldGroup: 'administration' })
  return secret
}

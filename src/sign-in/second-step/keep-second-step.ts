import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { removePasskeysOf } from '../passkeys/keep-passkeys.ts'
import { newSecret, stepOf } from './one-time-codes.ts'
import {
  confirmOwnSecret,
  deleteSecondStep,
  findOwnSecondStep,
  keepOwnRecoveryCodes,
  keepOwnSecret,
  type OwnSecondStep,
} from './queries.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'

/** Makes the actor a secret for their app, or shows the one that still waits for its first code. */
export async function prepareSecondStep(change: Change): Promise<OwnSecondStep> {
  const found = await findOwnSecondStep(change)
  change.record({ name: 'second-step.prepared', subjectId: change.actor.userId, fieldGroup: 'administration' })
  if (found) return found // asked twice, as by going back: a change that records nothing would be a fault
  await keepOwnSecret(change, newSecret())
  return (await findOwnSecondStep(change))!
}

/**
 * Turns the second step on, once the app has shown a right code.
 *
 * @returns ten codes to keep on paper, in the clear this once; undefined when the code is not right.
 * @throws Refusal `second-step.not-prepared` when there is nothing to confirm, as when it is on already.
 */
export async function confirmSecondStep(change: Change, code: string): Promise<string[] | undefined> {
  const found = await findOwnSecondStep(change)
  if (!found || found.confirmedAt) throw new Refusal('conflict', 'second-step.not-prepared')
  const step = stepOf(found.secret, code, change.now)
  if (step === undefined) {
    change.record({ name: 'second-step.not-confirmed', subjectId: change.actor.userId, fieldGroup: 'administration' })
    return undefined
  }
  if (!(await confirmOwnSecret(change, step))) throw new Refusal('conflict', 'second-step.not-prepared')
  change.record({ name: 'second-step.turned-on', subjectId: change.actor.userId, fieldGroup: 'administration' })
  return renewed(change)
}

/** Ten new codes on paper; the old ones end. @throws Refusal `second-step.not-prepared` while it is off. */
export async function renewRecoveryCodes(change: Change): Promise<string[]> {
  if (!(await findOwnSecondStep(change))?.confirmedAt) throw new Refusal('conflict', 'second-step.not-prepared')
  change.record({ name: 'second-step.codes-renewed', subjectId: change.actor.userId, fieldGroup: 'administration' })
  return renewed(change)
}

/**
 * Turns the second step off: one's own, or that of somebody who lost their phone and their codes, whose passkeys go with it.
 *
 * @throws when the actor does not administer the account; the database says so.
 */
export async function turnSecondStepOff(change: Change, accountId: string): Promise<void> {
  await deleteSecondStep(change, accountId)
  if (accountId !== change.actor.userId) await removePasskeysOf(change, accountId)
  change.record({ name: 'second-step.turned-off', subjectId: accountId, fieldGroup: 'administration' })
}

async function renewed(change: Change): Promise<string[]> {
  const codes = newRecoveryCodes()
  await keepOwnRecoveryCodes(change, codes.map(hashRecoveryCode))
  return codes
}

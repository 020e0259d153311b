import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { closeAgreement } from './queries/change-agreements.ts'

/** Ends an agreement, and the sight that came of it, at once; puts aside one that is not in force. @throws Refusal `agreement.over` */
export async function endAgreement(change: Change, id: string): Promise<void> {
  if (!(await closeAgreement(change, id))) throw new Refusal('conflict', 'agreement.over')
  change.record({ name: 'agreement.ended', subjectId: id, fieldGroup: 'administration' })
}

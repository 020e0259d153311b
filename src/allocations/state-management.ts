import { getCaseSubject } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Rule } from './levels.ts'
import { replaceManagement, type Statement } from './queries/management.ts'
import { replaceRule } from './queries/rule.ts'

/**
 * States the risk that the rule asks for, and a choice beside the rule with its reason.
 *
 * @throws Refusal `case.not-found`; `allocation.risk-closed` for whoever may not write in the risk part.
 */
export async function stateManagement(change: Change, caseId: string, said: Statement): Promise<void> {
  const { personId, mayWrite } = await getCaseSubject(change, caseId, 'risk')
  if (!mayWrite) throw new Refusal('not allowed', 'allocation.risk-closed')
  const subjectId = await replaceManagement(change, { caseId, personId }, said)
  change.record({ name: 'allocation.management-stated', subjectId, caseId, personId, fieldGroup: 'risk' })
}

/** Makes the next edition of who gets full offender management, from now. For a coordinator. */
export async function keepRule(change: Change, next: Omit<Rule, 'id'>): Promise<void> {
  const subjectId = await replaceRule(change, next)
  change.record({ name: 'allocation.rule-made', subjectId, fieldGroup: 'administration' })
}

import { getCaseFrame, mayWrite } from '../cases/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import { insertIssue } from './queries/issues.ts'
import { newShortCode } from './short-code.ts'

export type PassportSize = 'A4' | 'A5'

/**
 * Says that the person is given their passport: when, by whom, in which language and size, and the code on it.
 *
 * @returns the id of the issue.
 * @throws Refusal `case.not-found`, or `passport.plan-closed` when the actor may not write in the plan;
 *   `passport.person-died`.
 */
export async function issuePassport(
  change: Change,
  { caseId, locale, size }: { caseId: string; locale: Locale; size: PassportSize },
): Promise<string> {
  const frame = await getCaseFrame(change, caseId)
  if (!mayWrite(frame, 'plan')) throw new Refusal('not allowed', 'passport.plan-closed')
  if (frame.diedOn) throw new Refusal('conflict', 'passport.person-died')

  const { personId } = frame
  const id = await insertIssue(change, { caseId, personId, locale, size, shortCode: newShortCode() })
  change.record({
    name: 'passport.issued',
    subjectId: id,
    caseId,
    personId,
    fieldGroup: 'plan',
    details: { locale, size },
  })
  return id
}

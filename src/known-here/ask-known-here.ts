import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertQuestion, listDesks } from './queries.ts'

export const purposes = ['RESETTLEMENT', 'SAFEGUARDING', 'PUBLIC_PROTECTION'] as const
export type Purpose = (typeof purposes)[number]

export interface Question {
  askedAgencyId: string
  purpose: Purpose
  /** In the form that is stored; none where the person is told by name and date of birth. */
  numbers: readonly string[]
  givenName: string
  familyName: string
  bornOn: Day | null
}

/**
 * Asks an agency whether it works with a person. The answer is read in a later request: by then the question is written down.
 *
 * @returns the id of the question.
 * @throws Refusal `known-here.not-asked` for an agency that is never asked.
 */
export async function askKnownHere(change: Change, question: Question): Promise<string> {
  const desks = await listDesks(change)
  if (!desks.some(({ id }) => id === question.askedAgencyId)) throw new Refusal('not found', 'known-here.not-asked')
  const id = newId()
  await insertQuestion(change, id, question)
  const { askedAgencyId, purpose } = question
  change.record({
    name: 'known-here.asked',
    subjectId: id,
    fieldGroup: 'administration',
    details: { askedAgencyId, purpose },
  })
  return id
}

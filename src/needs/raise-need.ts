import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Pathway } from './pathways.ts'
import { getCaseSubject } from './queries/cases.ts'
import { insertNeeds, type Responsible } from './queries/needs.ts'
import { renewPathwayStatuses } from './renew-pathway-statuses.ts'

export interface NewNeed {
  pathway: Pathway
  words: string
  neededByOn?: Day | undefined
  beginByOn?: Day | undefined
  responsible: Responsible
  /** Ties the need to the question whose answer raised it: an open need with this tie is not raised again. */
  questionKey?: string | undefined
  answerId?: string | undefined
  isRestricted?: boolean | undefined
}

/**
 * Raises a need on a case by hand.
 *
 * @param need.words - plain text, 1 to 500 characters.
 * @returns its id.
 * @throws Refusal `case.not-found` when the actor may not see the case.
 */
export async function raiseNeed(change: Change, caseId: string, need: NewNeed): Promise<string> {
  const [id] = await raiseNeeds(change, caseId, [need])
  return id!
}

/**
 * Raises several needs at once, such as those that the answers of an assessment raise.
 *
 * @returns ids of those that were raised; one whose question has an open need already is left out.
 * @throws Refusal `case.not-found` when the actor may not see the case.
 */
export async function raiseNeeds(change: Change, caseId: string, needs: NewNeed[]): Promise<string[]> {
  if (needs.length === 0) return []
  const { personId } = await getCaseSubject(change, caseId)
  const made = needs.map((need) => ({
    id: newId(),
    caseId,
    personId,
    pathway: need.pathway,
    words: need.words,
    neededByOn: need.neededByOn ?? null,
    beginByOn: need.beginByOn ?? null,
    responsible: need.responsible,
    questionKey: need.questionKey ?? null,
    answerId: need.answerId ?? null,
    isRestricted: need.isRestricted ?? false,
  }))

  const ids = await insertNeeds(change, made)
  for (const need of made.filter(({ id }) => ids.includes(id))) {
    change.record({
      name: 'need.raised',
      subjectId: need.id,
      caseId,
      personId,
      fieldGroup: need.isRestricted ? 'risk' : 'needs',
      details: { pathway: need.pathway, fromQuestion: need.questionKey !== null },
    })
  }
  await renewPathwayStatuses(change, caseId, [...new Set(made.map(({ pathway }) => pathway))])
  return ids
}

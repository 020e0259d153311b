import { listAgencies, listPathways, pathwayLabel } from '../agencies/index.ts'
import { type CaseFrame, getCaseFrame } from '../cases/index.ts'
import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { listGoals } from './queries/goals.ts'
import { listOpenNeeds, listSteps } from './queries/steps.ts'

/** The frame of a page about the plan and the pathways by name; says whose data the page shows. */
export async function openFrame(reading: Reading, caseId: string, locale: Locale) {
  const frame = await getCaseFrame(reading, caseId)
  reading.look({
    action: 'consult',
    personIds: [frame.personId],
    caseIds: [caseId],
    fieldGroups: ['identity', 'plan', 'needs'],
  })
  const pathways = await listPathways(reading)
  return { frame, pathways: pathways.map(({ code, labels }) => ({ code, name: pathwayLabel(locale, code, labels) })) }
}

/** Besides the frame, what a step can be given: an owner and a need. */
export async function openChoices(reading: Reading, caseId: string, locale: Locale) {
  const opened = await openFrame(reading, caseId, locale)
  const agencies = await listAgencies(reading)
  const needs = await listOpenNeeds(reading, caseId)
  const plan = { goals: await listGoals(reading, caseId), steps: await listSteps(reading, caseId) }
  return { ...opened, ...plan, agencies, workers: workersOf(opened.frame), needs }
}

/** The named workers of the case, each once. */
export function workersOf({ team }: CaseFrame) {
  const workers = new Map<string, { accountId: string; agencyId: string; name: string; agencyName: string }>()
  for (const { accountId, agencyId, name, agencyName } of team) {
    if (accountId && name) workers.set(accountId, { accountId, agencyId, name, agencyName })
  }
  return [...workers.values()]
}

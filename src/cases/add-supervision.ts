import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getCaseSubject } from './queries/case-subject.ts'
import { insertParty } from './queries/parties.ts'
import { findAgency, listPartiesOf } from './queries/workers.ts'

export interface Supervision {
  agencyId: string
  /** A team of that agency that works on the case from now on. */
  teamId?: string | undefined
}

/**
 * Lets the agency that will supervise the person in on the case, and a team of it where one is named.
 *
 * @throws Refusal `case.not-found`; `case.agency-not-found`; `case.agency-cannot-supervise` when it is no probation area;
 *   `case.agency-on-case` when it is on the case in this way already.
 */
export async function addSupervision(change: Change, caseId: string, { agencyId, teamId }: Supervision): Promise<void> {
  const { personId } = await getCaseSubject(change, caseId, 'identity')
  const agency = await findAgency(change, agencyId, teamId)
  if (!agency) throw new Refusal('not found', 'case.agency-not-found')
  if (agency.kind !== 'probation') throw new Refusal('not allowed', 'case.agency-cannot-supervise')
  const parties = await listPartiesOf(change, caseId, agencyId)
  const isSupervising = parties.some(({ relationship }) => relationship === 'SUPERVISION')
  const isTeamIn = teamId === undefined || parties.some((party) => party.teamId === teamId)
  if (isSupervising && isTeamIn) throw new Refusal('conflict', 'case.agency-on-case')

  if (!isSupervising) await insertParty(change, { caseId, agencyId, relationship: 'SUPERVISION' })
  if (teamId && !isTeamIn) await insertParty(change, { caseId, agencyId, teamId, relationship: 'TEAM' })
  const details = { agencyId, teamId: teamId ?? null }
  change.record({
    name: 'case.supervision-added',
    subjectId: caseId,
    caseId,
    personId,
    fieldGroup: 'identity',
    details,
  })
}

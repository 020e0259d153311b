import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getCaseSubject } from './queries/case-subject.ts'
import { insertParty } from './queries/parties.ts'
import { getTeamPlace, listOwnTeams } from './queries/teams.ts'
import { endParty, mayName } from './queries/workers.ts'

/**
 * Gives a case to a team of the actor's own agency: all of it work there from now on.
 *
 * @returns the id of the team's place.
 * @throws Refusal `case.not-found`; `case.naming-not-theirs`; `case.team-not-found` for a team of another agency, one that is closed, or one
 *   that works on the case already.
 */
export async function giveToTeam(change: Change, caseId: string, teamId: string): Promise<string> {
  const { personId } = await getCaseSubject(change, caseId, 'identity')
  if (!(await mayName(change, caseId))) throw new Refusal('not allowed', 'case.naming-not-theirs')
  const teams = await listOwnTeams(change, caseId)
  if (!teams.some(({ id }) => id === teamId)) throw new Refusal('not found', 'case.team-not-found')
  const { agencyId } = change.actor
  const partyId = await insertParty(change, { caseId, agencyId, teamId, relationship: 'TEAM' })
  const details = { teamId }
  change.record({ name: 'case.team-given', subjectId: partyId, caseId, personId, fieldGroup: 'identity', details })
  return partyId
}

/**
 * Takes a case back from a team of the actor's own agency. What its members saw through it ends in the same moment.
 *
 * @throws Refusal `case.allocation-not-found`; `case.allocation-not-ours`; `case.naming-not-theirs`.
 */
export async function endTeamPlace(change: Change, partyId: string): Promise<{ caseId: string }> {
  const { caseId, personId, agencyId, teamId } = await getTeamPlace(change, partyId)
  if (agencyId !== change.actor.agencyId) throw new Refusal('not allowed', 'case.allocation-not-ours')
  if (!(await mayName(change, caseId))) throw new Refusal('not allowed', 'case.naming-not-theirs')
  await endParty(change, partyId)
  const details = { teamId }
  change.record({ name: 'case.team-ended', subjectId: partyId, caseId, personId, fieldGroup: 'identity', details })
  return { caseId }
}

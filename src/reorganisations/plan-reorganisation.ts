import { getAgency, listTeams } from '../agencies/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { insertPlan, type Plan } from './queries.ts'

/**
 * Plans to move an agency, or some of its teams, to another one. Nothing moves until somebody else has approved it.
 *
 * @param plan.teamIds - teams of the agency that go; null means all of it, and it closes.
 * @returns the id.
 * @throws Refusal `agency.not-found`, `reorganisation.same-agency`, `reorganisation.closed`, `reorganisation.not-its-team`,
 *   `reorganisation.one-at-a-time` while another plan for the agency is open.
 */
export async function planReorganisation(change: Change, plan: Omit<Plan, 'id'>): Promise<string> {
  const { fromAgencyId, toAgencyId, teamIds } = plan
  if (fromAgencyId === toAgencyId) throw new Refusal('conflict', 'reorganisation.same-agency')
  const [from, to] = [await getAgency(change, fromAgencyId), await getAgency(change, toAgencyId)]
  if (from.closedOn || to.closedOn) throw new Refusal('conflict', 'reorganisation.closed')
  const own = new Set((await listTeams(change, fromAgencyId)).map(({ id }) => id))
  if (teamIds && !teamIds.every((id) => own.has(id))) throw new Refusal('not found', 'reorganisation.not-its-team')

  const id = newId()
  if (!(await insertPlan(change, { ...plan, id }))) throw new Refusal('conflict', 'reorganisation.one-at-a-time')
  const details = { fromAgencyId, toAgencyId, teamIds }
  change.record({ name: 'reorganisation.planned', subjectId: id, fieldGroup: 'administration', details })
  return id
}

import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { changedMeanwhile, type Versioned } from './change-agency.ts'
import { listColleagues } from './queries/accounts.ts'
import { getAgency } from './queries/agencies.ts'
import { deleteMembers, getTeam, insertMembers, insertTeam, updateTeam } from './queries/teams.ts'

/** Makes a team of an agency, without members. @returns the id. @throws Refusal `agency.not-found` */
export async function addTeam(change: Change, agencyId: string, name: string): Promise<string> {
  await getAgency(change, agencyId)
  const id = await insertTeam(change, agencyId, name)
  change.record({ name: 'team.added', subjectId: id, fieldGroup: 'administration', details: { agencyId } })
  return id
}

/**
 * Sets what a team is called and who is in it. Members see the cases that the team works on, from their next page.
 *
 * @param team.memberIds - accounts of the team's own agency.
 * @throws Refusal `team.not-found`, `settings.changed-meanwhile`; `account.not-found` for who does not work there.
 */
export async function changeTeam(
  change: Change,
  { name, memberIds, ...team }: Versioned & { name: string; memberIds: readonly string[] },
): Promise<void> {
  const { members, agencyId } = await getTeam(change, team.id)
  const before = members.map(({ id }) => id)
  const colleagues = new Set((await listColleagues(change, agencyId)).map(({ id }) => id))
  if (!memberIds.every((id) => colleagues.has(id))) throw new Refusal('not found', 'account.not-found')
  if (!(await updateTeam(change, team, { name }))) throw changedMeanwhile()
  const joined = memberIds.filter((id) => !before.includes(id))
  const left = before.filter((id) => !memberIds.includes(id))
  if (joined.length > 0) await insertMembers(change, team.id, joined)
  if (left.length > 0) await deleteMembers(change, team.id, left)
  change.record({ name: 'team.changed', subjectId: team.id, fieldGroup: 'administration', details: { joined, left } })
}

/**
 * Closes a team: it is given no new work, and its members no longer see cases by it.
 *
 * @throws Refusal `team.receives` while its agency's imports are given to it. @throws Refusal `settings.changed-meanwhile`
 */
export async function closeTeam(change: Change, team: Versioned): Promise<void> {
  const { members, isReceiving } = await getTeam(change, team.id)
  if (isReceiving) throw new Refusal('conflict', 'team.receives')
  if (!(await updateTeam(change, team, { closed_on: dayAt(change.now) }))) throw changedMeanwhile()
  const left = members.map(({ id }) => id)
  if (left.length > 0) await deleteMembers(change, team.id, left)
  change.record({ name: 'team.closed', subjectId: team.id, fieldGroup: 'administration', details: { left } })
}

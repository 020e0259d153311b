import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type AgencyDetails, getAgency, updateAgency } from './queries/agencies.ts'
import { getTeam } from './queries/teams.ts'

export interface Versioned {
  id: string
  /** As it was when the form was drawn. */
  version: number
}

/** Somebody else changed what is to be changed; the page shows both. */
export const changedMeanwhile = () => new Refusal('conflict', 'settings.changed-meanwhile')

/**
 * Changes how an agency is reached and called, and which team receives its imports.
 *
 * @throws Refusal `agency.not-found`, `team.not-found` for a team of another agency or one that closed.
 * @throws Refusal `settings.changed-meanwhile`
 */
export async function changeAgency(
  change: Change,
  agency: Versioned,
  details: AgencyDetails & { receivingTeamId: string | null },
): Promise<void> {
  if (details.receivingTeamId) {
    const team = await getTeam(change, details.receivingTeamId)
    if (team.agencyId !== agency.id || team.closedOn) throw new Refusal('not found', 'team.not-found')
  }
  await getAgency(change, agency.id)
  if (!(await updateAgency(change, agency, details))) throw changedMeanwhile()
  change.record({ name: 'agency.changed', subjectId: agency.id, fieldGroup: 'administration' })
}

/**
 * Closes an agency: nobody of it may sign in, and it is given no new work. What it wrote stays.
 *
 * @throws Refusal `agency.own` when it is the actor's own. @throws Refusal `settings.changed-meanwhile`
 */
export async function closeAgency(change: Change, agency: Versioned): Promise<void> {
  if (agency.id === change.actor.agencyId) throw new Refusal('not allowed', 'agency.own')
  await getAgency(change, agency.id)
  if (!(await updateAgency(change, agency, { closedOn: dayAt(change.now) }))) throw changedMeanwhile()
  change.record({ name: 'agency.closed', subjectId: agency.id, fieldGroup: 'administration' })
}

/** Opens a closed agency again. @throws Refusal `settings.changed-meanwhile` */
export async function reopenAgency(change: Change, agency: Versioned): Promise<void> {
  await getAgency(change, agency.id)
  if (!(await updateAgency(change, agency, { closedOn: null }))) throw changedMeanwhile()
  change.record({ name: 'agency.reopened', subjectId: agency.id, fieldGroup: 'administration' })
}

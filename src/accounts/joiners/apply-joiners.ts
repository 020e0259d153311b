import {
  addAccount,
  changeAccess,
  changeAccount,
  changeTeam,
  disableAccount,
  enableAccount,
  getAccount,
  getPartnership,
  listColleagues,
  listTeams,
} from '../../agencies/index.ts'
import type { Change } from '../../platform/database.ts'
import { sendInvitation } from '../../sign-in/index.ts'
import { upsertTerm } from '../queries/terms.ts'
import { isRoles, type Plan, type PlannedRow, planJoiners } from './plan-joiners.ts'
import type { ReadRow } from './read-joiners.ts'

/**
 * Does what a list of joiners and leavers says, all of it or nothing; rows with problems are set aside. Who joins today or earlier is
 * invited now, who joins later on their first day; who has left is shut out, and their sessions end at once.
 */
export async function applyJoiners(change: Change, rows: readonly ReadRow[]): Promise<Plan> {
  const plan = await planJoiners(change, rows)
  const { locale } = await getPartnership(change)
  for (const row of plan.rows) {
    if (row.outcome === 'joins') await join(change, row, locale)
    if (row.outcome === 'changes') await alter(change, row)
    if (row.outcome === 'leaves') await leave(change, row)
  }
  await joinTeams(change, plan.rows)
  const { agencyId: subjectId } = change.actor
  change.record({ name: 'joiners.applied', subjectId, fieldGroup: 'administration', details: { ...plan.counts } })
  return plan
}

async function join(change: Change, row: PlannedRow, locale: 'en' | 'it' | 'nl'): Promise<void> {
  const { email, name, role = 'WORKER', term } = row
  const { agencyId } = change.actor
  const id = await addAccount(change, { agencyId, email, name, jobTitle: '', roles: [role], locale })
  row.present = { id, version: 1, email, name, roles: [role], isDisabled: false, teamIds: [], ...term }
  if (term.isWaiting) await disableAccount(change, { id, version: 1 })
  else await sendInvitation(change, await getAccount(change, id))
  if (term.startsOn || term.leavesOn) await upsertTerm(change, id, term)
}

async function alter(change: Change, { present, name, role, term }: PlannedRow): Promise<void> {
  const { id, roles, email } = present!
  const fresh = async () => ({ id, version: (await getAccount(change, id)).version })
  if (name !== '' && name !== present!.name) await changeAccount(change, await fresh(), { name })
  if (role && !isRoles(roles, role)) await changeAccess(change, await fresh(), { roles: [role], email })
  if (present!.isWaiting && !term.isWaiting) {
    await enableAccount(change, await fresh())
    await sendInvitation(change, await getAccount(change, id))
  }
  if (term.startsOn || term.leavesOn) await upsertTerm(change, id, term)
}

async function leave(change: Change, { present, term }: PlannedRow): Promise<void> {
  const { id, version, isDisabled } = present!
  if (!isDisabled) await disableAccount(change, { id, version })
  await upsertTerm(change, id, { ...term, isWaiting: false }, true)
}

/** A team at a time. A list says which team somebody joins, and takes nobody out of another. */
async function joinTeams(change: Change, rows: readonly PlannedRow[]): Promise<void> {
  for (const team of await listTeams(change, change.actor.agencyId)) {
    const held = team.members.map(({ id }) => id)
    const joining = rows
      .filter(
        ({ outcome, teamId, term }) =>
          (outcome === 'joins' || outcome === 'changes') && teamId === team.id && !term.isWaiting,
      )
      .map(({ present }) => present!.id)
      .filter((id) => !held.includes(id))
    if (joining.length === 0) continue
    const active = new Set(await colleaguesOf(change))
    const memberIds = [...held.filter((id) => active.has(id)), ...joining]
    await changeTeam(change, { id: team.id, version: team.version, name: team.name, memberIds })
  }
}

const colleaguesOf = async (change: Change) => (await listColleagues(change, change.actor.agencyId)).map(({ id }) => id)

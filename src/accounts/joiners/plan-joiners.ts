import { z } from 'zod'
import { isAppointed, listTeams, type Role, type Team } from '../../agencies/index.ts'
import { type Day, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { listPresentUsers, listTakenElsewhere, type PresentUser, type Term } from '../queries/terms.ts'
import type { ReadRow } from './read-joiners.ts'

/** What a row does: makes an account, changes one, shuts one out, nothing, or cannot be done. */
export type Outcome = 'joins' | 'changes' | 'leaves' | 'stays' | 'set-aside'

export interface PlannedRow extends ReadRow {
  outcome: Outcome
  present: PresentUser | undefined
  teamId: string | undefined
  term: Term
  /** As it will be called. */
  shownName: string
}

export interface Plan {
  rows: PlannedRow[]
  counts: Record<Outcome, number>
}

/** Compares a list with the actor's agency, and does nothing. */
export async function planJoiners(reading: Reading, rows: readonly ReadRow[]): Promise<Plan> {
  const present = new Map((await listPresentUsers(reading)).map((user) => [user.email.toLowerCase(), user]))
  const emails = rows.map(({ email }) => email)
  const known: Known = {
    present,
    teams: (await listTeams(reading, reading.actor.agencyId)).filter(({ closedOn }) => !closedOn),
    elsewhere: new Set(await listTakenElsewhere(reading, emails)),
    twice: new Set(emails.filter((email, index) => emails.indexOf(email) !== index)),
    today: dayAt(reading.now),
    ownId: reading.actor.userId,
  }
  const planned = rows.map((row) => planRow(row, known))
  const counts: Plan['counts'] = { joins: 0, changes: 0, leaves: 0, stays: 0, 'set-aside': 0 }
  for (const { outcome } of planned) counts[outcome] += 1
  return { rows: planned, counts }
}

interface Known {
  present: Map<string, PresentUser>
  teams: Team[]
  elsewhere: Set<string>
  twice: Set<string>
  today: Day
  ownId: string
}

function planRow(row: ReadRow, known: Known): PlannedRow {
  const present = known.present.get(row.email)
  const team = row.team ? known.teams.find(({ name }) => name.toLowerCase() === row.team.toLowerCase()) : undefined
  const startsOn = row.startsOn ?? present?.startsOn ?? null
  const leavesOn = row.leavesOn ?? present?.leavesOn ?? null
  const hasLeft = leavesOn !== null && leavesOn < known.today
  const isNew = !present || present.isWaiting
  const term = { startsOn, leavesOn, isWaiting: isNew && !hasLeft && startsOn !== null && startsOn > known.today }
  const problems = [...row.problems, ...findProblems(row, present, known)]
  if (row.team && !team) problems.push('team-unknown')
  if (startsOn && leavesOn && leavesOn < startsOn) problems.push('leaves-before')
  const planned = {
    ...row,
    problems,
    present,
    teamId: team?.id,
    term,
    shownName: row.name || (present?.name ?? row.email),
  }
  return { ...planned, outcome: problems.length > 0 ? 'set-aside' : outcomeOf(planned, hasLeft) }
}

function findProblems(row: ReadRow, present: PresentUser | undefined, { elsewhere, twice, ownId }: Known) {
  const problems: ReadRow['problems'] = []
  if (row.email === '') return [...problems, 'email-missing' as const]
  if (!z.email().max(254).safeParse(row.email).success) problems.push('email-form')
  if (twice.has(row.email)) problems.push('email-twice')
  if (elsewhere.has(row.email)) problems.push('email-elsewhere')
  if (!present && row.name === '') problems.push('name-missing')
  if (row.name.length > 120) problems.push('name-long')
  if (present?.id === ownId) problems.push('own-account')
  if ([row.role, ...(present?.roles ?? [])].some((role) => role && isAppointed(role))) problems.push('role-appointed')
  return problems
}

function outcomeOf({ present, role, name, teamId, term }: Omit<PlannedRow, 'outcome'>, hasLeft: boolean): Outcome {
  if (hasLeft) return present && (!present.isDisabled || present.isWaiting) ? 'leaves' : 'stays'
  if (!present) return 'joins'
  const isSame =
    (name === '' || name === present.name) &&
    (role === undefined || isRoles(present.roles, role)) &&
    (teamId === undefined || present.teamIds.includes(teamId)) &&
    term.startsOn === present.startsOn &&
    term.leavesOn === present.leavesOn
  return isSame ? 'stays' : 'changes'
}

export const isRoles = (held: readonly string[], role: Role) => held.length === 1 && held[0] === role

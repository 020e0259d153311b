import type { DayOffset } from '../calendar.ts'
import type { Context, OfCase } from './context.ts'

interface Party {
  agencyId: string
  teamId?: string
  accountId?: string
  relationship: 'CUSTODY' | 'SUPERVISION' | 'TEAM' | 'ALLOCATED' | 'REFERRED' | 'ACCEPTED'
  role?: string
  since: DayOffset
  until: DayOffset | null
  causeId?: string
  ownerId?: string
}

/** An agency, team or worker let in to a case. @returns the id of the relationship. */
export function addParty({ sheets, newId, calendar }: Context, { caseId }: OfCase, party: Party): string {
  const id = newId()
  sheets.add('case_party', {
    id,
    case_id: caseId,
    agency_id: party.agencyId,
    team_id: party.teamId ?? null,
    account_id: party.accountId ?? null,
    relationship: party.relationship,
    role: party.role ?? null,
    since_on: calendar.day(Math.min(party.since, 0)),
    until_on: party.until === null ? null : calendar.day(party.until),
    cause_id: party.causeId ?? null,
    owner_agency_id: party.ownerId ?? party.agencyId,
  })
  return id
}

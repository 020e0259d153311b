import type { Call } from './drive.ts'
import type { Scratch } from './scratch.ts'

export interface Work {
  name: string
  what: string
  /** Calls of one round. */
  count: number
  callOf(scratch: Scratch, at: number): Call
  /** At most so many times the CPU of the other servers. */
  targets: { bare?: number; rls?: number }
}

const json = { 'content-type': 'application/json' }
const bodies = [
  'Met on the wing. Talked about the first week outside and made a list of three things to do.',
  'Rang about the room. They will say by Thursday. The form is with the council since Monday.',
  'Went through the licence together, word by word. Two questions left for probation, both about the curfew.',
]

export const works: Work[] = [
  {
    name: 'W1',
    what: 'a caseload of 50',
    count: 250,
    callOf: () => ({ method: 'GET', path: '/api/v1/caseload?limit=50' }),
    targets: { bare: 4, rls: 2 },
  },
  {
    name: 'W2',
    what: 'one case whole',
    count: 250,
    callOf: ({ caseIds }, at) => ({ method: 'GET', path: `/api/v1/cases/${caseIds[at % caseIds.length]}` }),
    targets: { bare: 5, rls: 2.5 },
  },
  {
    name: 'W3',
    what: 'add a note with its audit',
    count: 500,
    callOf: ({ caseIds }, at) => ({
      method: 'POST',
      path: `/api/v1/cases/${caseIds[at % caseIds.length]}/notes`,
      headers: json,
      body: JSON.stringify({ kind: 'CONTACT', part: 'notes', body: bodies[at % bodies.length] }),
    }),
    targets: { bare: 5, rls: 2.5 },
  },
  {
    name: 'W4',
    what: 'people by a name, misspelt',
    count: 60,
    callOf: ({ names }, at) => ({
      method: 'GET',
      path: `/api/v1/people?name=${encodeURIComponent(misspelt(names[(at * 7) % names.length]!))}`,
    }),
    targets: { bare: 2 },
  },
  {
    name: 'W5',
    what: 'referral counts of a year',
    count: 400,
    callOf: () => ({ method: 'GET', path: '/api/v1/reports/referrals?from=2025-12&to=2026-12' }),
    targets: { bare: 3 },
  },
]

/** Without its third letter. */
const misspelt = (name: string) => name.slice(0, 2) + name.slice(3)

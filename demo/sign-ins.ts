import { findPartnership } from '../src/agencies/index.ts'
import type { Database } from '../src/platform/database.ts'

export const demonstrationPassword = 'through-the-gate'

const who: [email: string, is: string][] = [
  [
    'amira@fernhall.example',
    'key worker in HMP Fernhall: a wing of people, their assessments, referrals and release days',
  ],
  ['helen@fernhall.example', 'head of resettlement in HMP Fernhall: imports the release list, sees everybody there'],
  ['kate@fernhall.example', 'administrator of HMP Fernhall: workers and teams, and no case at all'],
  ['sarah@wexley-probation.example', 'community offender manager in Wexley: the named person outside'],
  [
    'ruth@wexley-probation.example',
    'manager there: the contracts that pay for results, and what is claimed under them',
  ],
  ['simon@wexley-probation.example', 'the second manager there: decides about what Ruth claimed'],
  ['dee@wexley-council.example', 'housing options in Wexley: answers referrals, keeps the services'],
  ['lena@brightwater.example', 'recovery worker at Brightwater: health notes and prescribing'],
  ['joe@riverside.example', 'mentor: meets people at the gate, supervises volunteers'],
  ['idris@riverside.example', 'volunteer mentor: whom he walks with, and no case'],
  ['pauline@riverside.example', 'mentor coordinator: mentors, matches, claims, what was promised to funders'],
  ['wendy@riverside.example', 'treasurer: funds, claims and the file for the bank'],
  ['olu@riverside.example', 'operator of the night line: takes calls, and sees no case'],
  ['chiara@walk-on.example', 'facilitator, in Italian'],
  ['janneke@open-gate.example', 'tutor, in Dutch'],
  ['marian@wexley-council.example', 'coordinator of the partnership: questions, pathways, agencies, services'],
  ['iris@wexley-council.example', 'auditor: who looked at what, and no case at all'],
]

/** Who can sign in to the demonstration, and what they are. */
export const demonstrationSignIns = who.map(([email, is]) => ({ email, is }))

/** Lines for the terminal: how to sign in to the demonstration, or where to begin without one. */
export async function signInHints(database: Database): Promise<string[]> {
  const partnership = await findPartnership(database)
  if (!partnership) return ['Open /setup to make the partnership, its first agency and administrator.']
  if (!partnership.isDemonstration) return []
  const widest = Math.max(...who.map(([email]) => email.length))
  return [
    `Demonstration: every person, place and number is made up. The password of all is ${demonstrationPassword}`,
    ...who.map(([email, is]) => `  ${email.padEnd(widest)}  ${is}`),
  ]
}

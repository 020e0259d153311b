import type { World } from '../src/platform/testing/world.ts'
import type { Cast } from './cast.ts'
import { canaryOf, type Planted } from './planted.ts'

type Add = (table: string, row: Record<string, unknown>, name?: string) => Promise<string | undefined>

/** A mentor of an agency that nobody of the cast works for, matched with the person; a claim; a promise to a funder. And a claim with its
 * receipt at the charity that a mentor and a treasurer of the cast work for, which neither of them made. */
export async function plantMentor(world: World, { caseId, personId, author }: Planted, cast: Cast, add: Add): Promise<void> {
  const at = '2026-03-01T09:00:00Z'
  const by = author.userId
  const agency_id = author.agencyId
  const of = { case_id: caseId, person_id: personId, owner_agency_id: agency_id }
  const mentor_id = await add('mentor', { agency_id, name: 'Mentor', stage: 'MENTOR', came_from: 'PUBLIC', gender: 'WOMAN', added_by: by, added_at: at })
  await add('mentor_entry', { mentor_id, kind: 'PROGRESS', code: 'SKILL', happened_on: '2026-02-01', made_by: by, made_at: at }, 'mentor_entry progress')
  await add('mentor_entry', { mentor_id, kind: 'BACKGROUND', code: 'CARE', happened_on: '2026-02-01', made_by: by, made_at: at })
  const wish_id = await add('mentee_wish', { ...of, place: canaryOf('mentoring'), asked_on: '2026-02-01', made_by: by, made_at: at })
  const said = { mentor_answer: 'YES', person_answer: 'YES', risk_words: canaryOf('mentoring'), risk_signed_by: by, risk_signed_at: '2026-02-01T09:00:00Z' }
  const match_id = await add('mentor_match', { ...of, ...said, mentor_id, wish_id, proposed_by: by, proposed_at: at })
  await add('mentor_session', { ...of, mentor_id, match_id, kind: 'MET', happened_on: '2026-02-20', minutes: 30, words: canaryOf('mentoring'), made_by: by, made_at: at })
  const account = { debtor_name: 'x', debtor_iban: 'NL91ABNA0417164300' }
  const fund_id = await add('fund', { agency_id, name: 'Fund', currency: 'EUR', amount_in_minor: 100, starts_on: '2026-01-01', made_by: by, made_at: at, ...account })
  const spent = { kind: 'RECEIPT', spent_on: '2026-02-01', what: 'FARE', amount_in_minor: 5, claimed_at: at }
  await add('expense_claim', { ...spent, agency_id, claimant_id: by, fund_id })
  const service = cast['working service']
  const theirs = await add('fund', { agency_id: service.agencyId, name: 'Fund', currency: 'EUR', amount_in_minor: 100, starts_on: '2026-01-01', made_by: service.userId, made_at: at, ...account }, 'fund of service')
  const claim = await add('expense_claim', { ...spent, agency_id: service.agencyId, claimant_id: service.userId, fund_id: theirs }, 'claim of service')
  await world.insert('insert into expense_receipt (claim_id, bytes, bytes_hash) values ($1, $2, $2)', [claim, Buffer.alloc(32)])
  await add('funder_target', { agency_id, funder: 'x', measure: 'PROGRAMMES', target: 1, from_on: '2026-01-01', until_on: '2026-12-31', made_by: by, made_at: at })
} // biome-ignore format: one row a line

import { randomUUID } from 'node:crypto'
import type { World } from '../src/platform/testing/world.ts'
import type { Cast } from './cast.ts'
import { canaryOf, type Planted } from './planted.ts'

type Add = (table: string, row: Record<string, unknown>, name?: string) => Promise<string | undefined>

/** A theme that the prison leads, in which the area takes part; a contract of the prison with a claim; a contract of another agency. */
export async function plantContracts(world: World, { caseId, personId, author }: Planted, cast: Cast, add: Add): Promise<void> {
  const at = '2026-03-01T09:00:00Z'
  const prison = cast['prison manager'].agencyId
  const by = cast['prison colleague'].userId
  const of = { case_id: caseId, person_id: personId, owner_agency_id: author.agencyId }
  const theme_id = await add('theme', { title: 'x', area: 'x', lead_agency_id: prison, opened_by: by, opened_at: at })
  await world.insert('insert into theme_agency (theme_id, agency_id, asked_by, asked_at) values ($1, $2, $3, $4)', [theme_id, cast['outside manager'].agencyId, by, at])
  await add('theme_case', { ...of, theme_id, why: canaryOf('risk'), linked_by: author.userId, linked_at: at })
  const meeting_id = await add('theme_meeting', { theme_id, held_on: '2026-02-01', agenda: 'x', written_by: by, written_at: at })
  await add('theme_action', { theme_id, meeting_id, words: 'x', owner_id: by, due_on: '2026-03-01', made_by: by, made_at: at })
  await world.insert(`insert into theme_disposal (theme_id, reason, proposed_by, proposed_at) values ($1, 'x', $2, $3)`, [theme_id, by, at])
  await add('theme_report', { theme_id, title: 'x', kind: 'image/jpeg', bytes: Buffer.from('x'), added_by: by, added_at: at })
  const contract = { funder: 'x', title: 'x', currency: 'GBP', from_on: '2026-01-01', until_on: '2026-12-31', follow_days: 84, made_at: at }
  await add('result_contract', { ...contract, agency_id: cast['working service'].agencyId, made_by: cast['working service'].userId }, 'contract elsewhere')
  const contract_id = await add('result_contract', { ...contract, agency_id: prison, made_by: by })
  await world.insert("insert into result_price (contract_id, result, price_in_minor) values ($1, 'NOT_BACK', 100)", [contract_id])
  await world.insert("insert into contract_count (contract_id, result, claimable, not_yet, not_met, apart_mark, counted_at) values ($1, 'NOT_BACK', 1, 0, 0, 'x', $2)", [contract_id, at])
  const claim_id = await add('result_claim', { contract_id, result: 'NOT_BACK', price_in_minor: 100, people_count: 1, made_by: by, made_at: at })
  const row = { ...of, claim_id, contract_id, result: 'NOT_BACK', agency_id: prison, source_id: randomUUID(), happened_on: '2026-01-01', matures_on: '2026-03-01' }
  const columns = Object.keys(row)
  await world.insert(`insert into claimed_result (${columns.join(', ')}) values (${columns.map((_, nth) => `$${nth + 1}`).join(', ')})`, Object.values(row))
} // biome-ignore format: one row a line

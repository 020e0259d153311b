import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'
import { findCharity } from './charity.ts'
import { insertRows } from './rows.ts'

const promised = { PROGRAMMES: 3, PEOPLE_MENTORED: 12, MENTORING_SESSIONS: 120, TRAINING_HOURS: 180 } as const

/** What the charity promised a funder; what was delivered is counted from its own rows. Written as the rule-keepers. */
export async function writeFunders(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const charity = await findCharity(client)
  if (!charity) return
  await client.query('set local role throughline_rules')
  await insertRows(
    client,
    'funder_target',
    Object.entries(promised).map(([measure, target]) => ({
      ...{ id: newId(), agency_id: charity.agencyId, funder: 'The Harbour Trust', measure, target },
      ...{ from_on: calendar.day(-240), until_on: calendar.day(125), made_by: charity.accounts.get('pauline') },
      made_at: calendar.past(moment(-240, 600)),
    })),
  )
  await client.query('reset role')
}

import type { Client } from 'pg'
import { addDays, type Day, weekdayOf } from '../src/platform/calendar-day.ts'
import { type Calendar, moment } from './calendar.ts'
import { insertRows } from './rows.ts'

const weeks = 26
/** Agencies that were given access and never came, that came and stayed away, and that come now and then. The others work with it. */
const never = new Set(['CLT', 'HWC'])
const goneSince: Record<string, number> = { CNS: 9, CAC: 15 } // weeks
const seldom = new Set(['WPOL', 'NGH', 'WCH'])

interface Account {
  id: string
  agency_id: string
  code: string
}

/** How much agencies used their access in the half year before today: some hardly at all. Written as the rule-keepers. */
export async function writeUsage(client: Client, calendar: Calendar): Promise<void> {
  const { rows: accounts } = await client.query<Account>(
    `select a.id, a.agency_id, y.code from account a join agency y on y.id = a.agency_id
     where not a.is_integration and y.closed_on is null order by y.code, a.email`,
  )
  const countedAt = calendar.past(moment(0, 0)) // the audit itself begins now
  const rows = accounts.flatMap((account, index) =>
    weeksOf(account.code).flatMap((back) => {
      const monday = addDays(calendar.today, 1 - weekdayOf(calendar.today) - 7 * back)
      return rowOf(account, { index, back, monday }, countedAt)
    }),
  )
  await client.query('set local role throughline_rules')
  await insertRows(client, 'usage_week', rows)
  await client.query('reset role')
}

function weeksOf(code: string): number[] {
  if (never.has(code)) return []
  const from = goneSince[code] ?? 1 // the week of today is the audit's own
  const step = seldom.has(code) ? 4 : 1
  return Array.from({ length: weeks }, (_, back) => back).filter((back) => back >= from && back % step === from % step)
}

function rowOf(
  { id, agency_id, code }: Account,
  { index, back, monday }: { index: number; back: number; monday: Day },
  countedAt: Date,
) {
  const turn = (index * 7 + back * 5) % 11 // some weeks off, the same for the same account
  if (turn === 0) return []
  const looks = seldom.has(code) ? 1 + (turn % 3) : 12 + turn * (2 + (index % 7))
  const numbers = { sign_ins: 1 + (turn % 5), looks, entries: Math.floor(looks / (3 + (index % 4))) }
  const signedInAt = `${addDays(monday, turn % 5)}T09:${String(10 + turn).padStart(2, '0')}:00Z`
  return [{ account_id: id, week_on: monday, agency_id, ...numbers, signed_in_at: signedInAt, counted_at: countedAt }]
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

const fullWeek = [1, 2, 3, 4, 5]
const partWeek = [1, 2, 4]

/**
 * What workers can hold, an absence with somebody who stands in and one without, risks that were stated, and some people with
 * nobody named. Written as the rule-keepers, whom row-level security lets by.
 */
export async function writeAllocations(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const setAt = calendar.past(moment(-20, 600))
  await client.query('set constraints all immediate')
  await client.query('set local role throughline_rules')
  await client.query(
    `insert into worker_capacity (account_id, hours_per_week, works_on, most_points, languages, set_by, set_at)
     select w.id, case when w.nth % 3 = 0 then 22 else 37 end, case when w.nth % 3 = 0 then $1::int[] else $2::int[] end,
       case when w.nth % 3 = 0 then 60 else 100 end, case w.nth % 4 when 1 then '{pl}'::text[] when 2 then '{ar,fr}'::text[] else '{}'::text[] end, m.id, $3
     from (select a.id, a.agency_id, row_number() over (partition by a.agency_id order by a.email) as nth from account a
       where a.roles = '{WORKER}' and not a.is_integration) w
     join lateral (select id from account m where m.agency_id = w.agency_id and 'MANAGER' = any(m.roles) order by m.email limit 1) m on true
     where w.nth % 5 <> 4`,
    [partWeek, fullWeek, setAt],
  )
  const away = async (who: string, kind: string, from: number, until: number, cover: string | null) =>
    client.query(
      `insert into worker_absence (id, account_id, kind, from_on, until_on, cover_account_id, made_by, made_at)
       select $1, a.id, $2, $3, $4, c.id, a.id, $5 from account a left join account c on c.agency_id = a.agency_id and c.email like $7
       where a.email like $6 order by a.id limit 1`,
      [newId(), kind, calendar.day(from), calendar.day(until), setAt, `${who}@%`, cover ? `${cover}@%` : ''],
    )
  await away('nia', 'LEAVE', -2, 5, 'tom')
  await away('derek', 'TRAINING', 12, 14, null)
  await client.query(
    `insert into case_management (case_id, person_id, risk, chosen, reason, made_by, made_at, owner_agency_id)
     select case_id, person_id, (array['LOW', 'MEDIUM', 'HIGH', 'MEDIUM', 'VERY_HIGH'])[1 + nth % 5], case when nth = 4 then 'FULL' end,
       case when nth = 4 then 'He moves area in spring; one manager should know all of it.' else '' end, account_id, $1, agency_id
     from (select p.case_id, c.person_id, p.account_id, p.agency_id, row_number() over (order by p.case_id)::int as nth
       from case_party p join case_file c on c.id = p.case_id and c.ended_on is null
       where p.role = 'KEY_WORKER' and p.until_on is null) k where nth <= 200 and nth % 7 <> 0`,
    [setAt],
  )
  await client.query('reset role')
}

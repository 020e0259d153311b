import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

const mentoringNote =
  'He is afraid of the first evening alone. We walk from the gate to the hostel together and eat there.'
const emergency = 'A caller says that he means to harm himself tonight. I must know who works with him and where he is.'

/**
 * What stands behind walls: hidden addresses, a mentor's note, a worker who is barred from a relative, and a use of break-glass that
 * waits for its review. Written as the rule-keepers, whom row-level security lets by.
 */
export async function writeWalls(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('alter table person_address enable trigger address_is_hidden')
  await client.query(`update person_address set lines = lines where is_hidden and lines <> ''`)
  await client.query('set constraints all immediate')
  await client.query('set local role throughline_rules')
  const [usedAt, noteAt] = [calendar.past(moment(-1, 21 * 60)), calendar.past(moment(-3, 14 * 60))]
  await client.query(
    `insert into note (id, case_id, person_id, kind, field_group, body, happened_at, author_id, written_at, owner_agency_id)
     select $1, c.id, c.person_id, 'CONTACT', 'mentoring', $2, $3, a.id, $3, a.agency_id
     from account a join case_party p on p.account_id = a.id and p.until_on is null join case_file c on c.id = p.case_id
     where a.email = 'joe@riverside.example' order by c.id limit 1`,
    [newId(), mentoringNote, noteAt],
  )
  await client.query(
    `insert into access_bar (account_id, person_id, reason, kind, made_by, made_at)
     select a.id, p.id, 'His cousin', 'RELATED', a.id, $1 from account a cross join person p
     where a.email = 'obinna@fernhall.example' and p.family_name = 'Okafor' order by p.id limit 1`,
    [noteAt],
  )
  await client.query(
    `insert into break_glass (id, account_id, agency_id, identifier, person_id, reason, used_at, ends_at, closed_at, review_due_at, owner_agency_id)
     select $1, a.id, a.agency_id, i.value, i.person_id, $2, $3, $3::timestamptz + interval '1 hour', $3::timestamptz + interval '1 hour',
       $3::timestamptz + interval '4 days', c.owner_agency_id
     from account a cross join person_identifier i join case_file c on c.person_id = i.person_id and c.ended_on is null
     join agency y on y.id = c.owner_agency_id and y.code = 'FHI'
     where a.email like 'anil@%' and i.type = 'PRISON_NUMBER'
     order by i.value limit 1`,
    [newId(), emergency, usedAt],
  )
  await client.query('reset role')
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

const words = 'She has her own flat and works three days a week. Her sister has her keys. She knows whom to ring.'

/** A case that ended, of somebody who came out with nothing left open: it stands in the list of those that ended. */
export async function writeEnding(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  await client.query(
    `insert into case_ending (id, case_id, person_id, reason, words, persons_words, ended_at, ended_by, owner_agency_id)
     select $1, c.id, c.person_id, 'SETTLED', $2, 'I can do the rest myself.', $3, a.id, c.owner_agency_id
     from case_file c join account a on a.agency_id = c.owner_agency_id and a.email = 'helen@fernhall.example'
     where c.ended_on is null and not exists (select from custody k where k.person_id = c.person_id and k.left_on is null)
       and not exists (select from referral r where r.case_id = c.id and r.status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED'))
     order by c.id desc limit 1`,
    [newId(), words, calendar.past(moment(-12, 15 * 60))],
  )
  await client.query('reset role')
}

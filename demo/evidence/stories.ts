import type { Client } from 'pg'
import { type Calendar, moment } from '../calendar.ts'

const stories = [
  {
    by: 'joe@riverside.example',
    title: 'The keys',
    isPublic: true,
    words:
      'He had said for weeks that he would not last a night outside. We agreed one thing only: that I would stand at the gate with a flask of tea.\n\nWe took the bus to the council together, and by four he had keys. He rang me at nine to say that he had cooked. He has rung every Sunday since, and last month he rang for somebody else.',
  },
  {
    by: 'helen@fernhall.example',
    title: 'Asked once',
    isPublic: false,
    words:
      'At reception she was asked about her children, and cried. Nobody asked again: the answer was there for the family worker, for probation and for the hostel. She says that it was the first time that she did not have to begin from the beginning.',
  },
]

/** Two cases told without a name, with the person's yes; one for everybody, one for the prison's own reports. */
export async function writeStories(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  for (const [nth, { by, title, words, isPublic }] of stories.entries()) {
    const { rows } = await client.query<{ caseId: string; personId: string; purpose: string; ownerId: string }>(
      `select c.id as "caseId", c.person_id as "personId", c.purpose, c.owner_agency_id as "ownerId" from account w
       join case_party t on t.agency_id = w.agency_id and t.until_on is null and t.relationship in ('ACCEPTED', 'ALLOCATED', 'TEAM')
       join case_file c on c.id = t.case_id and c.ended_on is null join person p on p.id = c.person_id
       where w.email = $1 and not exists (select from restricted_record r where r.person_id = c.person_id)
         and ($2 = (p.sex = 'FEMALE')) order by c.id offset 6 limit 1`,
      [by, nth === 1],
    )
    const told = rows[0]
    if (!told) continue
    await client.query(
      `insert into consent (id, case_id, person_id, purpose, agency_id, kind, answer, how, text_id, locale, said_on, recorded_by, recorded_at, owner_agency_id, basis)
       select $1, $2, $3, $4, w.agency_id, 'STORY', 'GIVEN', 'SPOKEN', t.id, 'en', $5, w.id, $6, w.agency_id, 'SELF_REPORT'
       from account w, consent_text t where w.email = $7 and t.kind = 'STORY' order by t.edition desc limit 1`,
      [newId(), told.caseId, told.personId, told.purpose, calendar.day(-9), calendar.past(moment(-9, 640)), by],
    )
    await client.query(
      `insert into case_story (id, case_id, person_id, title, words, locale, is_public, written_by, written_at, owner_agency_id)
       select $1, $2, $3, $4, $5, 'en', $6, id, $7, agency_id from account where email = $8`,
      [newId(), told.caseId, told.personId, title, words, isPublic, calendar.past(moment(-8, 640)), by],
    )
  }
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

interface Named {
  case_id: string
  person_id: string
  family_name: string
  account_id: string
  agency_id: string
}

const [most, minutesInHour, mostInvited] = [36, 60, 6]
const givenNames = ['Grace', 'Rosa', 'Leo', 'Amina', 'Tom', 'Ines', 'Carol', 'Musa'] as const
const relations = ['PARENT', 'PARTNER', 'SIBLING', 'GRANDPARENT'] as const
const shared = [
  ['RELEASE_DATE', 'SUPPORTERS'],
  ['RELEASE_DATE', 'APPOINTMENTS', 'PLAN_ACCOMMODATION'],
  ['PLAN_CHILDREN_FAMILIES_AND_COMMUNITY'],
  [],
]
const said = [
  ['CAN', 'I can meet the train and have supper ready.'],
  ['CANNOT', 'There is no bed here. My sister has moved in with the baby.'],
  ['WORRY', 'The first weekend was hard the last time.'],
  ['CAN', 'I can mind the children on Tuesdays, so that there is time for the job centre.'],
] as const
const contactKinds = ['CALL', 'CALL', 'VISIT', 'MEETING'] as const

/**
 * Family and friends: some who come in, some who have not yet, one who stopped, one whom a manager has to look at, what they said, and
 * contact with them. Nobody's PIN is known: the first thing to show is how a code is made. Written as the rule-keepers.
 */
export async function writeFamilies(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  const { rows } = await client.query<Named>(
    `select * from (select distinct on (c.id) c.id as case_id, c.person_id, p.family_name, x.account_id, x.agency_id, p.chosen_name, i.value as number
       from case_file c join person p on p.id = c.person_id join person_identifier i on i.person_id = p.id and i.type = 'PRISON_NUMBER'
       join case_party x on x.case_id = c.id and x.until_on is null and x.account_id is not null and x.role = 'KEY_WORKER'
       where c.ended_on is null order by c.id, x.account_id) q
     order by chosen_name = 'Danny' desc, number limit $1`,
    [most],
  )
  for (const [index, named] of rows.entries()) await writeMember(client, newId, calendar, named, index)
  const held = rows.filter(({ agency_id }) => agency_id === rows[0]?.agency_id)
  if (held.length > 0) await writeDay(client, newId, calendar, held.slice(0, mostInvited))
  await client.query('reset role')
}

async function writeMember(client: Client, newId: () => string, calendar: Calendar, of: Named, index: number) {
  const id = newId()
  const at = (days: number) => calendar.past(moment(days, (9 + (index % 7)) * minutesInHour))
  const pick = <T>(list: readonly T[]) => list[index % list.length]!
  const [isBlocked, isStopped, hasJoined] = [index === 5, index === 9, index % 3 !== 2 && index !== 5]
  const shares = pick(shared)
  await client.query(
    `insert into family_member (id, case_id, person_id, name, relation, way, locale, shares, consent_how, consented_at, recorded_by,
       joined_at, stopped_at, stopped_by, owner_agency_id, basis)
     values ($1, $2, $3, $4, $5, 'PAPER', $6, $7, 'SPOKEN', $8, $9, $10, $11, $12, $13, 'SELF_REPORT')`,
    [
      ...[
        id,
        of.case_id,
        of.person_id,
        `${pick(givenNames)} ${of.family_name}`,
        pick(relations),
        pick(['en', 'en', 'it', 'nl']),
      ],
      ...[shares, at(-50 - index), of.account_id, hasJoined ? at(-45) : null],
      ...[isStopped ? at(-3) : null, isStopped ? 'FAMILY' : null, of.agency_id],
    ],
  )
  const about = [of.case_id, of.person_id, id]
  if (shares.includes('RELEASE_DATE') && hasJoined) {
    const outcome = index % 5 === 4 ? 'NOT_NOW' : 'SHOW'
    await client.query(
      `insert into family_check (id, case_id, person_id, family_member_id, is_own_wish, is_safe, outcome, made_by, made_at, owner_agency_id,
         sensitivity, basis) values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, 'RESTRICTED', 'SELF_REPORT')`,
      [newId(), ...about, outcome === 'SHOW', outcome, of.account_id, at(-40), of.agency_id],
    )
  }
  if (hasJoined) {
    const [kind, words] = pick(said)
    await client.query(
      `insert into family_word (id, case_id, person_id, family_member_id, kind, words, is_for_worker_only, said_at, owner_agency_id, basis,
         subject_category) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'THIRD_PARTY', 'OTHER')`,
      [newId(), ...about, kind, words, kind === 'WORRY', at(-30), of.agency_id],
    )
  }
  for (let times = 0; times < index % 4; times++) {
    await client.query(
      `insert into family_contact (id, case_id, person_id, family_member_id, kind, happened_on, made_by, made_at, owner_agency_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[newId(), ...about, contactKinds[(index + times) % contactKinds.length], calendar.day(-6 - 17 * times)],
        ...[of.account_id, at(-6 - 17 * times), of.agency_id],
      ],
    )
  }
  // Marked by hand: the comparison of names would alert under an id that is another each time.
  if (isBlocked) await client.query('update family_member set blocked_at = $2 where id = $1', [id, at(-2)])
}

/** A day at one prison in a fortnight, with some people and whoever of their family comes in. */
async function writeDay(client: Client, newId: () => string, calendar: Calendar, invited: readonly Named[]) {
  const [dayId, by, at] = [newId(), invited[0]!, calendar.past(moment(-4, 10 * minutesInHour))]
  await client.query(
    `insert into family_day (id, agency_id, starts_at, length_in_minutes, how_to_come, who_comes, places, made_by, made_at)
     values ($1, $2, $3, 150, $4, 'Probation, housing and the chaplain', 10, $5, $6)`,
    [
      ...[dayId, by.agency_id, calendar.at(moment(calendar.workday(14), 13 * minutesInHour + 30))],
      ...['Visitors’ entrance, half an hour before. Bring something with your photo on it.', by.account_id, at],
    ],
  )
  for (const { case_id, person_id, account_id, agency_id } of invited) {
    await client.query(
      `insert into family_day_invitation (id, family_day_id, case_id, person_id, consent_how, answer, answered_at, invited_by, invited_at,
         owner_agency_id, basis) values ($1, $2, $3, $4, 'SPOKEN', 'COMES', $5, $6, $5, $7, 'SELF_REPORT')`,
      [newId(), dayId, case_id, person_id, at, account_id, agency_id],
    )
    await client.query(
      `insert into family_day_invitation (id, family_day_id, case_id, person_id, family_member_id, answer, answered_at, invited_by,
         invited_at, owner_agency_id, basis)
       select $1, $2, m.case_id, m.person_id, m.id, 'COMES', $4, $5, $4, $6, 'SELF_REPORT' from family_member m
       where m.case_id = $3 and m.joined_at is not null and m.stopped_at is null and m.blocked_at is null limit 1`,
      [newId(), dayId, case_id, at, account_id, agency_id],
    )
  }
}

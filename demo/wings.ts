import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

/** When services that work in prison are on a wing: '' is every wing. */
const times: readonly [wing: string, weekdays: string, opens: number, closes: number, place: string][] = [
  ['B', '{1,4}', 570, 690, 'B wing, room 4'],
  ['', '{2}', 840, 960, ''],
  ['A', '{3}', 600, 690, 'The interview room'],
  ['B', '{5}', 540, 630, 'The library'],
  ['C', '{1,2,3,4,5}', 525, 585, 'The landing office'],
]
const reasons = ['NOT_NEEDED', 'WORK_OR_VISIT', 'TOO_HARD', 'NOT_NOW', 'NOT_SAID'] as const
const mostOffered = 400

/** What the first prison says of some recommendations. */
const standings: readonly [topic: string, state: string, lead: string, dueIn: number | null, words: string][] = [
  [
    'FILE',
    'IN_PLACE',
    'Head of offender management',
    null,
    'Asked at reception, kept with the record, sent on with the person.',
  ],
  ['FAMILY_DAYS', 'IN_PROGRESS', 'Head of resettlement', 20, 'The first family day is in the diary.'],
  ['VISITS', 'IN_PROGRESS', 'Visits manager', 40, 'The visitors’ room is being painted; a play corner comes with it.'],
  ['STAFF', 'IN_PROGRESS', 'Head of resettlement', -12, 'One officer of five has begun.'],
  ['LEARNING', 'NOT_BEGUN', '', 120, ''],
  [
    'TEMPORARY_RELEASE',
    'NOT_HERE',
    'Head of offender management',
    null,
    'A local prison: few stay long enough to be considered.',
  ],
]

/** Services on the wings of the first prison, the course before release, and how it stands with what was recommended about families. */
export async function writeWings(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  const { rows: services } = await client.query<{ id: string }>(
    `select s.id from service s join account a on a.email = 'kate@fernhall.example' where s.is_in_prison and s.withdrawn_at is null
       and (s.prisons = '{}' or a.agency_id = any(s.prisons)) order by s.name collate "C" limit $1`,
    [times.length],
  )
  for (const [index, { id }] of services.entries()) {
    const [wing, weekdays, opens, closes, place] = times[index]!
    await client.query(
      `insert into wing_time (id, agency_id, service_id, wing, weekdays, opens_minute, closes_minute, place, made_by, made_at)
       select $1, agency_id, $2, $3, $4, $5, $6, $7, id, $8 from account where email = 'kate@fernhall.example'`,
      [newId(), id, wing, weekdays, opens, closes, place, calendar.past(moment(-60, 600))],
    )
  }
  await writeOffers(client, newId, calendar)
  for (const [topic, state, lead, dueIn, words] of standings) {
    await client.query(
      `insert into recommendation_standing (id, recommendation_id, agency_id, state, lead, due_on, words, said_by, said_at)
       select $1, r.id, a.agency_id, $3, $4, $5, $6, a.id, $7 from account a, recommendation r
       where a.email = 'helen@fernhall.example' and r.topic = $2`,
      [
        newId(),
        topic,
        state,
        lead,
        dueIn === null ? null : calendar.day(dueIn),
        words,
        calendar.past(moment(-20, 660)),
      ],
    )
  }
  await client.query('reset role')
}

/** Of those who leave within twelve weeks: some came, some said no, some wait, and some nobody has asked. */
async function writeOffers(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const { rows } = await client.query<{ case_id: string; person_id: string; agency_id: string; account_id: string }>(
    `select s.case_id, s.person_id, s.agency_id, a.id as account_id from case_summary s join account a on a.agency_id = s.agency_id and a.email = 'amira@fernhall.example'
     where s.is_open and s.died_on is null and s.release_on between $1::date and $2::date order by s.release_on, s.prison_number, s.case_id limit $3`,
    [calendar.day(0), calendar.day(84), mostOffered],
  )
  for (const [index, of] of rows.entries()) {
    const kind = (['ATTENDED', 'OFFERED', 'DECLINED', 'NOT_OFFERED', 'ATTENDED', 'NOT_OFFERED'] as const)[index % 6]!
    if (kind === 'NOT_OFFERED') continue
    const isAnswered = kind !== 'OFFERED'
    await client.query(
      `insert into pre_release_offer (id, case_id, person_id, agency_id, offered_on, offered_by, made_at, answer, answered_on, answered_by, reason, owner_agency_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $4)`,
      [
        ...[newId(), of.case_id, of.person_id, of.agency_id, calendar.day(-21 - (index % 9)), of.account_id],
        ...[
          calendar.past(moment(-21, 600)),
          isAnswered ? kind : null,
          isAnswered ? calendar.day(-4 - (index % 9)) : null,
        ],
        ...[isAnswered ? of.account_id : null, kind === 'DECLINED' ? reasons[index % reasons.length]! : null],
      ],
    )
  }
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

type State = 'WAITING' | 'CALLED' | 'SEEN' | 'DONE' | 'LEFT' | 'NOT_RECORDED'

const hubs = [
  {
    ...{ name: 'B wing hub', place: 'B wing, room 4', by: 'helen@fernhall.example' },
    desks: [
      ['Welcome', 'amira@fernhall.example'],
      ['Housing', 'dee@wexley-council.example'],
      ['Recovery', 'lena@brightwater.example'],
    ],
  },
  {
    ...{ name: 'Wexley town hub', place: 'Market Hall, Wexley', by: 'sarah@wexley-probation.example' },
    desks: [
      ['Probation', 'sarah@wexley-probation.example'],
      ['Housing', 'dee@wexley-council.example'],
      ['Mentors', 'joe@riverside.example'],
    ],
  },
] as const

/** Today: minutes ago, which desk, state, and who: somebody of the record ('*'), or a first name. */
const today: readonly [minutesAgo: number, desk: number, state: State, who: string, why: string][] = [
  [118, 0, 'DONE', '*', 'A form for the bank'],
  [95, 1, 'DONE', '*', ''],
  [71, 2, 'LEFT', 'Pat', ''],
  [44, 1, 'SEEN', '*', 'Where to sleep on the first night'],
  [26, 0, 'CALLED', '*', ''],
  [19, 1, 'WAITING', '*', 'A letter from the council'],
  [7, 2, 'WAITING', 'Robin', 'Wants to talk to somebody'],
]
const daysBack = 26
const minuteOfOpening = 9 * 60 + 20
const msInMinute = 60_000

/** A hub on a wing and one in town, with a day in progress and some weeks behind it. Written as the rule-keepers, whom row-level security lets by. */
export async function writeHubs(client: Client, newId: () => string, calendar: Calendar, now: Date): Promise<void> {
  await client.query('set local role throughline_rules')
  for (const hub of hubs) {
    const hubId = newId()
    await client.query(
      `insert into hub (id, agency_id, name, place, made_by, made_at) select $1, agency_id, $2, $3, id, $5 from account where email = $4`,
      [hubId, hub.name, hub.place, hub.by, calendar.past(moment(-90, 600))],
    )
    const desks: string[] = []
    for (const [name, email] of hub.desks) {
      const deskId = newId()
      desks.push(deskId)
      await client.query(
        `insert into hub_desk (id, hub_id, agency_id, name, weekdays, made_by, made_at)
         select $1, $2, a.agency_id, $3, '{1,2,3,4,5}', m.id, $6 from account a, account m where a.email = $4 and m.email = $5`,
        [deskId, hubId, name, email, hub.by, calendar.past(moment(-90, 601))],
      )
    }
    await client.query(
      `insert into hub_presence (id, hub_id, desk_id, account_id, on_day, came_at)
       select $1, $2, $3, id, $4, $5 from account where email = $6`,
      [newId(), hubId, desks[1], calendar.today, new Date(now.getTime() - 130 * msInMinute), hub.desks[1][1]],
    )
    await client.query(
      `update appointment set place = $1 where id in (select p.id from appointment p join case_party c on c.case_id = p.case_id and c.until_on is null
         join account a on a.id = c.account_id and a.email = $2 where p.starts_at >= $3 and p.starts_at < $3::timestamptz + interval '1 day'
         and p.cancelled_at is null order by p.starts_at, p.id limit 3)`,
      [hub.place, hub.desks[0][1], calendar.at(moment(0, 0))],
    )
    await writeToday(client, newId, calendar, now, { hubId, desks, email: hub.desks[0][1] })
    await writeDaysBefore(client, newId, calendar, hubId, desks)
  }
  await client.query('reset role')
}

interface Place {
  hubId: string
  desks: string[]
  email: string
}

async function writeToday(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  now: Date,
  { hubId, desks, email }: Place,
) {
  const { rows: people } = await client.query<{ caseId: string; personId: string; agencyId: string }>(
    `select s.case_id as "caseId", s.person_id as "personId", a.agency_id as "agencyId" from account a
     join case_party p on p.account_id = a.id and p.until_on is null join case_summary s on s.case_id = p.case_id and s.is_open
     where a.email = $1 and s.died_on is null and not exists (select from restricted_record r where r.person_id = s.person_id)
     order by s.release_on nulls last, s.case_id limit 5`,
    [email],
  )
  let next = 0
  for (const [minutesAgo, desk, state, who, why] of today) {
    const person = who === '*' ? people[next++] : undefined
    const isSeen = ['SEEN', 'DONE'].includes(state)
    const at = (after: number) => new Date(now.getTime() - (minutesAgo - after) * msInMinute)
    const id = newId()
    await client.query(
      `insert into hub_ticket (id, hub_id, on_day, number, desk_id, source, state, arrived_at, waiting_since, called_at, first_seen_at, ended_at)
       values ($1, $2, $3, 0, $4, 'DESK', $5, $6, $6, $7, $8, $9)`,
      [
        ...[id, hubId, calendar.today, desks[desk], state, at(0), state === 'WAITING' ? null : at(6)],
        ...[isSeen ? at(8) : null, ['DONE', 'LEFT'].includes(state) ? at(25) : null],
      ],
    )
    await client.query(
      `insert into hub_visitor (ticket_id, person_id, case_id, first_name, why, added_at, owner_agency_id)
       values ($1, $2, $3, $4, $5, $6, coalesce($7::uuid, (select agency_id from hub where id = $8)))`,
      [
        id,
        person?.personId,
        person?.caseId,
        person ? '' : who.replace('*', 'Sam'),
        why,
        at(0),
        person?.agencyId,
        hubId,
      ],
    )
  }
}

/** Weeks of numbers, of nobody: the wait grows shorter, as it does. */
async function writeDaysBefore(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  hubId: string,
  desks: string[],
) {
  for (let back = daysBack; back >= 1; back -= 1) {
    if (calendar.workday(-back) !== -back) continue
    const count = 5 + ((back * 7) % 6)
    for (let nth = 0; nth < count; nth += 1) {
      const at = (after: number) => calendar.past(moment(-back, minuteOfOpening + nth * 35 + after))
      const isUnseen = (back + nth) % 9 === 0
      const wait = 4 + Math.round(back / 2) + ((nth * 5) % 9)
      await client.query(
        `insert into hub_ticket (id, hub_id, on_day, number, desk_id, source, state, arrived_at, waiting_since, called_at, first_seen_at, ended_at, handed_on, joined_desk_ids)
         values ($1, $2, $3, 0, $4, 'KIOSK', $5, $6, $6, $7, $7, $8, $9, $10::uuid[])`,
        [
          ...[newId(), hubId, calendar.day(-back), desks[nth % desks.length], isUnseen ? 'LEFT' : 'DONE', at(0)],
          ...[
            isUnseen ? null : at(wait),
            at(wait + 20),
            nth % 4 === 1 ? 1 : 0,
            nth % 5 === 2 ? [desks[(nth + 1) % desks.length]] : [],
          ],
        ],
      )
    }
  }
}

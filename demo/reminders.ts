import type { Client } from 'pg'
import { weekdayOf } from '../src/platform/calendar-day.ts'
import { type Calendar, moment } from './calendar.ts'

interface Named {
  case_id: string
  person_id: string
  account_id: string
  agency_id: string
  index: number
}

const ways = ['TEXT', 'TEXT', 'LETTER', 'DOOR', 'EMAIL', 'NONE'] as const
const [weeks, mostSeries, most, mostOfWorker] = [5, 60, 90, 5]
const titles = ['Weekly meeting', 'Plan for the week', 'Check-in']
const places = ['Room 3, B wing', '14 Dock Street', 'Market Square', 'Video link']

/**
 * What the calendar and the reminders need beyond what people did: weekly series of named workers, one called off and one to which somebody
 * cannot come, how people want to be reminded, and what became of some reminders. Written as the rule-keepers.
 */
export async function writeReminders(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  const { rows } = await client.query<Named>(
    `select q.*, (row_number() over (order by q.sort) - 1)::int as index from (
       select p.*, row_number() over (partition by p.account_id order by p.sort) as of_worker from (
       select distinct on (c.id) c.id as case_id, c.person_id, p.account_id, p.agency_id, a.email || coalesce(i.value, '') as sort
       from case_file c join case_party p on p.case_id = c.id and p.until_on is null and p.account_id is not null
       join account a on a.id = p.account_id and a.disabled_at is null
       left join person_identifier i on i.person_id = c.person_id and i.type = 'PRISON_NUMBER'
       where c.ended_on is null order by c.id, md5(a.email || c.id)) p) q
     where q.of_worker <= $2 order by q.sort limit $1`,
    [most, mostOfWorker],
  )
  for (const named of rows) {
    await writeChoice(client, named, calendar)
    if (named.index < mostSeries) await writeSeries(client, newId, named, calendar)
  }
  await client.query('reset role')
}

async function writeChoice(client: Client, { person_id, account_id, agency_id, index }: Named, calendar: Calendar) {
  const way = ways[index % ways.length]!
  const to =
    { TEXT: `07700900${String(100 + index).slice(-3)}`, EMAIL: `person${index}@example.org` }[way as 'TEXT'] ?? ''
  await client.query(
    `insert into reminder_choice (person_id, way, to_address, locale, hours_before, names_agency, kept_by, kept_at, owner_agency_id, basis)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SELF_REPORT') on conflict do nothing`,
    [person_id, way, to, index % 11 === 5 ? 'it' : 'en', index % 3 === 0 ? 48 : 24, index % 4 === 0, account_id, calendar.past(moment(-20, 600)), agency_id], // biome-ignore format: one line
  )
}

/** Once a week at a time of their own, from last week on; half an hour in working hours. */
async function writeSeries(client: Client, newId: () => string, named: Named, calendar: Calendar): Promise<void> {
  const { case_id, person_id, account_id, agency_id, index } = named
  const first = newId()
  const minutes = 540 + (index % 14) * 30
  for (let week = -1; week < weeks - 1; week += 1) {
    const id = week === -1 ? first : newId()
    const starts = moment(week * 7 + (index % 5) + 1 - weekdayOf(calendar.today), minutes)
    const isPast = starts < 0
    const isOff = index % 9 === 4 && week === 1
    await client.query(
      `insert into appointment (id, case_id, person_id, title, starts_at, length_in_minutes, place, with_agency_id, with_account_id, made_by, made_at,
         owner_agency_id, series_id, attendance, attendance_by, attendance_at, cancelled_at, cancelled_reason, cannot_come_at)
       values ($1, $2, $3, $4, $5, 30, $6, $7, $8, $8, $9, $7, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[id, case_id, person_id, titles[index % titles.length], calendar.at(starts), places[index % places.length]],
        ...[
          agency_id,
          account_id,
          calendar.past(moment(-20, 640)),
          first,
          isPast ? (index % 6 === 2 ? 'LATE' : 'ATTENDED') : null,
        ],
        ...[isPast ? account_id : null, isPast ? calendar.past(starts + 40) : null],
        ...[isOff ? calendar.past(moment(-1, 700)) : null, isOff ? 'The worker is on a course' : ''],
        index % 10 === 3 && week === 1 ? calendar.past(moment(0, 480)) : null,
      ],
    )
    if (week <= 0) await writeReminder(client, newId(), { ...named, id, starts, isPast }, calendar)
  }
}

type Reminded = Named & { id: string; starts: number; isPast: boolean }

/** What was sent for the last one, one in seven of which did not arrive; and letters that wait for the next. */
async function writeReminder(
  client: Client,
  reminderId: string,
  reminded: Reminded,
  calendar: Calendar,
): Promise<void> {
  const { id, case_id, person_id, agency_id, index, starts, isPast } = reminded
  const way = ways[index % ways.length]!
  if (way === 'DOOR' || way === 'NONE' || (!isPast && way !== 'LETTER')) return
  const sentAt = isPast ? calendar.past(starts - 1_440) : null
  const isLost = isPast && way !== 'LETTER' && index % 7 === 0
  await client.query(
    `insert into reminder (id, appointment_id, case_id, person_id, for_at, way, locale, choice_version, made_at, sent_at, arrived_at, failed_at, owner_agency_id)
     values ($1, $2, $3, $4, $5, $6, 'en', 1, $7, $8, $9, $10, $11)`,
    [
      ...[reminderId, id, case_id, person_id, calendar.at(starts), way, calendar.past(starts - 1_445), sentAt],
      ...[way === 'LETTER' || isLost ? null : sentAt, isLost ? calendar.past(starts - 1_400) : null, agency_id],
    ],
  )
}

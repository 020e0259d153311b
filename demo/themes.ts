import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

const [led, watched] = [
  {
    title: 'Burglaries around Mill Street',
    area: 'Wexley, Mill Street to the canal',
    about:
      'Eleven sheds and four flats since September, most of them on Thursdays. Lights, locks, and somewhere to be in the evening.',
  },
  {
    title: 'Violence around matches',
    area: 'Wexley, the ground and the two stations',
    about: 'Three home matches with arrests. Who is on licence with a ban, and who travels with them.',
  },
]
const agenda = 'What happened since the last meeting\nLights and locks\nWho is home soon'
const attended = 'Wexley Police\nWexley Probation\nWexley Council, housing'
const minutes =
  'Four burglaries since the last meeting, none of them on a Thursday. The council has the money for lights. Probation knows of two people who come home in the next weeks and have no evening to fill.'

/** Two matters about which agencies meet: minutes, actions of which one is late, a case that belongs to it. Written as the rule-keepers. */
export async function writeThemes(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  const themeId = await writeTheme(client, newId(), calendar, {
    email: 'sarah@wexley-probation.example',
    of: led!,
    day: -60,
  })
  if (themeId) await fill(client, newId, calendar, themeId)
  await writeTheme(client, newId(), calendar, { email: 'ruth@wexley-probation.example', of: watched!, day: -12 })
  await client.query('reset role')
}

async function writeTheme(
  client: Client,
  id: string,
  calendar: Calendar,
  { email, of, day }: { email: string; of: { title: string; area: string; about: string }; day: number },
): Promise<string | undefined> {
  const at = calendar.past(moment(day, 620))
  const { rowCount } = await client.query(
    `insert into theme (id, title, area, about, lead_agency_id, opened_by, opened_at)
     select $1, $2, $3, $4, agency_id, id, $5 from account where email = $6`,
    [id, of.title, of.area, of.about, at, email],
  )
  if (!rowCount) return undefined
  await client.query(
    `insert into theme_agency (theme_id, agency_id, asked_by, asked_at)
     select $1, y.id, t.opened_by, $2 from theme t, agency y where t.id = $1 and y.code in ('WPOL', 'WXC', 'FHI')`,
    [id, at],
  )
  return id
}

async function fill(client: Client, newId: () => string, calendar: Calendar, themeId: string): Promise<void> {
  const meetings = [newId(), newId()]
  await client.query(
    `insert into theme_meeting (id, theme_id, held_on, place, agenda, attended, minutes, decisions, written_by, written_at, settled_by, settled_at)
     select $1, t.id, $2, 'Town hall, room 2', $3, $4, $5, 'The council puts up lights behind Mill Street' || chr(10) || 'Patrols move to Saturday', t.opened_by, $6, t.opened_by, $6
     from theme t where t.id = $7`,
    [meetings[0], calendar.day(-21), agenda, attended, minutes, calendar.past(moment(-20, 700)), themeId],
  )
  await client.query(
    `insert into theme_meeting (id, theme_id, held_on, place, agenda, written_by, written_at)
     select $1, t.id, $2, 'Town hall, room 2', $3, t.opened_by, $4 from theme t where t.id = $5`,
    [meetings[1], calendar.day(9), agenda, calendar.past(moment(-2, 700)), themeId],
  )
  const actions: [words: string, owner: string, due: number][] = [
    ['Ask the council for lights behind Mill Street', 'dee@wexley-council.example', -4],
    ['Find an evening group for those who come home', 'sarah@wexley-probation.example', 5],
    ['Tell the wing who comes home in the next weeks', 'amira@fernhall.example', 3],
  ]
  for (const [words, owner, due] of actions) {
    await client.query(
      `insert into theme_action (id, theme_id, meeting_id, words, owner_id, due_on, made_by, made_at)
       select $1, t.id, $2, $3, a.id, $4, t.opened_by, $5 from theme t, account a where t.id = $6 and a.email = $7`,
      [newId(), meetings[0], words, calendar.day(due), calendar.past(moment(-20, 700)), themeId, owner],
    )
  }
  await client.query(
    `insert into theme_case (id, theme_id, case_id, person_id, why, linked_by, linked_at, owner_agency_id, sensitivity)
     select $1, t.id, c.id, c.person_id, 'Convicted of two burglaries there in the past; comes home next month and has no evening to fill.', a.id, $2, a.agency_id, 'SENSITIVE'
     from theme t, account a join case_party p on p.account_id = a.id and p.until_on is null join case_file c on c.id = p.case_id and c.ended_on is null
     where t.id = $3 and a.email = 'sarah@wexley-probation.example' and not exists (select from restricted_record r where r.person_id = c.person_id)
     order by c.id limit 1`,
    [newId(), calendar.past(moment(-18, 640)), themeId],
  )
}

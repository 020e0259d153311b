import type { Client } from 'pg'
import { addDays, type Day } from '../../src/platform/calendar-day.ts'
import { type Calendar, moment } from '../calendar.ts'

// The twelve expected results of September 2014 (and the 250 people that stood beside them), with as much delivered as was told
// then wherever that can be rows: 4 of 6 learning sets, 17 of 25 programmes, 135 of 263 people with a mentor, 90 of 180 hours.
const marian = 'marian@wexley-council.example'
const targets: [definition: string, measure: string, amount: number, agency: string, name: string][] = [
  ['NOT_BACK_IN_12_WEEKS', 'SHARE', 90, 'FHI', 'Reduction in reoffending: 90 of 100 not back in prison within 12 weeks'],
  ['SHARED_CASES', 'ROWS', 600, 'WXC', 'Increase in information sharing: 600 cases that two agencies share'],
  ['LEARNING_SETS', 'ROWS', 6, 'WXC', '6 action learning sets with 16 people or more'],
  ['REPORTS', 'ROWS', 6, 'WLK', '6 reports in three languages'],
  ['GUIDES', 'ROWS', 1, 'WLK', '1 guide in English, Italian and Dutch'],
  ['TRAINING_GUIDES', 'ROWS', 1, 'RVM', '1 training guide for mentors'],
  ['CONFERENCE_PEOPLE', 'AMOUNT', 250, 'WXC', 'A conference for 250 people'],
  ['SESSIONS', 'ROWS', 7_000, 'FHI', '7,000 sessions with people'],
  ['PROGRAMMES', 'ROWS', 25, 'OGL', '25 programmes'],
  ['PEOPLE_MENTORED', 'PEOPLE', 263, 'RVM', '263 people with a mentor'],
  ['TRAINING_HOURS', 'AMOUNT', 180, 'RVM', '180 hours of mentor training'],
  ['SYSTEM_INSTALLED', 'ROWS', 1, 'WXC', 'A case management system that is in use'],
  ['PEOPLE_SUPPORTED', 'PEOPLE', 250, 'FHI', '250 people supported'],
] // biome-ignore format: a table

type Output = [kind: string, agency: string, title: string, people: number, hours: number, languages: string]
const outputs: Output[] = [
  ...[18, 16, 20, 20, 12].map(
    (people, nth): Output => ['LEARNING_SET', 'WXC', `Action learning set ${nth + 1}`, people, 0, ''],
  ),
  ...['en,it,nl', 'en,it,nl', 'en,it,nl', 'en,it,nl', 'en'].map(
    (languages, nth): Output => ['REPORT', 'WLK', `Report of learning set ${nth + 1}`, 0, 0, languages],
  ),
  // With the group of the record's own that ended as held, 17.
  ...Array.from({ length: 16 }, (_, nth): Output => {
    const name = ['Through the gate', 'Money on the outside', 'Cooking for one', 'Staying in touch'][nth % 4]
    return ['PROGRAMME', 'OGL', `${name}, group ${Math.floor(nth / 4) + 1}`, 8 + ((nth * 5) % 5), 0, '']
  }),
  ...[24, 30, 18, 18].map(
    (hours, nth): Output => ['TRAINING', 'RVM', `Training of mentors, course ${nth + 1}`, 11, hours, ''],
  ),
  ['SYSTEM', 'WXC', 'The shared record is in use', 0, 0, ''],
]
const managerOf: Record<string, string> = {
  FHI: 'helen@fernhall.example',
  WXC: 'dee@wexley-council.example',
  WLK: 'chiara@walk-on.example',
  OGL: 'janneke@open-gate.example',
  RVM: 'pauline@riverside.example',
}

/** What was promised to a funder, and what was held and made. @param since - the first day of the project. */
export async function writeExpectedResults(client: Client, newId: () => string, calendar: Calendar, since: Day) {
  const madeAt = new Date(`${since}T09:30:00Z`)
  const ids = new Map<string, string>()
  for (const [position, [definition, measure, amount, agency, name]] of targets.entries()) {
    ids.set(definition, newId())
    await client.query(
      `insert into target (id, position, name, definition, measure, amount, agency_id, counted_agency_id, since_on, due_on, made_by, made_at)
       select $1, $2, $3, $4, $5, $6, y.id, null, $7, $8, m.id, $9 from account m, agency y where m.email = $10 and y.code = $11`,
      [
        ...[ids.get(definition), position, name, definition, measure, amount, since, calendar.day(62), madeAt],
        ...[marian, agency],
      ],
    )
  }
  await client.query(
    `insert into target_override (id, target_id, status, reason, delivered, computed, set_by, set_at)
     select $1, $2, 'ON_TRACK', 'Six groups have begun and end in January: then it is 23.', 17, 'BEHIND', id, $3 from account where email = $4`,
    [newId(), ids.get('PROGRAMMES'), calendar.past(moment(-34, 700)), marian],
  )
  const span = 900
  for (const [nth, [kind, agency, title, people, hours, languages]] of outputs.entries()) {
    const on = addDays(since, 40 + Math.round(((nth * 7) % outputs.length) * (span / outputs.length)))
    await client.query(
      `insert into output (id, agency_id, kind, title, happened_on, people_count, hours, languages, evidence, recorded_by, recorded_at)
       select $1, agency_id, $2, $3, least($4::date, $5::date), $6, $7, string_to_array($8, ','), 'Project folder, list ' || $9, id, $10
       from account where email = $11`,
      [
        ...[newId(), kind, title, on, calendar.day(-25), people, hours, languages, String(nth + 1)],
        ...[calendar.past(moment(-20, 600)), managerOf[agency]],
      ],
    )
  }
  await writeSmartPlans(client, newId, calendar, ids)
}

type Action = [agency: string, specific: string, measuredBy: string, lead: string, target: string | null, amount: number, said: string[]] // biome-ignore format: one row
const actions: Action[] = [
  ['WXC', 'Every partner works in the shared record', 'The system is in use', 'Wexley Council and Second Step Trust', 'SYSTEM_INSTALLED', 1, ['BEHIND', 'Two partners still keep a list of their own.', 'The system is there; it is not everybody’s yet.']],
  ['RVM', 'Match everybody who asks with a mentor', 'People with a mentor', 'Pauline Okoro', 'PEOPLE_MENTORED', 263, ['BEHIND', 'Eleven new mentors have finished their training.', '']],
  ['WLK', 'Write a report of each learning set', 'Reports in three languages', 'Chiara Fontana', 'REPORTS', 6, ['BEHIND', 'The fifth is written and waits for translation.', '']],
  ['OGL', 'Open the workshop in the evenings', 'Evenings a week', 'Janneke de Vries', null, 3, ['ON_TRACK', 'Two evenings since October.', '', '2']],
] // biome-ignore format: a table

async function writeSmartPlans(client: Client, newId: () => string, calendar: Calendar, ids: Map<string, string>) {
  for (const [agency, specific, measure, lead, target, amount, [status, words, reason, done]] of actions) {
    const id = newId()
    await client.query(
      `insert into smart_action (id, agency_id, specific, measure, target_id, amount, lead, since_on, due_on, made_by, made_at)
       select $1, agency_id, $2, $3, $4, $5, $6, $7, $8, id, $9 from account where email = $10`,
      [
        ...[id, specific, measure, target && ids.get(target), amount, lead, calendar.day(-120), calendar.day(62)],
        ...[calendar.past(moment(-120, 600)), managerOf[agency]],
      ],
    )
    await client.query(
      `insert into smart_progress (id, action_id, said_on, words, done, status, reason, made_by, made_at)
       select $1, $2, $3, $4, $5, $6, $7, id, $8 from account where email = $9`,
      [
        ...[newId(), id, calendar.day(-15), words, done ?? null, status, reason],
        ...[calendar.past(moment(-15, 610)), managerOf[agency]],
      ],
    )
  }
}

import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

const operators = ['olu@riverside.example', 'grace@riverside.example'] as const
const manager = 'pauline@riverside.example'
const weeksBack = 4
const daysAhead = 10
const [nightBegins, nightEnds] = [20 * 60, 32 * 60] // minutes of the day; 32:00 is eight in the morning
const msInMinute = 60_000
const isGap = (day: number) => day % 10 === 9 // a night that nobody has taken yet

/**
 * The night line of a charity: a rota with gaps and a swap that is asked for, calls of some weeks, a call-back that is overdue, one for
 * later, word for a key worker and a crisis plan. Written as the rule-keepers, whom row-level security lets by.
 */
export async function writeHelpline(client: Client, newId: () => string, calendar: Calendar, now: Date): Promise<void> {
  const accounts = await accountsOf(client)
  const [olu, grace, pauline] = [...operators, manager].map((email) => accounts.get(email)!)
  if (!olu || !grace || !pauline) return
  await client.query('set local role throughline_rules')
  const lineId = newId()
  await client.query(
    `insert into helpline (id, agency_id, name, phone, made_by, made_at) select $1, agency_id, 'Riverside night line', '0800 496 0100', id, $3 from account where id = $2`,
    [lineId, pauline, calendar.past(moment(-60, 600))],
  )
  const shifts = await writeShifts(client, newId, calendar, now, { lineId, made: pauline, who: [olu, grace] })
  await client.query(
    `insert into helpline_swap (id, helpline_id, shift_id, asked_by, asked_at, to_account_id) values ($1, $2, $3, $4, $5, $6)`,
    [newId(), lineId, shifts.at(-1)!.id, shifts.at(-1)!.who, ago(now, 300), shifts.at(-1)!.who === olu ? grace : olu],
  )
  await writePast(client, newId, calendar, { lineId, who: [olu, grace] })
  await writeLastNight(client, newId, calendar, now, { lineId, olu })
  await client.query('reset role')
}

const ago = (now: Date, minutes: number) => new Date(now.getTime() - minutes * msInMinute)

async function accountsOf(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; email: string }>(
    'select id, email from account where email = any($1)',
    [[...operators, manager]],
  )
  return new Map(rows.map(({ id, email }) => [email, id]))
}

interface Rota {
  lineId: string
  made: string
  who: readonly [string, string]
}

async function writeShifts(client: Client, newId: () => string, calendar: Calendar, now: Date, rota: Rota) {
  const shifts: { id: string; who: string }[] = []
  for (let day = -7 * weeksBack; day <= daysAhead; day += 1) {
    if (isGap(day + 7 * weeksBack)) continue
    const [startsAt, endsAt] = [calendar.at(moment(day, nightBegins)), calendar.at(moment(day, nightEnds))]
    const shift = { id: newId(), who: rota.who[Math.abs(day) % 2]! }
    const isBegun = startsAt < now
    await client.query(
      `insert into helpline_shift (id, helpline_id, account_id, starts_at, ends_at, began_at, left_at, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[shift.id, rota.lineId, shift.who, startsAt, endsAt],
        ...[isBegun ? startsAt : null, endsAt < now ? endsAt : null, rota.made, calendar.past(moment(-40, 600))],
      ],
    )
    shifts.push(shift)
  }
  return shifts
}

const feelings = ['LOW', 'WORRIED', 'CALM', 'FRIGHTENED', 'ANGRY'] as const
const agreed = [
  'Calls the doctor in the morning',
  'Goes to bed, and calls again if it comes back',
  '',
  'Talks to his sister',
]

/** Some calls a night: who gave no name, how long it rang, and what came of it. Of nobody in the record. */
async function writePast(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  { lineId, who }: Pick<Rota, 'lineId' | 'who'>,
) {
  for (let day = -7 * weeksBack; day < -1; day += 1) {
    if (isGap(day + 7 * weeksBack)) continue
    for (let nth = 0; nth < 1 + (Math.abs(day) % 4); nth += 1) {
      const rangAt = calendar.past(moment(day, nightBegins + 50 + nth * 140))
      const isMissed = (Math.abs(day) + nth) % 11 === 3
      const answeredAt = new Date(rangAt.getTime() + (6 + ((Math.abs(day) * 7 + nth * 13) % 40)) * 1000)
      const endedAt = new Date(answeredAt.getTime() + (isMissed ? 0 : (8 + nth * 5) * msInMinute))
      const operator = isMissed ? null : who[Math.abs(day) % 2]
      const callId = newId()
      await client.query(
        `insert into helpline_call (id, helpline_id, switch_ref, rang_at, answered_at, hung_up_at, operator_id, taken_at, closed_at, caller, feeling, risk,
           did, agreed, owner_agency_id, subject_category, basis)
         select $1, $2, 'demonstration ' || $1::uuid, $3, $4, $5, $6, $4, $7, $8, $9, $10, $11::text[], $12, agency_id, 'OTHER', 'SELF_REPORT' from helpline where id = $2`,
        [
          ...[callId, lineId, rangAt, isMissed ? null : answeredAt, endedAt, operator, isMissed ? null : endedAt],
          ...(isMissed
            ? [null, null, null, [], '']
            : [
                'ANONYMOUS',
                feelings[nth % 5],
                nth === 2 ? 'CONCERN' : 'NONE',
                nth === 2 ? ['GAVE_NUMBER'] : [],
                agreed[nth % 4],
              ]),
        ],
      )
      if (isMissed || nth !== 1) continue
      const promisedAt = new Date(endedAt.getTime() + 30 * msInMinute)
      const calledAt = new Date(promisedAt.getTime() + (Math.abs(day) % 6) * 4 * msInMinute)
      await client.query(
        `insert into helpline_call_back (id, helpline_id, call_id, promised_at, due_at, made_by, made_at, rung_at, first_taken_at, taken_by, taken_at, done_at, outcome, tries)
         values ($1, $2, $3, $4, $4, $5, $6, $4, $7, $5, $7, $8, 'REACHED', 1)`,
        [
          newId(),
          lineId,
          callId,
          promisedAt,
          operator,
          endedAt,
          calledAt,
          new Date(calledAt.getTime() + 9 * msInMinute),
        ],
      )
    }
  }
}

/** What is open now: a call-back that is late, one for later, and somebody of the record who left word for their key worker. */
async function writeLastNight(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  now: Date,
  { lineId, olu }: { lineId: string; olu: string },
) {
  const call = async (rangAt: Date, values: Record<string, unknown>) => {
    const id = newId()
    const row = { id, helpline_id: lineId, rang_at: rangAt, answered_at: rangAt, hung_up_at: rangAt, operator_id: olu, taken_at: rangAt, closed_at: rangAt, basis: 'SELF_REPORT', ...values } // biome-ignore format: one line
    const names = Object.keys(row)
    await client.query(
      `insert into helpline_call (${names.join(', ')}, owner_agency_id) select ${names.map((_, at) => `$${at + 1}`).join(', ')}, agency_id from helpline where id = $2`,
      Object.values(row),
    )
    return id
  }
  const promise = (callId: string, dueAt: Date, phone: string, words: string) =>
    client.query(
      `insert into helpline_call_back (id, helpline_id, call_id, promised_at, due_at, phone, words, made_by, made_at) values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
      [newId(), lineId, callId, dueAt, phone, words, olu, ago(now, 90)],
    )
  const named = { caller: 'NAMED', subject_category: 'OTHER' }
  const sam = await call(ago(now, 95), { ...named, caller_name: 'Sam', feeling: 'FRIGHTENED', risk: 'CONCERN', did: ['GAVE_NUMBER'], agreed: 'We call back when his flatmate is asleep.' }) // biome-ignore format: one line
  await promise(sam, ago(now, 12), '07700 900 441', 'If somebody else answers: say it is about a parcel.')
  const ren = await call(ago(now, 70), { ...named, caller_name: 'Ren', feeling: 'LOW', risk: 'NONE', agreed: 'We call back before bed.' }) // biome-ignore format: one line
  await promise(ren, ago(now, -60), '07700 900 442', '')

  const { rows } = await client.query<{ caseId: string; personId: string; toId: string }>(
    `select s.case_id as "caseId", s.person_id as "personId", s.key_worker_id as "toId" from case_summary s
     join case_party p on p.case_id = s.case_id and p.until_on is null join account a on a.id = p.account_id and a.email = 'joe@riverside.example'
     where s.is_open and s.key_worker_id is not null and s.died_on is null
       and not exists (select from restricted_record r where r.person_id = s.person_id) order by s.case_id limit 1`,
  )
  const about = rows[0]
  if (!about) return
  const at = calendar.past(moment(0, 130))
  const known = { person_id: about.personId, case_id: about.caseId }
  const callId = await call(at, { ...known, caller: 'KNOWN', feeling: 'WORRIED', risk: 'NONE', agreed: 'Writes down his questions for the morning.' }) // biome-ignore format: one line
  await client.query(
    `insert into helpline_hand_off (id, helpline_id, call_id, person_id, case_id, to_account_id, words, is_agreed, due_on, made_by, made_at, owner_agency_id, basis)
     select $1, $2, $3, $4, $5, $6, 'He is not sure who meets him at the gate, and wants to know before the weekend.', true, $7, $8, $9, agency_id, 'SELF_REPORT'
     from helpline where id = $2`,
    [newId(), lineId, callId, about.personId, about.caseId, about.toId, calendar.today, olu, at],
  )
  await client.query(
    `insert into crisis_plan (id, person_id, case_id, version, signs, helps, people, places, avoid, is_with_person, call_id, written_by, written_at, owner_agency_id, basis)
     select $1, $2, $3, 1, 'I stop answering my phone. I do not sleep.', 'Walking. Talking about football.', 'Joe, then my sister.', 'My sister''s, at any hour.',
       'Being told to calm down.', true, $4, $5, $6, agency_id, 'SELF_REPORT' from helpline where id = $7`,
    [newId(), about.personId, about.caseId, callId, olu, at, lineId],
  )
}

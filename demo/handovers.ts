import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'

type State = 'PROPOSED' | 'HELD' | 'DISAGREED' | 'AGREED' | 'GONE_ON' | 'ACCEPTED' | 'DECLINED' | 'CANCELLED'

/** One in each state, told by those who sign in to the demonstration first; then some more, so that their lists are not bare. */
const states: readonly State[] = [
  ...(['HELD', 'AGREED', 'PROPOSED', 'DISAGREED', 'GONE_ON', 'ACCEPTED', 'DECLINED', 'CANCELLED'] as const),
  ...(['AGREED', 'PROPOSED', 'HELD'] as const),
]
const held: readonly State[] = ['HELD', 'AGREED', 'DISAGREED', 'GONE_ON', 'ACCEPTED']
const said: Partial<Record<State, string>> = {
  DISAGREED: 'I have told everything twice already. I do not want to begin again with somebody new.',
  GONE_ON: 'I wanted to stay with the one I know.',
  AGREED: 'Fine, as long as she rings on the first morning.',
  ACCEPTED: 'Good that we met before.',
}
const ownWords = 'I want one number to ring, and somebody who picks up. The first evening worries me most.'
const why = 'He trusts people slowly. Tell him before anything changes.'
const points = [
  ['Ring on the morning of release', 'RECEIVER', 1],
  ['Bring the letter about the deposit to the gate', 'PERSON', 0],
] as const

interface Pick {
  caseId: string
  personId: string
  fromAgencyId: string
  fromAccountId: string
  toAgencyId: string
  toAccountId: string
  fromName: string
  toName: string
  personName: string
  releaseOn: string
  managerId: string
}

/** Handovers from the prison's workers to the area's, for people who leave soon. Written as the rule-keepers, whom row-level security lets by. */
export async function writeHandovers(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const { rows } = await client.query<Pick>(
    `select c.id as "caseId", c.person_id as "personId", f.agency_id as "fromAgencyId", f.account_id as "fromAccountId", t.agency_id as "toAgencyId",
       t.account_id as "toAccountId", f.name as "fromName", t.name as "toName", s.shown_name as "personName", s.release_on::text as "releaseOn",
       (select m.id from account m where m.agency_id = f.agency_id and 'MANAGER' = any(m.roles) order by m.id limit 1) as "managerId"
     from case_file c join case_summary s on s.case_id = c.id
     join lateral (select p.agency_id, p.account_id, a.name, a.email from case_party p join account a on a.id = p.account_id where p.case_id = c.id
       and p.until_on is null and p.role in ('KEY_WORKER', 'PRISON_OFFENDER_MANAGER') and p.agency_id = c.owner_agency_id order by p.role, p.id limit 1) f on true
     join lateral (select p.agency_id, p.account_id, a.name, a.email from case_party p join account a on a.id = p.account_id where p.case_id = c.id
       and p.until_on is null and p.role = 'COMMUNITY_OFFENDER_MANAGER' order by p.id limit 1) t on true
     where c.ended_on is null and s.release_on between $1::date + 2 and $1::date + 84 and not exists (select from restricted_record r where r.person_id = c.person_id)
     order by (f.email like 'amira@%')::int + (t.email like 'sarah@%')::int desc, s.release_on, c.id limit $2`,
    [calendar.today, states.length],
  )
  await client.query('set constraints all immediate')
  await client.query('set local role throughline_rules')
  for (const [index, pick] of rows.entries()) await writeOne(client, newId, calendar, pick, states[index]!)
  await client.query('reset role')
  await client.query(`select summarise_cases($1, '{identity}')`, [rows.map(({ caseId }) => caseId)])
}

async function writeOne(client: Client, newId: () => string, calendar: Calendar, pick: Pick, state: State) {
  const id = newId()
  const isHeld = held.includes(state)
  const [proposedAt, heldAt, endedAt] = [
    [-9, 9],
    [-4, 14],
    [-1, 11],
  ].map(([day, hour]) => calendar.past(moment(calendar.workday(day!), hour! * 60))) as [Date, Date, Date]
  const meetsAt = state === 'PROPOSED' ? calendar.at(moment(1, 14 * 60 + 30)) : heldAt
  const isOver = state === 'DECLINED' || state === 'CANCELLED'
  const attended = isHeld
    ? [
        { part: 'PERSON', name: pick.personName },
        { part: 'SENDER', name: pick.fromName },
        { part: 'RECEIVER', name: pick.toName },
      ]
    : []
  await client.query(
    `insert into handover (id, case_id, person_id, from_agency_id, from_account_id, to_agency_id, to_account_id, meets_at, meets_how, meets_place, why,
       release_on, proposed_at, held_number, held_at, held_how, held_place, attended, own_words, sent_by, sent_at, answered_at, answered_how,
       answer_words, went_on_by, went_on_at, went_on_words, accepted_by, accepted_at, overlap_in_days, ended_by, ended_at, end_reason, end_words,
       state, owner_agency_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'VIDEO', 'Room 2, visits hall', $9, $10, $11, $12, $13, $14, '', $15, $16, $17, $18, $19, $20, $21,
       $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $4)`,
    [
      ...[id, pick.caseId, pick.personId, pick.fromAgencyId, pick.fromAccountId, pick.toAgencyId, pick.toAccountId],
      ...[meetsAt, why, pick.releaseOn, proposedAt, isHeld ? 1 : 0, isHeld ? heldAt : null, isHeld ? 'VIDEO' : null],
      ...[JSON.stringify(attended), isHeld ? ownWords : '', isHeld ? pick.fromAccountId : null, isHeld ? heldAt : null],
      ...[said[state] ? endedAt : null, said[state] ? 'OWN_DOOR' : null, said[state] ?? ''],
      ...(state === 'GONE_ON'
        ? [pick.managerId, endedAt, 'There must be somebody outside on the first day. They meet twice before.']
        : [null, null, '']),
      ...(state === 'ACCEPTED' ? [pick.toAccountId, endedAt, 23] : [null, null, null]),
      ...(isOver ? [state === 'DECLINED' ? pick.toAccountId : pick.fromAccountId, endedAt] : [null, null]),
      isOver ? (state === 'DECLINED' ? 'NOT_YET' : 'TAKEN_BACK') : null,
      isOver ? 'The date is not sure yet. Let us meet when it is.' : '',
      state,
    ],
  )
  const happened = async (name: string, agencyId: string, actorId: string, at: Date) =>
    client.query(
      `insert into event (name, subject_id, case_id, person_id, field_group, agency_id, actor_id, happened_at) values ($1, $2, $3, $4, 'plan', $5, $6, $7)`,
      [name, id, pick.caseId, pick.personId, agencyId, actorId, at],
    )
  await happened('handover.proposed', pick.fromAgencyId, pick.fromAccountId, proposedAt)
  if (isHeld) {
    await happened('handover.held', pick.fromAgencyId, pick.fromAccountId, heldAt)
    await writeAgenda(client, id, pick, heldAt)
    for (const [index, point] of points.entries()) await writePoint(client, newId, id, pick, heldAt, index, point)
  }
  if (state !== 'ACCEPTED') return
  await happened('handover.accepted', pick.toAgencyId, pick.toAccountId, endedAt)
  await client.query('update case_file set owner_agency_id = $2 where id = $1', [pick.caseId, pick.toAgencyId])
}

async function writeAgenda(client: Client, id: string, { caseId, personId, fromAgencyId }: Pick, at: Date) {
  await client.query(
    `insert into handover_part (handover_id, case_id, person_id, held_number, field_group, lines, frozen_at, owner_agency_id)
     select $1, $2, $3, 1, part, jsonb_agg(jsonb_build_object('kind', kind, 'code', code, 'words', words, 'status', status, 'on', on_day)), $5, $4 from (
       select 'custody' as part, 'RELEASE' as kind, release_type as code, '' as words, '' as status, release_on as on_day from case_summary where case_id = $2
       union all select 'needs', 'NEED', pathway, words, status, needed_by_on from need where case_id = $2 and closed_at is null and not is_restricted
         and sensitivity = 'STANDARD'
       union all select 'plan', 'STEP', case when is_for_person then 'PERSON' else '' end, title, status, due_on from step
         where case_id = $2 and closed_at is null and sensitivity = 'STANDARD'
       union all select 'referrals', 'REFERRAL', coalesce(r.decline_reason, ''), v.name, r.status, (r.sent_at at time zone 'Europe/London')::date
         from referral r join service v on v.id = r.service_id where r.case_id = $2 and r.status not in ('WITHDRAWN', 'EXPIRED') and r.sensitivity = 'STANDARD'
     ) l group by part`,
    [id, caseId, personId, fromAgencyId, at],
  )
}

type Point = (typeof points)[number]

async function writePoint(
  client: Client,
  newId: () => string,
  id: string,
  pick: Pick,
  at: Date,
  index: number,
  [words, who, before]: Point,
) {
  const stepId = newId()
  const isForPerson = who === 'PERSON'
  const responsible = isForPerson ? [null, null] : [pick.toAgencyId, pick.toAccountId]
  await client.query(
    `insert into step (id, case_id, person_id, title, due_on, is_for_person, responsible_agency_id, responsible_account_id, made_by, made_at, owner_agency_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[stepId, pick.caseId, pick.personId, words, pick.releaseOn, isForPerson, ...responsible],
      ...[pick.fromAccountId, at, pick.fromAgencyId],
    ],
  )
  await client.query(
    `insert into handover_point (handover_id, case_id, person_id, held_number, place, words, who, due_on, step_id, agreed_at, owner_agency_id)
     values ($1, $2, $3, 1, $4, $5, $6, $7::date - $8::int, $9, $10, $11)`,
    [id, pick.caseId, pick.personId, index + 1, words, who, pick.releaseOn, 1 - before, stepId, at, pick.fromAgencyId],
  )
}

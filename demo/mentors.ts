import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'
import { type Charity, findCharity } from './charity.ts'
import { type MatchStateText, type MentorText, matchTexts, mentorTexts, sessionWords, standardTexts } from './content/mentors.ts' // biome-ignore format: one line
import { insertRows } from './rows.ts'

interface Person {
  caseId: string
  personId: string
}

const waitingBesides = 4
const trainingTarget = 20 * 60
const noon = 12 * 60

/** The mentors of a charity: their files, whom they walk with in every state, what they did, and who waits. Written as the rule-keepers. */
export async function writeMentors(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const charity = await findCharity(client)
  if (!charity) return
  await client.query('set local role throughline_rules')
  await insertRows(client, 'mentoring_scheme', [
    { agency_id: charity.agencyId, training_target_in_minutes: trainingTarget, lapse_after_days: 21, changed_by: charity.accounts.get('pauline'), changed_at: calendar.past(moment(-230, noon)) }, // biome-ignore format: one line
  ])
  const standards = await writeStandards(client, newId, calendar, charity)
  const mentors = mentorTexts.map((text) => ({ ...text, id: newId() }))
  await insertRows(
    client,
    'mentor',
    mentors.map((text) => mentorRow(text, calendar, charity)),
  )
  await insertRows(
    client,
    'mentor_entry',
    mentors.flatMap((text) => entriesOf(text, newId, calendar, charity, standards)),
  )
  const people = await findPeople(client, charity)
  await writeMatches(client, newId, calendar, charity, mentors, people)
  await client.query('reset role')
}

async function writeStandards(client: Client, newId: () => string, calendar: Calendar, charity: Charity) {
  const standards = standardTexts.map(({ shownBy, ...text }, position) => ({
    id: newId(),
    agency_id: charity.agencyId,
    position,
    ...text,
    shown_by: shownBy,
    made_by: charity.accounts.get('pauline'),
    made_at: calendar.past(moment(-200, noon)),
  }))
  await insertRows(client, 'mentoring_standard', standards)
  return standards.map(({ id }) => id)
}

function mentorRow(text: MentorText & { id: string }, calendar: Calendar, { agencyId, accounts }: Charity) {
  const { id, name, account, stage, gender, cameFrom, places, languages, interests, experience, leftOn } = text
  return {
    ...{ id, agency_id: agencyId, account_id: account ? accounts.get(account) : null, name, stage, came_from: cameFrom },
    supervisor_id: text.supervisedOn === undefined ? null : accounts.get('joe'),
    ...{ gender, prefers: gender === 'WOMAN' ? 'ANY' : 'MAN', places, languages, interests, experience },
    ...{ weekdays: [1, 3, 5], most_mentees: 2, added_by: accounts.get('pauline') },
    added_at: calendar.past(moment(-220, noon)),
    ...{ left_on: leftOn === undefined ? null : calendar.day(leftOn), left_why: leftOn ? 'Moved for work.' : '', version: 1 },
  } // biome-ignore format: a row
}

function entriesOf(
  text: MentorText & { id: string },
  newId: () => string,
  calendar: Calendar,
  { accounts }: Charity,
  standards: readonly string[],
) {
  const entry = (kind: string, on: number, more: object) => ({
    id: newId(),
    mentor_id: text.id,
    ...{ kind, code: '', happened_on: calendar.day(on), until_on: null, minutes: null, words: '', standard_id: null },
    ...{ made_by: accounts.get('pauline'), made_at: calendar.past(moment(on, noon)) },
    ...more,
  })
  const { vettedUntil, trained, supervisedOn, way } = text
  return [
    ...(way ? [entry('PROGRESS', -30, { code: way })] : []),
    ...(vettedUntil === undefined
      ? []
      : [
          entry('VETTING', -210, { code: 'INTERVIEW', standard_id: standards[0] }),
          entry('VETTING', -200, { code: 'CRIMINAL_RECORD', until_on: calendar.day(vettedUntil) }),
        ]),
    ...['Listening, and what stays between us', 'Keeping safe, and when to tell somebody', 'Goals that are theirs']
      .slice(0, trained)
      .map((words, nth) => entry('TRAINING', -190 + nth * 14, { words, minutes: 200, standard_id: standards[1] })),
    ...(supervisedOn === undefined
      ? []
      : [
          entry('SUPERVISION', supervisedOn, { words: 'How it goes, and what it does with me.', minutes: 60, until_on: calendar.day(supervisedOn + 42), made_by: accounts.get('joe'), standard_id: standards[1] }),
          entry('GOAL', -60, { words: 'Say less, and wait longer.', until_on: calendar.day(40) }),
        ]), // biome-ignore format: rows
  ]
}

/** People with whom the charity works and who are inside: nobody whose first days after release are told elsewhere. */
async function findPeople(client: Client, { agencyId }: Charity): Promise<Person[]> {
  const { rows } = await client.query<Person>(
    `select s.case_id as "caseId", s.person_id as "personId" from case_summary s
     join case_party p on p.case_id = s.case_id and p.agency_id = $1 and p.relationship = 'ACCEPTED' and p.until_on is null
     where s.is_open and s.died_on is null and s.agency_id is not null and not exists (select from restricted_record r where r.person_id = s.person_id)
     group by 1, 2 order by 1 limit $2`,
    [agencyId, matchTexts.length + waitingBesides],
  )
  return rows
}

async function writeMatches(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  { agencyId, accounts }: Charity,
  mentors: readonly (MentorText & { id: string })[],
  people: readonly Person[],
) {
  const pauline = accounts.get('pauline')
  const wishes = people.map(({ caseId, personId }, index) => ({
    ...{ id: newId(), case_id: caseId, person_id: personId, prefers: 'ANY', gender: 'MAN' },
    ...{ place: index % 3 === 2 ? 'Carrow' : 'Wexley', languages: ['English'], interests: [['SPORT'], ['GAMES'], []][index % 3] },
    matters: [['ACCOMMODATION'], ['EDUCATION_SKILLS_AND_WORK'], ['HEALTH']][index % 3],
    words: index === 1 ? 'Somebody who has been through it.' : '',
    ...{ asked_on: calendar.day(-140 + index * 10), made_by: pauline, made_at: calendar.past(moment(-140 + index * 10, noon)) },
    ...{ ended_at: null, owner_agency_id: agencyId },
  })) // biome-ignore format: rows
  const matches = matchTexts.flatMap((text, index) => {
    const person = people[index]
    return person ? [{ ...text, ...person, id: newId(), wishId: wishes[index]!.id, mentorId: mentors[text.mentor]!.id }] : [] // biome-ignore format: one line
  })
  const at = (day: number) => calendar.past(moment(day, noon))
  await insertRows(client, 'mentee_wish', wishes)
  await insertRows(
    client,
    'mentor_match',
    matches.map((match) => ({
      ...{ id: match.id, mentor_id: match.mentorId, case_id: match.caseId, person_id: match.personId, wish_id: match.wishId },
      ...{ reasons: ['PLACE', 'EXPERIENCE'], proposed_by: pauline, proposed_at: at(beginOf(match) - 9), version: 1 },
      ...answersOf(match, at(beginOf(match) - 7)),
      ...riskOf(match, accounts.get('joe'), at(beginOf(match) - 3)),
      ...{ ended_on: match.state === 'ENDED' ? calendar.day(match.sessions.at(-1)! + 7) : null },
      ...{ ended_why: match.state === 'ENDED' ? match.why : null, ended_words: match.state === 'ENDED' ? match.words : '' },
      ...{ ended_by: match.state === 'ENDED' ? pauline : null, owner_agency_id: agencyId },
    })),
  ) // biome-ignore format: rows
  const session = (mentorId: string, day: number, more: object) => ({
    ...{ id: newId(), mentor_id: mentorId, match_id: null, case_id: null, person_id: null, kind: 'CALL' },
    ...{ happened_on: calendar.day(day), minutes: 20, topics: [], words: '', made_by: pauline, made_at: at(day) },
    ...{ owner_agency_id: agencyId },
    ...more,
  })
  await insertRows(client, 'mentor_session', [
    ...matches.flatMap((match) =>
      sessionsOf(match).map((day, nth) =>
        session(match.mentorId, day, {
          ...{ match_id: match.id, case_id: match.caseId, person_id: match.personId },
          ...(nth === 3 ? { kind: 'MISSED', minutes: null } : { kind: nth % 4 === 1 ? 'CALL' : 'MET', minutes: 45 }),
          words: sessionWords[nth % sessionWords.length],
          made_by: accounts.get(mentors[match.mentor]!.account ?? 'pauline'),
        }),
      ),
    ),
    ...[-25, -11, -4].map((day) => session(mentors[2]!.id, day, { words: 'Somebody outside the job centre: which door, and what to bring.' })), // biome-ignore format: one line
  ])
}

const sessionsOf = (match: MatchStateText): readonly number[] =>
  match.state === 'READY' || match.state === 'ENDED' ? match.sessions : []
const beginOf = (match: MatchStateText): number => sessionsOf(match)[0] ?? -3

function answersOf({ state }: MatchStateText, at: Date) {
  const [mentor, person] = { PROPOSED: [null, null], DECLINED: ['YES', 'NO'], AGREED: ['YES', 'YES'], READY: ['YES', 'YES'], ENDED: ['YES', 'YES'] }[state] // biome-ignore format: one line
  return {
    ...{ mentor_answer: mentor, mentor_answered_at: mentor ? at : null },
    ...{ person_answer: person, person_answered_at: person ? at : null },
  }
}

function riskOf(match: MatchStateText, by: string | undefined, at: Date) {
  if (sessionsOf(match).length === 0)
    return { risk_words: '', risk_places: '', risk_signed_by: null, risk_signed_at: null }
  const words = 'Meet where others are. Call Joe afterwards.'
  return { risk_words: words, risk_places: 'Visits hall; later the cafe in the market', risk_signed_by: by, risk_signed_at: at } // biome-ignore format: one line
}

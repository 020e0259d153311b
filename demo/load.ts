import { Client } from 'pg'
import { deferIndexes, openTables } from '../database/bulk.ts'
import { loadAgreements } from './agreements.ts'
import { writeAllocations } from './allocations.ts'
import { calendarOf } from './calendar.ts'
import { cast } from './cast.ts'
import { writeContracts } from './contracts.ts'
import { writeCourses } from './courses.ts'
import { writeEnding } from './endings.ts'
import { writeDistance } from './evidence/distance.ts'
import { writeEarlierYears } from './evidence/earlier-years.ts'
import { periodsOf } from './evidence/periods.ts'
import { writeEvidence } from './evidence/write-evidence.ts'
import { writeExpenses } from './expenses.ts'
import { writeFamilies } from './families.ts'
import { writeFunders } from './funders.ts'
import { referralReference } from './generate/numbers.ts'
import { makePerson } from './generate/person.ts'
import { writeHandovers } from './handovers.ts'
import { writeHelpline } from './helpline.ts'
import { writeHubs } from './hubs.ts'
import { idsOf } from './ids.ts'
import { writeMentors } from './mentors.ts'
import { writePartnership } from './partnership.ts'
import { writeReminders } from './reminders.ts'
import { loadedTables, openSheets } from './sheets.ts'
import { writeThemes } from './themes.ts'
import { writeUsage } from './usage.ts'
import { writeWalls } from './walls.ts'
import { writeWebhooks } from './webhooks.ts'
import { writeWings } from './wings.ts'
import type { QuestionSetRow } from './write/answers.ts'
import { writeCase } from './write/case-rows.ts'
import type { Context } from './write/context.ts'
import { writeSchedules } from './write/key-work-rows.ts'

export interface Demonstration {
  people: number
  /** The instant of loading: everything is relative to it. */
  today: Date
  /** Told what has been done, on long work. */
  onProgress?: (line: string) => void
}

const peopleInBatch = 1_000
const peopleWithAllAnswers = 1_000
const lock = 7_263_402 // any number: two processes that start together load once

/**
 * Loads the demonstration: a partnership with its agencies, services and people, all made up, the same for the same day.
 *
 * @param ownerUrl - the login that owns the tables.
 * @returns whether it was loaded: a database that holds a partnership or an agency is left alone.
 */
export async function loadDemonstration(ownerUrl: string, options: Demonstration): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    const { rows } = await client.query('select from partnership union all select from agency limit 1')
    if (rows.length === 0) await load(client, options)
    await client.query('commit')
    return rows.length === 0
  } catch (error) {
    await client.query('rollback').catch(() => {}) // the connection may be what failed
    throw error
  } finally {
    await client.end()
  }
}

async function load(client: Client, { people, today, onProgress = () => {} }: Demonstration): Promise<void> {
  const closeTables = await openTables(client, loadedTables)
  const restoreIndexes = people > peopleInBatch ? await deferIndexes(client, loadedTables) : undefined
  const sheets = openSheets()
  const calendar = calendarOf(today)
  const newId = idsOf(today)
  const partnership = writePartnership(sheets, newId, calendar, people)
  const agreementId = await makeFoundingAgreement(client, calendar.day(-400))
  let references = 0
  const context: Context = {
    sheets,
    newId,
    newReference: () => referralReference(references++),
    calendar,
    partnership,
    agreementId,
    questionSets: await readQuestionSets(client),
    mayKeepAllAnswers: true,
  }

  writeSchedules(context)
  const members = cast(calendar)
  const cases: string[] = []
  const names = new Set<string>()
  for (let index = 0; index < people; index += 1) {
    context.mayKeepAllAnswers = index < peopleWithAllAnswers
    const profile = makePerson(index, calendar, partnership, members[index])
    if (context.mayKeepAllAnswers) names.add(`${profile.givenName} ${profile.familyName}`)
    cases.push(writeCase(context, profile))
    if ((index + 1) % peopleInBatch === 0 || index + 1 === people) {
      await sheets.write(client)
      onProgress(`${index + 1} of ${people} people`)
    }
  }
  const periods = periodsOf(calendar.today)
  const leavers = writeEarlierYears(context, periods, names)
  await sheets.write(client)
  await restoreIndexes?.(client)
  await writeDistance(client, context.questionSets, cases.slice(members.length, peopleWithAllAnswers))
  await setTeams(client, partnership)
  onProgress('indexes and foreign keys')
  const restoreSummaries = people > peopleInBatch ? await deferIndexes(client, derivedTables) : undefined
  await finish(client, cases, agreementId, onProgress)
  await loadAgreements(client, cases)
  await restoreSummaries?.(client)
  await writeWalls(client, newId, calendar)
  await writeEnding(client, newId, calendar)
  await writeHandovers(client, newId, calendar)
  await writeAllocations(client, newId, calendar)
  await writeReminders(client, newId, calendar)
  await writeFamilies(client, newId, calendar)
  await writeWings(client, newId, calendar)
  await writeWebhooks(client, newId, calendar)
  await writeHubs(client, newId, calendar, today)
  await writeCourses(client, newId, calendar)
  await writeHelpline(client, newId, calendar, today)
  await writeMentors(client, newId, calendar)
  await writeExpenses(client, newId, calendar)
  await writeFunders(client, newId, calendar)
  await writeEvidence(client, context, { periods, leavers, cases })
  await writeThemes(client, newId, calendar)
  await writeContracts(client, newId, calendar)
  await writeUsage(client, calendar)
  await client.query('analyze')
  await closeTables(client)
}

async function readQuestionSets(client: Client): Promise<QuestionSetRow[]> {
  const { rows } = await client.query<QuestionSetRow>(
    'select id, type, body from question_set where published_at is not null and retired_at is null order by version desc',
  )
  return rows
}

async function makeFoundingAgreement(client: Client, since: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select make_founding_agreement($1) as id', [since])
  return rows[0]!.id
}

async function setTeams(client: Client, { agency }: ReturnType<typeof writePartnership>): Promise<void> {
  for (const code of ['FHI', 'CRI']) {
    await client.query('update agency set receiving_team_id = $2 where id = $1', [
      agency(code).id,
      agency(code).receivingTeamId,
    ])
  }
}

const casesAtATime = 10_000
const derivedTables = ['sight', 'case_summary', 'case_place']
const countReferrals = `select count_moves(referral_moves(array(
  select row(r.*)::referral from referral r where r.case_id = any($1)), 1))`

/** What triggers and operations keep, from the rows as they lie: who sees what, the rows of lists, the counts. */
async function finish(
  client: Client,
  cases: string[],
  agreementId: string,
  onProgress: (line: string) => void,
): Promise<void> {
  await client.query(
    'insert into agreement_party (agreement_id, agency_id, signed_at, has_joined) select $1, id, now(), true from agency',
    [agreementId],
  )
  await client.query('analyze')
  // Places case by case need the indexes of sight, which are not there yet: they follow all at once.
  await client.query('alter table case_summary disable trigger summaries_placed')
  for (let from = 0; from < cases.length; from += casesAtATime) {
    const some = cases.slice(from, from + casesAtATime)
    await client.query('select private.write_sight($1)', [some])
    await client.query(`select summarise_cases($1, '{identity}')`, [some])
    await client.query(countReferrals, [some])
    onProgress(`who sees what: ${from + some.length} of ${cases.length} cases`)
  }
  await client.query('alter table case_summary enable trigger summaries_placed')
  await client.query('select private.place_everyone()')
  await client.query(`
    insert into answer_count (agency_id, month, question_key, answers, kept, changed, asked_again)
    select agency_id, date_trunc('month', answered_at at time zone 'Europe/London')::date, question_key, count(*),
      count(confirms_answer_id), count(changes_answer_id), count(asked_again_of_id)
    from answer group by 1, 2, 3`)
}

import type { Client } from 'pg'
import type { Context } from '../write/context.ts'
import { writeCohorts, writeSeverity } from './cohorts.ts'
import { writeContextEvents } from './context-events.ts'
import type { Leaver } from './earlier-years.ts'
import { writeEvaluations } from './evaluations.ts'
import { writeExpectedResults } from './expected-results.ts'
import { writeFiles } from './files.ts'
import { writeLearningSets } from './learning-sets.ts'
import { writeMentorsThen } from './mentors-then.ts'
import { writeOffences } from './offences.ts'
import type { Periods } from './periods.ts'
import { writePossibleLinks } from './possible-links.ts'
import { writeQuarters } from './quarters.ts'
import { writeStories } from './stories.ts'
import { writeSurveys } from './surveys.ts'

/** What the worker counts once the program runs, as it would in the night. */
const counting = ['count-cohorts', 'recount-targets', 'recount-distance', 'count-public-results', 'find-links']

/**
 * Evidence to look at: what was promised and happened around it, cohorts with their baselines, surveys, stories and files. Written as the
 * rule-keepers, whom row-level security lets by.
 */
export async function writeEvidence(
  client: Client,
  { newId, calendar }: Context,
  { periods, leavers, cases }: { periods: Periods; leavers: readonly Leaver[]; cases: readonly string[] },
): Promise<void> {
  await client.query('set local role throughline_rules')
  await writeOffences(client, newId, calendar, leavers)
  await writeCohorts(client, newId, calendar, periods)
  await writeSeverity(client, newId, calendar)
  const since = periods.first.from
  await writeMentorsThen(client, newId, leavers, { since, today: calendar.today })
  await writeExpectedResults(client, newId, calendar, since)
  await writeLearningSets(client)
  await writeContextEvents(client, newId, calendar, since)
  await writeSurveys(client, newId, calendar)
  await writeEvaluations(client, newId, calendar)
  await writeStories(client, newId, calendar)
  await writeQuarters(client, calendar)
  await writePossibleLinks(client, newId, cases)
  await client.query('reset role')
  await writeFiles(client, newId, calendar)
  for (const name of counting) await client.query(`select graphile_worker.add_job($1, '{}')`, [name])
}

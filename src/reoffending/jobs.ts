import { dayAt } from '../platform/calendar-day.ts'
import type { Actor, Database } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { type Counted, countCohort, notCounted } from './count-cohort.ts'
import { getCohort } from './queries/cohorts.ts'
import { forgetOffences } from './queries/offences.ts'
import { eachOffence, isAgreed, isTooClose, listCohortsToCount, listMembers, replaceResult } from './queries/results.ts'
import { findWeights } from './queries/severity.ts'
import { fewestPeople } from './shown.ts'

/** How long an extract is kept: the longest cohort, its follow-up and a year to compare. In days. */
const extractKeptFor = 7 * 366
const msInDay = 86_400_000

/** Counts every cohort anew: after a file came in or was taken back, after a cohort was made, and each night, since cohorts mature. */
export const reoffendingJobs: Jobs = {
  'count-cohorts': async ({ database, actor, actingFor }) => {
    const cohorts = await database.read(actor, listCohortsToCount)
    for (const { id, agencyId } of cohorts) await countAndKeep(database, actingFor(agencyId), id)
  },
  'forget-extracts': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const count = await forgetOffences(change, new Date(change.now.getTime() - extractKeptFor * msInDay))
      const details = { count }
      change.record({ name: 'extract.forgotten', subjectId: actor.userId, fieldGroup: 'administration', details })
    }),
}

async function countAndKeep(database: Database, actor: Actor, cohortId: string): Promise<void> {
  const counted = await database.read(actor, async (reading): Promise<Counted> => {
    if (!(await isAgreed(reading, cohortId))) return notCounted('NOT_AGREED')
    if (await isTooClose(reading, cohortId, fewestPeople)) return notCounted('TOO_CLOSE')
    const members = await listMembers(reading, cohortId)
    const weights = await findWeights(reading)
    const cohort = await getCohort(reading, cohortId)
    return countCohort(members, eachOffence(reading, cohortId), cohort, dayAt(reading.now), weights)
  })
  await database.change(actor, async (change) => {
    await replaceResult(change, cohortId, counted)
    change.record({ name: 'cohort.counted', subjectId: cohortId, fieldGroup: 'administration' })
  })
}

import { z } from 'zod'
import type { Jobs } from '../platform/jobs.ts'
import { runAnalysis } from './analyses/run-analysis.ts'
import { forgetAnalyses } from './queries/analyses.ts'
import { countQuarter } from './results/count-quarter.ts'

const asked = z.object({ analysisId: z.uuid() })

/** All may run twice. */
export const evidenceJobs: Jobs = {
  'reckon-analysis': ({ database, actor }, payload) => runAnalysis(database, actor, asked.parse(payload).analysisId),
  'forget-analyses': ({ database, actor }) =>
    database.change(actor, async (change) => {
      const details = { count: await forgetAnalyses(change) }
      change.record({ name: 'analysis.forgotten', subjectId: actor.userId, fieldGroup: 'research', details })
    }),
  'count-public-results': ({ database, actor }) => database.change(actor, countQuarter),
}

import { z } from 'zod'
import type { Jobs } from '../platform/jobs.ts'
import { buildCopies } from './build-copy.ts'
import { tendRequests } from './tend-requests.ts'

const asked = z.object({ requestId: z.uuid() })

/** Both may run twice. The clock starts the second too: a request may come through the own door at any hour. */
export const subjectAccessJobs: Jobs = {
  'build-subject-access': async ({ database, actor }, payload) => {
    const { requestId } = asked.parse(payload)
    await database.change(actor, (change) => buildCopies(change, requestId))
  },
  'tend-subject-access': async ({ database, actor }) => {
    await database.change(actor, tendRequests)
  },
}

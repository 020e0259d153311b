import { z } from 'zod'
import type { Jobs } from '../platform/jobs.ts'
import { partRecords } from './decide-link.ts'
import { findLinks, joinLinked } from './find-links.ts'

const payload = z.object({ linkId: z.uuid() })

export const linkJobs: Jobs = {
  'find-links': async ({ database, actor, actingFor }) => {
    if (!(await findLinks(database, actor))) return // somebody stopped it
    await joinLinked(database, actor, actingFor)
  },
  'follow-link': async ({ database, actor, actingFor }, said) => {
    await partRecords(database, actor, actingFor, payload.parse(said).linkId)
    await joinLinked(database, actor, actingFor)
  },
}

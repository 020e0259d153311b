import type { FastifyInstance } from 'fastify'
import { entryRoutes } from './entries.ts'
import { evidencePackRoutes } from './evidence-pack.ts'
import { matchRoutes } from './matches.ts'
import { mentoringRoutes } from './mentoring.ts'
import { mentorPageRoutes } from './mentors.ts'
import { ownRecordRoutes } from './own-record.ts'

/** The pages of mentors: the agency's, and each mentor's own. */
export async function mentorRoutes(app: FastifyInstance): Promise<void> {
  await mentorPageRoutes(app)
  await ownRecordRoutes(app)
  await entryRoutes(app)
  await evidencePackRoutes(app)
  await matchRoutes(app)
  await mentoringRoutes(app)
}

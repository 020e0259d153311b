import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import { listSight } from './queries.ts'
import { fieldGroups } from './sight-words.ts'
import { SightPage } from './views/sight-page.tsx'

const query = z.object({ part: z.enum(fieldGroups).optional().catch(undefined) })

/** Who can see what about one person, and why. */
export async function sightRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Params: { caseId: string } }>(
    '/cases/:caseId/sight',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { caseId } = request.params
      const { part } = query.parse(request.query)
      const shown = await request.read(async (reading) => {
        const frame = await getCaseFrame(reading, caseId)
        const rows = await listSight(reading, caseId)
        reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
        return { frame, rows }
      })
      return reply.page(SightPage({ page: request.page(), ...shown, part }))
    },
  )
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listCaseload, mostRows } from '../queries/caseload.ts'
import { CaseloadPage } from '../views/caseload-page.tsx'

const query = z.object({ after: z.uuid().optional().catch(undefined) })

/** The people whom the reader works with. */
export async function caseloadRoutes(app: FastifyInstance): Promise<void> {
  app.get('/caseload', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const { after } = query.parse(request.query)
    const load = await request.read((reading) => listCaseload(reading, { after, limit: mostRows }))
    return reply.page(CaseloadPage({ page: request.page(), load, isFirstPage: after === undefined }))
  })
}

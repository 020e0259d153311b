import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listCaseload, mostRows } from '../queries/caseload.ts'
import { caseloadParts } from '../queries/caseload-parts.ts'
import { listWithoutWorker } from '../queries/without-worker.ts'
import { CaseloadPage } from '../views/caseload-page.tsx'
import { WithoutWorkerPage } from '../views/without-worker-page.tsx'

const query = z.object({
  after: z.uuid().optional().catch(undefined),
  only: z.enum(caseloadParts).optional().catch(undefined),
})

/** The people whom the reader works with, and those whose worker has left. */
export async function caseloadRoutes(app: FastifyInstance): Promise<void> {
  app.get('/caseload', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const { after, only } = query.parse(request.query)
    const load = await request.read((reading) => listCaseload(reading, { after, only, limit: mostRows }))
    const mayName = request.actor.may.has('name workers')
    const mayManage = request.actor.may.has('manage workloads')
    const mayChoose = request.actor.may.has('work on cases')
    const isFirstPage = after === undefined
    return reply.page(CaseloadPage({ page: request.page(), load, isFirstPage, mayName, mayManage, mayChoose, only }))
  })

  app.get('/allocations/left', { config: { may: 'name workers', looks: 'personal' } }, async (request, reply) => {
    const cases = await request.read(listWithoutWorker)
    return reply.page(WithoutWorkerPage({ page: request.page(), cases }))
  })
}

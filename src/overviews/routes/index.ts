import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type CaseFrame, countDaysWithout, getCaseFrame } from '../../cases/index.ts'
import type { FieldGroup, Reading } from '../../platform/database.ts'
import { readStanding } from '../../supervisor-contacts/index.ts'
import { listWhoSees, readOverview } from '../queries/overview.ts'
import { listHappened } from '../queries/timeline.ts'
import { filters } from '../timeline-filters.ts'
import { OverviewPage } from '../views/overview-page.tsx'
import { timelineFragment } from '../views/timeline-fragment.tsx'
import { WhoSeesPage } from '../views/who-sees-page.tsx'
import { liveRoute } from './live.ts'

const entriesOfPage = 20
const query = z.object({
  show: z.enum(filters).catch('everything'),
  before: z.string().max(80).optional().catch(undefined),
  since: z.iso.datetime().optional().catch(undefined),
})
const seen = { config: { may: 'see cases', looks: 'personal' } } as const

/** The first page of a case, its live timeline, and who can see it. */
export async function overviewRoutes(app: FastifyInstance): Promise<void> {
  liveRoute(app)

  app.get<OfCase>('/cases/:caseId', seen, async (request, reply) => {
    const { caseId } = request.params
    const { show: filter, before } = query.parse(request.query)
    const shown = await request.read(async (reading) => {
      const frame = await getCaseFrame(reading, caseId)
      lookAt(reading, frame)
      const overview = await readOverview(reading, caseId)
      const days = await countDaysWithout(reading, caseId)
      const happened = await listHappened(reading, caseId, { filter, before, limit: entriesOfPage })
      const standing = await readStanding(reading, caseId)
      return { frame, overview, days, happened, standing }
    })
    const isPrison = request.actor.agencyKind === 'prison'
    return reply.page(OverviewPage({ page: request.page(), ...shown, isPrison, filter, before }))
  })

  app.get<OfCase>('/cases/:caseId/timeline', seen, async (request, reply) => {
    const { caseId } = request.params
    const page = request.page()
    const { show: filter, since } = query.parse(request.query)
    const shown = await request.read(async (reading) => {
      const frame = await getCaseFrame(reading, caseId)
      lookAt(reading, frame)
      return { frame, happened: await listHappened(reading, caseId, { filter, limit: entriesOfPage }) }
    })
    const from = since ? new Date(since) : page.now
    const { locale, now } = page
    const fragment = timelineFragment({ locale, now, ...shown, filter, isFirstPage: true, since: from })
    return reply.type('text/html; charset=utf-8').send(`${await fragment}`)
  })

  app.get<OfCase>('/cases/:caseId/who-can-see', seen, async (request, reply) => {
    const { caseId } = request.params
    const shown = await request.read(async (reading) => {
      const frame = await getCaseFrame(reading, caseId)
      reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
      return { frame, seenBy: await listWhoSees(reading, caseId) }
    })
    return reply.page(WhoSeesPage({ page: request.page(), ...shown }))
  })
}

function lookAt(reading: Reading, { personId, caseId, sight }: CaseFrame): void {
  const fieldGroups = Object.keys(sight) as FieldGroup[]
  reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups })
}

interface OfCase {
  Params: { caseId: string }
}

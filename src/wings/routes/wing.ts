import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { listPrisons } from '../../custody/index.ts'
import { listPrisonServices, listTimes } from '../queries/times.ts'
import { readWings } from '../queries/wing.ts'
import { WingPage } from '../views/wing-page.tsx'
import { WingsPage } from '../views/wings-page.tsx'

const size = 50
const query = z.object({
  prison: z.uuid().optional().catch(undefined),
  wing: z.string().max(40).optional().catch(undefined),
  after: z.uuid().or(z.literal('')).catch(''),
})

/** Who leaves a wing within the window, with what help is there: of the reader's own prison, or of one that they choose. */
export async function wingPageRoutes(app: FastifyInstance): Promise<void> {
  app.get('/wings', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const { prison, wing, after } = query.parse(request.query ?? {})
    const { actor } = request
    const isOwn = actor.agencyKind === 'prison'
    const shown = await request.read(async (reading) => {
      const prisons = isOwn ? [] : await listPrisons(reading)
      const prisonId = isOwn ? actor.agencyId : (prisons.find(({ id }) => id === prison) ?? prisons[0])?.id
      if (!prisonId)
        return {
          prisons,
          prisonId: '',
          wings: [],
          lines: [],
          few: [],
          skipped: 0,
          windowInDays: 84,
          times: [],
          others: [],
        }
      const page = await readWings(reading, prisonId, { wing, after, size })
      const times = await listTimes(reading, prisonId, wing)
      const others = wing === undefined ? [] : await listPrisonServices(reading, prisonId)
      const shownOf = [...page.lines, ...page.few]
      reading.look({
        action: 'consult',
        personIds: [...new Set(shownOf.map(({ personId }) => personId))],
        caseIds: [...new Set(shownOf.map(({ caseId }) => caseId))],
        fieldGroups: ['identity', 'custody'],
      })
      return { prisons, prisonId, ...page, times, others }
    })
    const mayWrite = isOwn && actor.may.has('work on cases')
    const props = {
      page: request.page(),
      ...shown,
      isOwn,
      mayWrite,
      mayKeep: isOwn && actor.may.has('administer the agency'),
    }
    return reply.page(wing === undefined ? WingsPage(props) : WingPage({ ...props, wing, size }))
  })
}

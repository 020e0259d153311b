import type { FastifyInstance } from 'fastify'
import { parseDay } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blocksCsv } from '../pack/blocks-csv.ts'
import { quarterBlock } from '../pack/other-blocks.ts'
import { listPublishedForAll } from '../queries/results.ts'
import { listPublicStories } from '../queries/stories.ts'
import { publishQuarter } from '../results/count-quarter.ts'
import { ResultsPage } from '../views/results-page.tsx'

const anyone = { config: { may: 'anyone' } }
const coordinates = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const cached = 'public, max-age=300'

/** What everybody may read: whole quarters, safe before they were written down, and stories told with consent. */
export async function resultRoutes(app: FastifyInstance): Promise<void> {
  app.get('/results', anyone, async (request, reply) => {
    const [quarters, stories] = await Promise.all([listPublishedForAll(app.database), listPublicStories(app.database)])
    // A withdrawn story has to be gone at once, so a page that holds one is kept nowhere; nor is one that names its reader.
    if (!request.optionalActor && stories.length === 0) {
      reply.header('cache-control', cached).header('vary', 'accept-language, cookie')
    }
    return reply.page(ResultsPage({ page: request.page(), quarters, stories }))
  })

  app.get('/results.csv', anyone, async (request, reply) => {
    const quarters = await listPublishedForAll(app.database)
    const { locale } = request.page()
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', cached)
      .header('vary', 'accept-language, cookie')
      .header('content-disposition', 'attachment; filename="results.csv"')
      .send(
        blocksCsv(
          locale,
          quarters.map((quarter) => quarterBlock(locale, quarter)),
        ),
      )
  })

  app.post<{ Params: { quarter: string } }>('/results/:quarter/publication', coordinates, async (request, reply) => {
    const on = parseDay(request.params.quarter)
    if (!on) throw new Refusal('not found', 'results.not-found')
    await request.change((change) => publishQuarter(change, on))
    return reply.redirect('/results', 303)
  })
}

import type { FastifyInstance } from 'fastify'
import { findPartnership } from '../agencies/index.ts'
import { accessibility, help, privacy, whoCanSeeWhat } from './pages.ts'
import { listGrants } from './queries.ts'
import { AboutPage, PrivacyPage, SightPage } from './views.tsx'

const anyone = { config: { may: 'anyone' } }

/** The pages of the footer: they hold nobody's data, so nothing is audited. */
export async function aboutRoutes(app: FastifyInstance): Promise<void> {
  app.get('/help', anyone, async (request, reply) => {
    const may = request.optionalActor?.may ?? new Set<string>()
    return reply.page(AboutPage({ page: request.page(), about: help, may }))
  })
  app.get('/accessibility', anyone, async (request, reply) =>
    reply.page(AboutPage({ page: request.page(), about: accessibility })),
  )
  app.get('/who-can-see-what', anyone, async (request, reply) => {
    const grants = await listGrants(app.database)
    return reply.page(SightPage({ page: request.page(), about: whoCanSeeWhat, grants }))
  })
  app.get('/privacy', anyone, async (request, reply) => {
    const partnership = await findPartnership(app.database)
    return reply.page(PrivacyPage({ page: request.page(), about: privacy, partnership }))
  })
}

import type { FastifyInstance } from 'fastify'
import { SettingsPage } from '../views/settings.tsx'
import { agencySettingsRoutes } from './agencies.ts'
import { partnershipRoutes } from './partnership.ts'
import { pathwayRoutes } from './pathways.ts'
import { teamRoutes } from './teams.ts'

/** The pages of settings; what concerns users is in `accounts`. */
export async function agencyRoutes(app: FastifyInstance): Promise<void> {
  app.get('/settings', { config: { may: 'administer the agency', looks: 'none' } }, async (request, reply) =>
    reply.page(SettingsPage({ page: request.page(), may: request.actor.may })),
  )
  await agencySettingsRoutes(app)
  await teamRoutes(app)
  await partnershipRoutes(app)
  await pathwayRoutes(app)
}

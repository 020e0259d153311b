import type { FastifyInstance } from 'fastify'
import { endRoutes } from './end-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { referRoutes } from './refer-routes.ts'
import { referralPageRoutes } from './referral-routes.ts'

export async function referralRoutes(app: FastifyInstance): Promise<void> {
  await referRoutes(app)
  await inboxRoutes(app)
  await referralPageRoutes(app)
  await endRoutes(app)
  await linkRoutes(app)
}

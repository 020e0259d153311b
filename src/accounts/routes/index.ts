import type { FastifyInstance } from 'fastify'
import { joinerRoutes } from '../joiners/routes.ts'
import { scimRoutes } from '../scim/routes.ts'
import { languageRoutes } from './language.ts'
import { ownAccountRoutes } from './own-account.ts'
import { userAccessRoutes } from './user-access.ts'
import { userRoutes } from './users.ts'

/** Everybody's own account, and the users that an administrator keeps. */
export async function accountRoutes(app: FastifyInstance): Promise<void> {
  await ownAccountRoutes(app)
  await languageRoutes(app)
  await userRoutes(app)
  await userAccessRoutes(app)
  await joinerRoutes(app)
  await scimRoutes(app)
}

import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { caseRoutes } from './case-routes.ts'
import { movementRoutes } from './movement-routes.ts'
import { noteRoutes } from './note-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { answerProblems } from './problems.ts'
import { type ApiDocument, routesOf } from './reference.ts'
import { searchRoutes } from './search-routes.ts'
import { ReferencePage } from './views.tsx'
import { webhooks } from './webhook-schema.ts'

/** The public API, described from the same schemas that check what comes in. */
export async function apiRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Throughline',
        version: '1',
        description:
          'One record that follows a person from prison to a settled life. You see what your agency sees; every answer about people is written to the audit.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
      webhooks,
    },
    transform: jsonSchemaTransform,
  })
  app.register(
    async (v1) => {
      answerProblems(v1)
      await caseRoutes(v1)
      await noteRoutes(v1)
      await planRoutes(v1)
      await movementRoutes(v1)
      await searchRoutes(v1)
      v1.get('/openapi.json', { config: { may: 'anyone', isApi: true }, schema: { hide: true } }, async (_, reply) =>
        reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
      )
    },
    { prefix: '/api/v1' },
  )
  app.get('/api', { config: { may: 'anyone' }, schema: { hide: true } }, async (request, reply) => {
    const routes = routesOf(app.swagger() as ApiDocument)
    return reply.page(ReferencePage({ page: request.page(), routes, publicUrl: app.site.publicUrl }))
  })
}

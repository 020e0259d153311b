import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies, listPathways } from '../../agencies/index.ts'
import type { Actor } from '../../platform/database.ts'
import { csvRows } from '../csv.ts'
import { mayKeep } from '../keep-service.ts'
import { listRevisions } from '../queries/keep.ts'
import { countServices, getService, listAreas, listServices, type ServiceFilter } from '../queries/services.ts'
import { ServiceHistoryPage } from '../views/history.tsx'
import { ServicesPage } from '../views/list.tsx'
import { PlainServicesPage } from '../views/plain.tsx'
import { ServicePage } from '../views/service-page.tsx'
import { keepRoutes } from './keep-routes.ts'

type OfService = { Params: { serviceId: string } }
const open = { config: { may: 'see the directory', looks: 'none' as const } }
const pageLength = 50
const mostExported = 5_000

const optional = (schema: z.ZodType<string>) => schema.optional().catch(undefined)
const listQuery = z.object({
  words: optional(z.string().trim().min(1).max(100)),
  pathway: optional(z.string().min(1).max(60)),
  area: optional(z.string().min(1).max(80)),
  where: z.enum(['prison', 'community']).optional().catch(undefined),
  show: z.enum(['free', 'stale', 'own', 'withdrawn']).optional().catch(undefined),
  after: optional(z.string().max(150)),
  afterId: optional(z.uuid()),
})
type ListQuery = z.infer<typeof listQuery>

/** The directory: read by all, kept by providers and coordinators. */
export async function directoryRoutes(app: FastifyInstance): Promise<void> {
  app.get('/services', open, async (request, reply) => {
    const query = listQuery.parse(request.query)
    const filter = filterOf(query, request.actor)
    const after = query.after && query.afterId ? { name: query.after, id: query.afterId } : undefined
    const found = await request.read(async (reading) => {
      const services = await listServices(reading, filter, { after, limit: pageLength + 1 })
      const [counts, pathways, areas] = [
        await countServices(reading, filter),
        await listPathways(reading),
        await listAreas(reading),
      ]
      return { services, counts, areas, pathways: pathways.map(({ code }) => code) }
    })
    const services = found.services.slice(0, pageLength)
    const last = found.services.length > pageLength ? services.at(-1) : undefined
    return reply.page(
      ServicesPage({
        ...found,
        services,
        filter,
        page: request.page(),
        query: queryOf(query),
        nextHref: last && `/services${queryOf(query, { after: last.name, afterId: last.id })}`,
        isFirst: !after,
        mayKeep: request.actor.may.has('keep the directory'),
      }),
    )
  })

  app.get('/services/plain', open, async (request, reply) => {
    const query = listQuery.parse(request.query)
    const services = await request.read((reading) =>
      listServices(reading, filterOf(query, request.actor), { limit: 200 }),
    )
    return reply.page(PlainServicesPage({ page: request.page(), services, query: queryOf(query) }))
  })

  app.get('/services.csv', open, async (request, reply) => {
    const filter = filterOf(listQuery.parse(request.query), request.actor)
    const services = await request.read((reading) => listServices(reading, filter, { limit: mostExported }))
    const text = stringify(csvRows(services), { header: true, escape_formulas: true, bom: true })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="services.csv"')
      .send(text)
  })

  app.get<OfService>('/services/:serviceId', open, async (request, reply) => {
    const { service, agencies } = await request.read(async (reading) => ({
      service: await getService(reading, request.params.serviceId),
      agencies: await listAgencies(reading),
    }))
    return reply.page(
      ServicePage({
        page: request.page(),
        service,
        prisonNames: agencies.filter(({ id }) => service.prisons.includes(id)).map(({ name }) => name),
        mayKeep: mayKeep(request.actor, service),
        isJustSaved: isJustSaved(request),
      }),
    )
  })

  app.get<OfService>('/services/:serviceId/plain', open, async (request, reply) => {
    const service = await request.read((reading) => getService(reading, request.params.serviceId))
    return reply.page(PlainServicesPage({ page: request.page(), services: [service], query: '' }))
  })

  app.get<OfService>('/services/:serviceId/history', open, async (request, reply) => {
    const { serviceId } = request.params
    const found = await request.read(async (reading) => ({
      service: await getService(reading, serviceId),
      revisions: await listRevisions(reading, serviceId),
    }))
    return reply.page(ServiceHistoryPage({ page: request.page(), ...found }))
  })

  await keepRoutes(app)
}

const isJustSaved = ({ query }: FastifyRequest) => (query as { saved?: string }).saved === 'yes'

function filterOf(
  { words, pathway, area, where, show }: ListQuery,
  { agencyId }: Pick<Actor, 'agencyId'>,
): ServiceFilter {
  return {
    words,
    pathway,
    area,
    where,
    isFree: show === 'free',
    isStale: show === 'stale',
    isWithdrawn: show === 'withdrawn',
    agencyId: show === 'own' ? agencyId : undefined,
  }
}

function queryOf({ words, pathway, area, where, show }: ListQuery, more: Record<string, string> = {}): string {
  const parts = Object.entries({ words, pathway, area, where, show, ...more }).filter(([, value]) => value)
  return parts.length > 0 ? `?${new URLSearchParams(parts as [string, string][])}` : ''
}

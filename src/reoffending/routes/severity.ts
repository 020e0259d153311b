import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fileIn } from '../../platform/web/upload.ts'
import { findWeights } from '../queries/severity.ts'
import { arpOffences } from '../scores/arp.ts'
import { loadWeights } from '../severity/load-weights.ts'
import type { WeightsProblem } from '../severity/read-weights.ts'
import { SeverityPage } from '../views/severity-page.tsx'

const open = { config: { may: 'see reports', looks: 'none' } } as const
const place = '/reoffending/severity'

/** How grave each kind of offence is: a table that the agency loads, whose version stands beside every sum. */
export async function severityRoutes(app: FastifyInstance): Promise<void> {
  app.get(place, open, (request, reply) => show(request, reply, undefined))

  app.post(place, open, async (request, reply) => {
    const file = fileIn(request.body)
    const problem = file ? await request.change((change) => loadWeights(change, file)) : ({ code: 'missing' } as const)
    if (problem) return show(request, reply.status(422), problem)
    return reply.redirect(place, 303)
  })

  app.get(`${place}.csv`, open, (_, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="severity-weights.csv"')
      .send(['offence_kind,weight,version', ...arpOffences.map((kind) => `${kind.toLowerCase()},,`), ''].join('\n')),
  )
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: WeightsProblem | { code: 'missing' } | undefined,
) {
  const table = await request.read(findWeights)
  return reply.page(SeverityPage({ page: request.page(), table, problem }))
}

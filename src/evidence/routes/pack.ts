import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, withProblems } from '../../platform/web/form.ts'
import { blocksCsv } from '../pack/blocks-csv.ts'
import { composePack, listPieces } from '../pack/compose-pack.ts'
import { printPack } from '../pack/print-pack.tsx'
import { PackPage } from '../views/pack-page.tsx'

const shows = { config: { may: 'see reports', looks: 'personal' } } as const
const mostPieces = 40
const choice = z.object({
  piece: z
    .union([z.string(), z.array(z.string())])
    .transform((said) => [said].flat().slice(0, mostPieces))
    .catch([]),
  title: z.string().trim().max(100).catch(''),
  as: z.enum(['pdf', 'csv']).catch('pdf'),
})

/** An evidence pack for a board or a committee: chosen pieces, each with method, source, definition and caveats. */
export async function packRoutes(app: FastifyInstance): Promise<void> {
  app.get('/evidence/pack', shows, async (request, reply) => {
    const page = request.page()
    const pieces = await request.read((reading) => listPieces(reading, page.locale))
    return reply.page(PackPage({ page, pieces, form: blankForm }))
  })

  app.post('/evidence/pack', shows, async (request, reply) => {
    const page = request.page()
    const { piece, title, as } = choice.parse(request.body ?? {})
    const { pieces, blocks } = await request.read((reading) => composePack(reading, page.locale, piece))
    if (blocks.length === 0) {
      const form = withProblems({ ...blankForm, typed: { title, as } }, { field: 'piece', message: 'pack.none-chosen' })
      return reply.status(422).page(PackPage({ page, pieces, form }))
    }
    const by = { name: request.actor.name, agency: request.actor.agencyName }
    if (as === 'csv') return sent('text/csv; charset=utf-8', 'csv', blocksCsv(page.locale, blocks))
    return sent(
      'application/pdf',
      'pdf',
      await printPack({ locale: page.locale, title, blocks, by, printedAt: page.now }),
    )

    function sent(type: string, ending: string, body: Buffer | string) {
      return reply.type(type).header('content-disposition', `attachment; filename="evidence.${ending}"`).send(body)
    }
  })
}

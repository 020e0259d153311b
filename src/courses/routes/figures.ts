import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance } from 'fastify'
import type { Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'
import { getProgramme, mayKeep, sendResultsAlong } from '../../programmes/index.ts'
import { type Figures, listCounted, readFigures } from '../queries/figures.ts'
import { figureNames, shownFigures } from '../shown-figures.ts'
import { ProgrammeFiguresPage } from '../views/programme-figures-page.tsx'
import { words } from '../words.ts'
import { seesNobody, works } from './courses.ts'

interface OfProgramme {
  Params: { programmeId: string }
}

/** How a programme goes across the groups of the reader's agency: as a page, and as a file that carries what each figure means. */
export async function figureRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfProgramme>('/programmes/:programmeId/figures', seesNobody, async (request, reply) => {
    const shown = await request.read((reading) => readAll(reading, request.params.programmeId))
    const { agencyName } = request.actor
    const maySend = mayKeep(request.actor, shown.programme)
    return reply.page(ProgrammeFiguresPage({ page: request.page(), ...shown, agencyName, maySend }))
  })

  app.post<OfProgramme>('/programmes/:programmeId/figures/sending', works, async (request, reply) => {
    const { programmeId } = request.params
    await request.change(async (change) => {
      const { figures, courses } = await readAll(change, programmeId)
      const { began, shares } = shownFigures(figures)
      const shown = figureNames.flatMap((figure) => {
        const share = shares[figure]
        return typeof share === 'object' ? [{ figure, part: share.part, of: share.of, ...rounded(share) }] : []
      })
      await sendResultsAlong(change, programmeId, { groups: courses.length, began, shares: shown })
    })
    return reply.redirect(`/programmes/${programmeId}/lessons`, 303)
  })

  app.get<OfProgramme>('/programmes/:programmeId/figures.csv', seesNobody, async (request, reply) => {
    const { programme, figures } = await request.read((reading) => readAll(reading, request.params.programmeId))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${programme.package.code}-figures.csv"`)
      .send(stringify(linesOf(request.page().locale, figures), { bom: true, escape_formulas: true }))
  })
}

const rounded = ({ from, to }: { from: number; to: number }) => ({ from: Number(from.toFixed(4)), to: Number(to.toFixed(4)) }) // biome-ignore format: one line

async function readAll(reading: Reading, programmeId: string) {
  const programme = await getProgramme(reading, programmeId)
  const figures = await readFigures(reading, { programmeId })
  return { programme, figures, courses: await listCounted(reading, programmeId) }
}

function linesOf(locale: Locale, figures: Figures): (string | number)[][] {
  const say = words(locale)
  const { began, shares } = shownFigures(figures)
  const few = say('of-programme.few')
  const heads = (['what', 'part', 'of', 'share', 'from', 'to', 'means'] as const).map((name) => say(`csv.${name}`))
  const shareLines = figureNames.map((name) => {
    const shown = shares[name]
    const numbers =
      typeof shown === 'object'
        ? [shown.part, shown.of, ...[shown.share, shown.from, shown.to].map((value) => value.toFixed(4))]
        : [shown === 'NOTHING' ? '' : few, '', '', '', '']
    return [say(`figures.${name}`), ...numbers, say(`of-programme.${name}-means`)]
  })
  return [
    heads,
    [say('csv.held'), figures.held, figures.sessions, '', '', '', say('csv.held-means')],
    [say('csv.began'), began ?? few, '', '', '', '', say('csv.began-means')],
    ...shareLines,
  ]
}

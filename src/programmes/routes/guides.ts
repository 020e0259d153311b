import type { FastifyInstance } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { printPdf } from '../../platform/print.ts'
import { Refusal } from '../../platform/refusal.ts'
import { languageTags } from '../../platform/words.ts'
import { getProgramme, type Programme } from '../queries.ts'
import { useGuide } from '../use-guide.ts'
import { GuidePage } from '../views/guide-page.tsx'
import { words } from '../words.ts'
import { localeAsked } from './adapt.ts'
import { keeps, reads } from './programmes.ts'

interface OfGuide {
  Params: { programmeId: string; guideKey: string }
}

/** The guides of a programme: to read, and to print for one's work, which is counted. */
export async function guideRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfGuide>('/programmes/:programmeId/guides/:guideKey', reads, async (request, reply) => {
    const { programmeId, guideKey } = request.params
    const programme = await request.read((reading) => getProgramme(reading, programmeId))
    const guide = guideOf(programme, guideKey)
    const mayPrint = request.actor.may.has('work on cases')
    return reply.page(GuidePage({ page: request.page(), programme, guide, shown: localeAsked(request), mayPrint }))
  })

  app.post<OfGuide>('/programmes/:programmeId/guides/:guideKey/prints', keeps, async (request, reply) => {
    const { programmeId, guideKey } = request.params
    const shown = localeAsked(request)
    const programme = await request.change(async (change) => {
      const programme = await getProgramme(change, programmeId)
      await useGuide(change, programme, guideOf(programme, guideKey).key, shown)
      return programme
    })
    const { title, sections } = guideOf(programme, guideKey).texts[shown]
    const say = words(shown)
    const now = app.database.clock.now()
    const edition = say('guide.edition', {
      name: programme.package.texts[shown].name,
      version: programme.version,
      day: formatDay(shown, dayAt(now), 'full'),
    })
    const [lang, region] = languageTags[shown].split('-')
    const pdf = printPdf('programmes/guide.typ', { title, edition, sections, lang, region }, now)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${guideKey}-${shown}.pdf"`)
      .send(pdf)
  })
}

function guideOf(programme: Programme, key: string) {
  const guide = programme.package.guides.find((each) => each.key === key)
  if (!guide) throw new Refusal('not found', 'programme.not-found')
  return guide
}

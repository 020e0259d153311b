import type { FastifyInstance } from 'fastify'
import { markExport, markedFile, sendFile } from '../../exports/index.ts'
import { addDays, type Day, dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantAt } from '../../platform/wall-clock.ts'
import { getHelpline } from '../queries/lines.ts'
import { listMeasureRows, listMeasures, rowKinds } from '../queries/measures.ts'
import type { Span } from '../queries/shifts.ts'
import { measureNames } from '../views/measure-names.ts'
import { ReportRowsPage, ReportsPage } from '../views/reports-page.tsx'
import { words } from '../words.ts'
import type { OfLine } from './board.ts'

const sees = { config: { may: 'see the helpline', looks: 'none' } } as const
export const lengths = [7, 28, 91] as const

/** What a line did, in numbers; each opens its rows, which name nobody who called. */
export async function reportRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfLine>('/helpline/:lineId/reports', sees, async (request, reply) => {
    const { days, span } = spanOf(request.query, app.database.clock.now())
    const shown = await request.read(async (reading) => {
      const line = await getHelpline(reading, request.params.lineId)
      const [measures] = await listMeasures(reading, line.id, [span])
      return { line, measures: measures! }
    })
    return reply.page(ReportsPage({ page: request.page(), ...shown, days, span, lengths }))
  })

  app.get<OfLine>('/helpline/:lineId/reports/rows', sees, async (request, reply) => {
    const { days, span } = spanOf(request.query, app.database.clock.now())
    const kind = rowKinds.find((each) => each === (request.query as { kind?: unknown }).kind)
    if (!kind) throw new Refusal('not found', 'page.not-found')
    const shown = await request.read(async (reading) => {
      const line = await getHelpline(reading, request.params.lineId)
      return { line, rows: await listMeasureRows(reading, line.id, kind, span) }
    })
    return reply.page(ReportRowsPage({ page: request.page(), ...shown, kind, days, span }))
  })

  app.get<OfLine>(
    '/helpline/:lineId/reports.csv',
    { config: { may: 'see the helpline', looks: 'personal', asksAgain: true } },
    async (request, reply) => {
      const { locale } = request.page()
      const { days } = spanOf(request.query, app.database.clock.now())
      const { mark, measures } = await request.read(async (reading) => {
        const line = await getHelpline(reading, request.params.lineId)
        const mark = markExport(reading)
        reading.look({
          action: 'export',
          fieldGroups: ['administration'],
          details: { number: mark.number, helplineId: line.id },
        })
        return { mark, measures: await listMeasures(reading, line.id, days.map(spanOfDay)) }
      })
      const say = words(locale)
      const header = [say('reports.day'), ...measureNames.map((name) => say(`measure.${name}`))]
      const rows = measures.map((day, nth) => [
        days[nth]!,
        ...measureNames.map((name) => String(rounded(day[name]) ?? '')),
      ])
      return sendFile(reply, markedFile(locale, mark, { name: 'helpline', header, rows }))
    },
  )
}

const rounded = (number: number | null) => (number === null ? null : Math.round(number * 100) / 100)

/** A day on the wall: 23, 24 or 25 hours. */
const spanOfDay = (day: Day): Span => ({ from: instantAt(day, '00:00'), until: instantAt(addDays(day, 1), '00:00') })

/** The last days that were asked for, today among them. */
function spanOf(query: unknown, now: Date): { days: Day[]; span: Span } {
  const asked = Number((query as { days?: unknown }).days)
  const length = lengths.find((each) => each === asked) ?? 28
  const today = dayAt(now)
  const days = Array.from({ length }, (_, nth) => addDays(today, nth + 1 - length))
  return { days, span: { from: spanOfDay(days[0]!).from, until: spanOfDay(today).until } }
}

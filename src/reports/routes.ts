import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance } from 'fastify'
import { offeredMonths, readRange } from './range.ts'
import { reportNames, reports } from './report-list.ts'
import { ReportPage, ReportsPage } from './views/reports.tsx'

/** The index of reports; each as a page and as a spreadsheet. Those that name people say so in the audit. */
export async function reportRoutes(app: FastifyInstance): Promise<void> {
  const open = { config: { may: 'see reports', looks: 'none' as const } }
  app.get('/reports', open, (request, reply) => reply.page(ReportsPage({ page: request.page() })))

  for (const name of reportNames) {
    const { make, isPersonal } = reports[name]
    const shown = { config: { may: 'see reports', looks: isPersonal ? ('personal' as const) : ('none' as const) } }

    app.get(`/reports/${name}`, shown, async (request, reply) => {
      const page = request.page()
      const range = readRange(request.query, page.now)
      const report = await request.read((reading) => make(reading, range, page.locale))
      return reply.page(ReportPage({ page, name, report, range, months: offeredMonths(page.now) }))
    })

    const taken = { config: { ...shown.config, asksAgain: isPersonal } }
    app.get(`/reports/${name}.csv`, taken, async (request, reply) => {
      const { locale, now } = request.page()
      const report = await request.read((reading) => make(reading, readRange(request.query, now), locale))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}.csv"`)
        .send(stringify([...report.rows], { header: true, escape_formulas: true, bom: true }))
    })
  }
}

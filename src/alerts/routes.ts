import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readForm } from '../platform/web/form.ts'
import { markSeen } from './mark-seen.ts'
import { listAlerts } from './queries.ts'
import { AlertsPage } from './views/alerts-page.tsx'

const rowsOfPage = 50
const query = z.object({ before: z.uuid().optional().catch(undefined) })
const seenForm = z.object({ upTo: z.iso.datetime(), back: z.literal('/').optional().catch(undefined) })

/** What the reader was told, and that they have seen it. */
export async function alertRoutes(app: FastifyInstance): Promise<void> {
  app.get('/alerts', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const { before } = query.parse(request.query)
    const found = await request.read(async (reading) => {
      const rows = await listAlerts(reading, { before, limit: rowsOfPage + 1 })
      const caseIds = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]
      reading.look({ action: 'consult', caseIds, fieldGroups: ['identity'] })
      return rows
    })
    const alerts = found.slice(0, rowsOfPage)
    const older = found.length > rowsOfPage ? alerts.at(-1)!.id : undefined
    return reply.page(AlertsPage({ page: request.page(), alerts, older, isFirstPage: before === undefined }))
  })

  app.post('/alerts/seen', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const form = readForm(seenForm, request.body)
    const upTo = form.valid ? new Date(form.values.upTo) : undefined
    if (upTo) await request.change((change) => markSeen(change, upTo))
    return reply.redirect((form.valid && form.values.back) || '/alerts', 303)
  })
}

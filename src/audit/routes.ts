import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies } from '../agencies/index.ts'
import { getCaseFrame, mayWrite } from '../cases/index.ts'
import { fileRoutes, takeOrAsk } from '../exports/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Problem } from '../platform/web/form.ts'
import { entriesAsked } from './entries-file.ts'
import { filterOf } from './filter.ts'
import { findEntries, type LookedAt, listLooks } from './queries.ts'
import { AuditPage } from './views/audit.tsx'
import { LooksPage } from './views/looks.tsx'

const entriesOfPage = 50
const linesOfPage = 60
const shortestReason = 20
const auditors = { config: { may: 'read the audit', looks: 'personal' } } as const

interface OfCase {
  Params: { caseId: string }
  Querystring: { before?: string }
}

/** The auditor's search, and who has looked at one person's record. */
export async function auditRoutes(app: FastifyInstance): Promise<void> {
  app.get('/audit', auditors, async (request, reply) => showEntries(request, reply, []))

  app.get<{ Querystring: { reason?: string } }>(
    '/audit.csv',
    { config: { ...auditors.config, asksAgain: true } },
    async (request, reply) => {
      const reason = String(request.query.reason ?? '').trim()
      if (reason.length < shortestReason) {
        return showEntries(request, reply.status(422), [{ field: 'reason', message: 'export.short' }])
      }
      return takeOrAsk(request, reply, entriesAsked(reason), { asked: { reason } })
    },
  )
  fileRoutes(app, entriesAsked(''))

  app.get<OfCase>(
    '/cases/:caseId/looks',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { caseId } = request.params
      const before = z.iso.date().safeParse(request.query.before).data
      const shown = await request.read(async (reading) => {
        const frame = await getCaseFrame(reading, caseId)
        if (!mayWrite(frame, 'notes')) throw new Refusal('not allowed', 'audit.case-closed')
        reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
        const found = await listLooks(reading, caseId, before, linesOfPage + 1)
        return { frame, ...wholeDays(found) }
      })
      return reply.page(LooksPage({ page: request.page(), ...shown }))
    },
  )
}

/** As many lines as fit a page; the next one begins with a day, so a day that was cut goes there whole. */
function wholeDays(found: LookedAt[]): { looks: LookedAt[]; hasMore: boolean } {
  const cut = found[linesOfPage]?.day
  const whole = cut ? found.filter(({ day }) => day !== cut) : found
  return { looks: whole.length > 0 ? whole : found, hasMore: cut !== undefined }
}

async function showEntries(request: FastifyRequest, reply: FastifyReply, told: Problem[]) {
  const { filter, problems } = filterOf(request.query)
  const shown = await request.read(async (reading) => {
    reading.look({ action: 'search', fieldGroups: ['administration'], details: { filter } })
    const found = await findEntries(reading, filter, entriesOfPage + 1)
    const agencies = await listAgencies(reading)
    return { agencies, entries: found.slice(0, entriesOfPage), hasMore: found.length > entriesOfPage }
  })
  const page = request.page()
  if (problems.length > 0) reply.status(422)
  return reply.page(
    AuditPage({
      page,
      filter,
      sent: request.query as Record<string, string>,
      problems: [...problems, ...told],
      ...shown,
    }),
  )
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies } from '../agencies/index.ts'
import { getCaseFrame, mayWrite } from '../cases/index.ts'
import { markExport, markedFile } from '../exports/index.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Problem } from '../platform/web/form.ts'
import { actions, entryCells, outcomes } from './entry-cells.ts'
import { type AuditFilter, findEntries, type LookedAt, listLooks } from './queries.ts'
import { AuditPage } from './views/audit.tsx'
import { LooksPage } from './views/looks.tsx'
import { words } from './words.ts'

const entriesOfPage = 50
const mostInFile = 5_000
const linesOfPage = 60
const shortestReason = 20
const auditors = { config: { may: 'read the audit', looks: 'personal' } } as const

const typed = z.string().trim().max(254).transform((text) => text || undefined).optional().catch(undefined) // biome-ignore format: one line
const day = typed.pipe(z.iso.date().optional())
const query = z.object({
  account: typed,
  agency: z.uuid().optional().catch(undefined),
  number: typed,
  action: z.enum(actions).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  before: z.coerce.number().int().positive().transform(String).optional().catch(undefined),
})

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
      const { filter } = filterOf(request)
      const { mark, entries } = await request.read(async (reading) => {
        const mark = markExport(reading)
        const details = { filter, number: mark.number }
        reading.look({ action: 'export', fieldGroups: ['administration'], reason, details })
        return { mark, entries: await findEntries(reading, { ...filter, before: undefined }, mostInFile) }
      })
      const { locale } = request.page()
      const rows = entries.map((entry) => entryCells(locale, entry))
      const say = words(locale)
      const header = (
        ['c.when', 'c.who', 'f.agency', 'c.what', 'f.outcome', 'c.parts', 'c.people', 'c.where', 'c.reason'] as const
      ).map((key) => say(key))
      const { fileName, csv } = markedFile(locale, mark, { name: 'audit', header, rows })
      reply.header('content-disposition', `attachment; filename="${fileName}"`)
      return reply.type('text/csv; charset=utf-8').send(csv)
    },
  )

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

function filterOf({ query: sent }: FastifyRequest): { filter: AuditFilter; problems: Problem[] } {
  const { from, to } = sent as { from?: unknown; to?: unknown }
  const problems: Problem[] = []
  const dayOf = (field: 'from' | 'to', value: unknown) => {
    const read = day.safeParse(value)
    if (!read.success) problems.push({ field, message: 'date.form' })
    return read.data
  }
  const filter = { ...query.parse(sent), from: dayOf('from', from), to: dayOf('to', to) }
  return { filter, problems }
}

async function showEntries(request: FastifyRequest, reply: FastifyReply, told: Problem[]) {
  const { filter, problems } = filterOf(request)
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

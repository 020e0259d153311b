import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addDays, dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { optionalText, readForm, text, withProblems } from '../../platform/web/form.ts'
import { barContact, decideOnBlock, keepContact, liftBarred, noteConflict } from '../keep-family.ts'
import { barReasons, contactKinds } from '../kinds.ts'
import { listQuietFamilies } from '../queries/beside.ts'
import { listBlocked } from '../queries/members.ts'
import { BlockedPage } from '../views/blocked-page.tsx'
import { QuietPage } from '../views/quiet-page.tsx'
import { changes, type OfCase, type OfMember, seen, show } from './show.ts'

const quietAfterDays = 30
const mostShown = 200
const contactForm = z.object({ kind: z.enum(contactKinds, { error: 'problem.kind' }) })
const conflictForm = z.object({ conflict: optionalText(1_000, 'problem.long') })
const decisionForm = z.object({ decision: z.enum(['ALLOWED', 'KEPT']) })
const barredForm = z.object({
  barredName: text(200, { missing: 'problem.name', long: 'problem.long' }),
  barredAddress: optionalText(254, 'problem.long'),
  why: z.enum(barReasons, { error: 'problem.why' }),
})

/** Contact with the family, what stands against it, and with whom nobody was in touch. */
export async function besideRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfMember>('/cases/:caseId/family/:memberId/contacts', changes, async (request, reply) => {
    const { caseId, memberId } = request.params
    const read = readForm(contactForm, request.body)
    const happenedOn = readDay(read, 'on')
    const isDay = happenedOn && happenedOn <= dayAt(app.database.clock.now())
    const form = isDay ? read : withProblems(read, { field: 'on', message: 'problem.day' })
    if (!form.valid || !happenedOn) return show(request, reply.status(422), caseId, { at: memberId, form })
    await request.change((change) => keepContact(change, caseId, memberId, { ...form.values, happenedOn }))
    return reply.redirect(`/cases/${caseId}/family`, 303)
  })

  app.post<OfMember>('/cases/:caseId/family/:memberId/conflict', changes, async (request, reply) => {
    const { caseId, memberId } = request.params
    const form = readForm(conflictForm, request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, { at: memberId, form })
    await request.change((change) => noteConflict(change, caseId, memberId, form.values.conflict))
    return reply.redirect(`/cases/${caseId}/family`, 303)
  })

  app.post<OfCase>('/cases/:caseId/family/barred', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(barredForm, request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, { at: 'barred', form })
    const { barredName: name, barredAddress: toAddress, why } = form.values
    await request.change((change) => barContact(change, caseId, { name, toAddress, why }))
    return reply.redirect(`/cases/${caseId}/family`, 303)
  })

  app.post<{ Params: { caseId: string; barredId: string } }>(
    '/cases/:caseId/family/barred/:barredId/end',
    changes,
    async (request, reply) => {
      const { caseId, barredId } = request.params
      await request.change((change) => liftBarred(change, caseId, barredId))
      return reply.redirect(`/cases/${caseId}/family`, 303)
    },
  )

  app.get('/families/blocked', { config: { may: 'keep walls', looks: 'personal' } }, async (request, reply) => {
    const rows = await request.read(async (reading) => {
      const rows = await listBlocked(reading)
      const [personIds, caseIds] = [rows.map(({ personId }) => personId), rows.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity', 'family'] })
      return rows
    })
    return reply.page(BlockedPage({ page: request.page(), rows }))
  })

  app.post<{ Params: { memberId: string } }>(
    '/families/blocked/:memberId',
    { config: { may: 'keep walls', looks: 'none' } },
    async (request, reply) => {
      const form = readForm(decisionForm, request.body)
      if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
      await request.change((change) => decideOnBlock(change, request.params.memberId, form.values.decision))
      return reply.redirect('/families/blocked', 303)
    },
  )

  app.get('/families/no-contact', seen, async (request, reply) => {
    const rows = await request.read(async (reading) => {
      const since = addDays(dayAt(reading.now), -quietAfterDays)
      const rows = await listQuietFamilies(reading, since, mostShown)
      const [personIds, caseIds] = [rows.map(({ personId }) => personId), rows.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity', 'family'] })
      return rows
    })
    return reply.page(QuietPage({ page: request.page(), rows, days: quietAfterDays }))
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies, version } from '../../agencies/index.ts'
import { listContextEvents } from '../../context-events/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { typedDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, filledForm, readForm, text, withProblems } from '../../platform/web/form.ts'
import { addTarget, changeTarget, liftStatus, recountTarget, retireTarget, setStatus } from '../keep-target.ts'
import { listCountedRows } from '../queries/rows.ts'
import { getTarget, listEarlier, listLifted, listTargets, type Target } from '../queries/targets.ts'
import { statuses } from '../rag.ts'
import { monthsShownTo, shownTo } from '../shown.ts'
import { readTarget } from '../target-form.ts'
import { RowsPage } from '../views/rows-page.tsx'
import { TargetFormPage } from '../views/target-forms.tsx'
import { TargetPage } from '../views/target-page.tsx'
import { TargetsPage } from '../views/targets-page.tsx'

interface OfTarget {
  Params: { targetId: string }
  Querystring: { done?: string }
}
const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const keeps = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const opens = { config: { may: 'see evidence', looks: 'personal' } } as const

const statusForm = z.object({
  status: z.enum(statuses, { error: 'by-hand.status-missing' }),
  reason: z.string({ error: 'by-hand.why-short' }).trim().min(10, 'by-hand.why-short').max(500, 'by-hand.why-long'),
})
const retireForm = z.object({ retiredReason: text(300, { missing: 'retire.missing', long: 'retire.long' }) })

/** Expected results: read by managers and the coordinator, kept by the coordinator. */
export async function targetRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfTarget>('/targets', sees, async (request, reply) => {
    const targets = await request.read(async (reading) =>
      (await listTargets(reading)).map((one) => shownTo(reading, one)),
    )
    const done = z.enum(['added', 'retired']).optional().catch(undefined).parse(request.query.done)
    const mayClaim = request.actor.may.has('keep contracts')
    return reply.page(TargetsPage({ page: request.page(), targets, mayKeep: mayKeep(request), mayClaim, done }))
  })

  app.get('/targets/new', keeps, (request, reply) => showForm(request, reply, blankForm))

  app.post('/targets', keeps, async (request, reply) => {
    const form = readTarget(request.body)
    if (!form.valid) return showForm(request, reply.status(422), form)
    const id = await request.change((change) => addTarget(change, form.values))
    return reply.redirect(`/targets/${id}`, 303)
  })

  app.get<OfTarget>('/targets/:targetId', sees, (request, reply) => showTarget(request, reply, blankForm))

  app.get<OfTarget>('/targets/:targetId/edit', keeps, async (request, reply) => {
    const target = await request.read((reading) => getTarget(reading, request.params.targetId))
    return showForm(request, reply, filledForm(typedOf(target)), target)
  })

  app.post<OfTarget>('/targets/:targetId', keeps, async (request, reply) => {
    const { targetId } = request.params
    const read = readTarget(request.body)
    const why = readForm(
      z.object({ reason: text(300, { missing: 'form.reason-missing', long: 'form.reason-long' }), version }),
      request.body,
    )
    const form = why.valid ? read : withProblems(read, ...why.problems)
    if (!form.valid || !why.valid) {
      const target = await request.read((reading) => getTarget(reading, targetId))
      return showForm(request, reply.status(422), form, target)
    }
    await request.change((change) => changeTarget(change, targetId, why.values.version, form.values, why.values.reason))
    return reply.redirect(`/targets/${targetId}?done=changed`, 303)
  })

  app.post<OfTarget>('/targets/:targetId/status', keeps, async (request, reply) => {
    const form = readForm(statusForm, request.body)
    if (!form.valid) return showTarget(request, reply.status(422), form)
    await request.change((change) => setStatus(change, request.params.targetId, form.values))
    return reply.redirect(`/targets/${request.params.targetId}?done=set`, 303)
  })

  app.post<OfTarget>('/targets/:targetId/status/lift', keeps, async (request, reply) => {
    await request.change((change) => liftStatus(change, request.params.targetId))
    return reply.redirect(`/targets/${request.params.targetId}?done=lifted`, 303)
  })

  app.post<OfTarget>('/targets/:targetId/recount', sees, async (request, reply) => {
    await request.change((change) => recountTarget(change, request.params.targetId))
    return reply.redirect(`/targets/${request.params.targetId}?done=counted`, 303)
  })

  app.post<OfTarget>('/targets/:targetId/retirement', keeps, async (request, reply) => {
    const form = readForm(retireForm, request.body)
    if (!form.valid) return showTarget(request, reply.status(422), form)
    await request.change((change) => retireTarget(change, request.params.targetId, form.values.retiredReason))
    return reply.redirect('/targets?done=retired', 303)
  })

  app.get<OfTarget>('/targets/:targetId/rows', opens, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const target = await getTarget(reading, request.params.targetId)
      const rows = await listCountedRows(reading, target)
      const caseIds = [...new Set(rows.flatMap(({ caseId, personName }) => (caseId && personName ? [caseId] : [])))]
      reading.look({ action: 'consult', caseIds, fieldGroups: ['identity'], details: { targetId: target.id } })
      return { target: shownTo(reading, target), rows }
    })
    return reply.page(RowsPage({ page: request.page(), ...shown }))
  })
}

const mayKeep = (request: FastifyRequest): boolean => request.actor.may.has('coordinate the partnership')

async function showForm(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>, target?: Target) {
  const agencies = await request.read(listAgencies)
  return reply.page(TargetFormPage({ page: request.page(), agencies, form, target }))
}

async function showTarget(request: FastifyRequest<OfTarget>, reply: FastifyReply, form: FormState<unknown>) {
  const { targetId } = request.params
  const shown = await request.read(async (reading) => {
    const target = await getTarget(reading, targetId)
    const months = await monthsShownTo(reading, target)
    const events = await listContextEvents(reading, { from: target.sinceOn, to: dayAt(reading.now) })
    const [earlier, lifted] = [await listEarlier(reading, targetId), await listLifted(reading, targetId)]
    return { target: shownTo(reading, target), months, events, earlier, lifted }
  })
  const done = z.enum(['changed', 'set', 'lifted', 'counted']).optional().catch(undefined).parse(request.query.done)
  return reply.page(TargetPage({ page: request.page(), ...shown, mayKeep: mayKeep(request), form, done }))
}

/** A target as if it had been typed. */
function typedOf(target: Target) {
  const { name, definition, amount, agencyId, countedAgencyId, sinceOn, dueOn } = target
  const fields = { name, definition, amount: String(amount), agencyId, countedAgencyId: countedAgencyId ?? '' }
  return { ...fields, ...typedDay('sinceOn', sinceOn), ...typedDay('dueOn', dueOn), version: String(target.version) }
}

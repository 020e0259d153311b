import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { instantAt } from '../../platform/wall-clock.ts'
import { readDay, readTime } from '../../platform/web/day-field.ts'
import {
  blankForm,
  type FormState,
  optionalText,
  readForm,
  text,
  typedList,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { callOffDay, inviteToDay, keepAttendance, planDay } from '../days/hold-day.ts'
import { dayConsentWays } from '../kinds.ts'
import { findDay, listDays, listInvitations } from '../queries/days.ts'
import { DayPage } from '../views/day-page.tsx'
import { DaysPage } from '../views/days-page.tsx'
import { changes, type OfCase, seen, show } from './show.ts'

const number = (least: number, most: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(least, message).max(most, message)
const dayForm = z.object({
  length: number(15, 720, 'problem.length'),
  places: number(1, 200, 'problem.places'),
  howToCome: text(500, { missing: 'problem.how-to-come', long: 'problem.long' }),
  whoComes: optionalText(300, 'problem.long'),
})
const inviteForm = z.object({
  dayId: z.uuid({ error: 'problem.which-day' }),
  dayConsent: z.enum(dayConsentWays, { error: 'problem.consent' }),
})

/** Days for families at a prison: planned, invited to, called off, and who came. */
export async function dayRoutes(app: FastifyInstance): Promise<void> {
  app.get('/families/days', seen, (request, reply) => list(request, reply, blankForm))

  app.post('/families/days', { config: { may: 'work on cases', looks: 'personal' } }, async (request, reply) => {
    const read = readForm(dayForm, request.body)
    const [on, time] = [readDay(read, 'on'), readTime(typedText(read, 'time'))]
    const isDay = on && on >= dayAt(app.database.clock.now())
    const dated = isDay ? read : withProblems(read, { field: 'on', message: 'problem.day-to-come' })
    const form = time ? dated : withProblems(dated, { field: 'time', message: 'problem.time' })
    if (!form.valid || !on || !time) return list(request, reply.status(422), form)
    const { length: lengthInMinutes, ...rest } = form.values
    const day = { ...rest, lengthInMinutes, startsAt: instantAt(on, time) }
    const id = await request.change((change) => planDay(change, day))
    return reply.redirect(`/families/days/${id}`, 303)
  })

  app.get<OfDay>('/families/days/:dayId', seen, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const day = z.uuid().safeParse(request.params.dayId).success
        ? await findDay(reading, request.params.dayId)
        : undefined
      if (!day) throw new Refusal('not found', 'family-day.not-found')
      const invitations = await listInvitations(reading, { dayId: day.id })
      const [personIds, caseIds] = [invitations.map((each) => each.personId), invitations.map((each) => each.caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity', 'family'] })
      return { day, invitations, isOurs: day.agencyId === request.actor.agencyId }
    })
    return reply.page(DayPage({ page: request.page(), ...shown }))
  })

  app.post<OfDay>('/families/days/:dayId/call-off', changes, async (request, reply) => {
    await request.change((change) => callOffDay(change, request.params.dayId))
    return reply.redirect(`/families/days/${request.params.dayId}`, 303)
  })

  app.post<OfDay>('/families/days/:dayId/attendance', changes, async (request, reply) => {
    const form = readForm(z.unknown(), request.body)
    const came = typedList(form, 'came')
    const attended = typedList(form, 'invitationId').map((invitationId) => ({
      invitationId,
      attendance: came.includes(invitationId) ? ('CAME' as const) : ('DID_NOT_COME' as const),
      outcome: typedText(form, `outcome-${invitationId}`).trim().slice(0, 1_000),
    }))
    await request.change((change) => keepAttendance(change, request.params.dayId, attended))
    return reply.redirect(`/families/days/${request.params.dayId}`, 303)
  })

  app.post<OfCase>('/cases/:caseId/family/days', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(inviteForm, request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, { at: 'day', form })
    const memberIds = typedList(form, 'invitedId').filter((id) => z.uuid().safeParse(id).success)
    const { dayId, dayConsent: consentHow } = form.values
    try {
      await request.change((change) => inviteToDay(change, caseId, { dayId, memberIds, consentHow }))
    } catch (error) {
      const isFull = error instanceof Refusal && error.code === 'family-day.full'
      if (!isFull) throw error
      const told = withProblems(form, { field: 'dayId', message: 'problem.day-full' })
      return show(request, reply.status(422), caseId, { at: 'day', form: told })
    }
    return reply.redirect(`/cases/${caseId}/family#h-days`, 303)
  })
}

async function list(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const days = await request.read(async (reading) => {
    reading.look({ action: 'consult', personIds: [], caseIds: [], fieldGroups: ['family'] }) // numbers of people, and nobody's name
    return listDays(reading)
  })
  const mayPlan = request.actor.agencyKind === 'prison' && request.actor.may.has('work on cases')
  return reply.page(DaysPage({ page: request.page(), days, mayPlan, form }))
}

interface OfDay {
  Params: { dayId: string }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filledForm, withProblems } from '../../platform/web/form.ts'
import { changeSchedule } from '../change-schedule.ts'
import { countDueUnder, getSchedule, listOldEditions } from '../queries/schedule.ts'
import { readSchedule, type ScheduleForm, typedSchedule } from '../schedule-form.ts'
import { SchedulePage } from '../views/schedule-page.tsx'

const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' as const } }

/** How long what is kept, edited by a coordinator, who first sees what would fall due. */
export async function scheduleRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/retention/schedule', coordinators, (request, reply) =>
    show(request, reply, undefined, request.query.done === 'published'),
  )

  app.post('/retention/schedule', coordinators, async (request, reply) => {
    const form = readSchedule(request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    if (form.typed['intent'] !== 'publish') return show(request, reply, form)
    try {
      await request.change((change) => changeSchedule(change, form.values))
      return reply.redirect('/retention/schedule?done=published', 303)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'schedule.changed-meanwhile')) throw error
      return show(request, reply.status(409), withProblems(form, { field: 'class-0', message: 'problem.meanwhile' }))
    }
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, form?: ScheduleForm, isDone = false) {
  const shown = await request.read(async (reading) => {
    const schedule = await getSchedule(reading)
    return {
      schedule,
      old: await listOldEditions(reading),
      preview: form?.valid ? await countDueUnder(reading, form.values.rules, dayAt(reading.now)) : undefined,
    }
  })
  const { rules, coolingOffInDays } = shown.schedule
  const { may } = request.actor
  const filled = form ?? filledForm(typedSchedule(rules, coolingOffInDays))
  return reply.page(SchedulePage({ page: request.page(), may, ...shown, form: filled, isDone }))
}

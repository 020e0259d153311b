import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sees } from '../../cases/index.ts'
import { isDay } from '../../platform/calendar-day.ts'
import { printPdf } from '../../platform/print.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, typedText } from '../../platform/web/form.ts'
import { locales } from '../../platform/words.ts'
import { addStop, applyMoves, confirmMeeting, decideDay, takeOffStop } from '../decide-day.ts'
import { poundsOf, timeOf } from '../minutes.ts'
import { paperOf } from '../paper.ts'
import { type Rehearsal, readRehearsal } from '../read-rehearsal.ts'
import { modes } from '../the-day/day-plan.ts'
import { DecidePage } from '../views/decide-page.tsx'
import { RehearsalPage } from '../views/rehearsal-page.tsx'
import { firstDayRoutes } from './first-days.ts'
import { dayForm, movesForm, stopForm } from './forms.ts'
import { travelRoutes } from './travel.ts'

const query = z.object({
  on: z.string().refine(isDay).optional().catch(undefined),
  by: z.enum(modes).optional().catch(undefined),
  language: z
    .enum(locales as ['en', 'it', 'nl'])
    .optional()
    .catch(undefined),
  done: z.string().optional().catch(undefined),
})
const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

/** Somebody's first day, tried, decided and mended; and the partnership's table of travel times. */
export async function releaseDayRoutes(app: FastifyInstance): Promise<void> {
  await travelRoutes(app)
  await firstDayRoutes(app)

  app.get<OfCase>('/cases/:caseId/release-day', seen, async (request, reply) => {
    const asked = query.parse(request.query)
    const shown = await request.read((reading) => readRehearsal(reading, request.params.caseId, asked))
    return reply.page(RehearsalPage({ page: request.page(), ...shown, isMoved: asked.done === 'moved' }))
  })

  app.get<OfCase>('/cases/:caseId/release-day.pdf', seen, async (request, reply) => {
    const asked = query.parse(request.query)
    const shown = await request.read((reading) => readRehearsal(reading, request.params.caseId, asked))
    if (!sees(shown.frame, 'plan')) throw new Refusal('not allowed', 'release-day.closed')
    const { locale, now } = request.page()
    const pdf = printPdf('release-days/first-day.typ', paperOf(shown, asked.language ?? locale), now)
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="first-day.pdf"').send(pdf)
  })

  app.get<OfCase>('/cases/:caseId/release-day/decide', works, async (request, reply) => {
    return showDecide(request, reply, { day: undefined, stop: blankForm })
  })

  app.post<OfCase>('/cases/:caseId/release-day', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(dayForm, request.body)
    if (!form.valid) return showDecide(request, reply.status(422), { day: form, stop: blankForm })
    await request.change((change) => decideDay(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/release-day`, 303)
  })

  app.post<OfCase>('/cases/:caseId/release-day/meeting', changes, async (request, reply) => {
    await request.change((change) => confirmMeeting(change, request.params.caseId))
    return reply.redirect(`/cases/${request.params.caseId}/release-day`, 303)
  })

  app.post<OfCase>('/cases/:caseId/release-day/stops', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(stopForm, request.body)
    if (!form.valid) return showDecide(request, reply.status(422), { day: undefined, stop: form })
    await request.change((change) => addStop(change, caseId, form.values))
    return reply.redirect(`/cases/${caseId}/release-day`, 303)
  })

  app.post<{ Params: { stopId: string } }>('/release-stops/:stopId/removal', changes, async (request, reply) => {
    const caseId = await request.change((change) => takeOffStop(change, request.params.stopId))
    return reply.redirect(`/cases/${caseId}/release-day`, 303)
  })

  app.post<OfCase>('/cases/:caseId/release-day/moves', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(movesForm, request.body)
    const moves = form.valid ? form.values.move : []
    if (moves.length === 0) throw new Refusal('unreadable', 'request.unreadable')
    await request.change((change) => applyMoves(change, caseId, moves))
    const kept = new URLSearchParams({ on: typedText(form, 'on'), by: typedText(form, 'by'), done: 'moved' })
    return reply.redirect(`/cases/${caseId}/release-day?${kept}`, 303)
  })
}

interface Forms {
  day: FormState<unknown> | undefined
  stop: FormState<unknown>
}

async function showDecide(request: FastifyRequest<OfCase>, reply: FastifyReply, { day, stop }: Forms) {
  const shown = await request.read((reading) => readRehearsal(reading, request.params.caseId, {}))
  if (!shown.frame.sight.plan) throw new Refusal('not allowed', 'release-day.closed')
  return reply.page(DecidePage({ page: request.page(), ...shown, day: day ?? filledForm(typedDay(shown)), stop }))
}

const typedDay = ({ decided }: Rehearsal) => ({
  ...{ gatePlace: decided.gatePlace, gateAt: timeOf(decided.gateAt), homePlace: decided.homePlace },
  ...{ cashInPence: poundsOf(decided.cashInPence), mode: decided.mode, meetsName: decided.meetsName },
})

interface OfCase {
  Params: { caseId: string }
}

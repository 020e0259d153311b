import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, type FormState, readForm, typedText, withProblems } from '../../platform/web/form.ts'
import { keepHours, keepLegs, takeOffLeg } from '../keep-travel.ts'
import { listExpectedDays } from '../queries/first-days.ts'
import { listLegs } from '../queries/travel.ts'
import { readLeg, readTravelCsv, travelCsv } from '../travel-csv.ts'
import { TravelPage } from '../views/travel-page.tsx'
import { hoursForm } from './forms.ts'

const open = { config: { may: 'see the directory', looks: 'none' } } as const
const keeping = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const fields = ['fromPlace', 'toPlace', 'mode', 'minutes', 'price', 'firstAt', 'lastAt', 'every', 'bothWays'] as const
const anything = z.unknown()

/** How long it takes from place to place and when places are open: read by all, kept by the coordinators. */
export async function travelRoutes(app: FastifyInstance): Promise<void> {
  app.get('/travel-times', open, (request, reply) => show(request, reply, {}))

  app.get('/travel-times.csv', open, async (request, reply) => {
    const legs = await request.read(listLegs)
    reply.header('content-disposition', 'attachment; filename="travel-times.csv"')
    return reply.type('text/csv; charset=utf-8').send(travelCsv(legs))
  })

  app.post('/travel-times', keeping, async (request, reply) => {
    const form = readForm(anything, request.body)
    const leg = readLeg(fields.map((field) => typedText(form, field).trim()))
    if (!leg) {
      const problem = { field: 'fromPlace', message: 'problem.leg' }
      return show(request, reply.status(422), { leg: withProblems(form, problem) })
    }
    await request.change((change) => keepLegs(change, [leg]))
    return reply.redirect('/travel-times', 303)
  })

  app.post('/travel-times/file', keeping, async (request, reply) => {
    const form = readForm(anything, request.body)
    const read = readTravelCsv(typedText(form, 'lines'))
    if ('badLine' in read || read.legs.length === 0) {
      const badLine = 'badLine' in read ? read.badLine : 1
      return show(request, reply.status(422), {
        file: withProblems(form, { field: 'lines', message: 'problem.file' }),
        badLine,
      })
    }
    await request.change((change) => keepLegs(change, read.legs))
    return reply.redirect('/travel-times', 303)
  })

  app.post('/travel-times/hours', keeping, async (request, reply) => {
    const form = readForm(hoursForm, request.body)
    if (!form.valid) return show(request, reply.status(422), { hours: form })
    await request.change((change) => keepHours(change, form.values))
    return reply.redirect('/travel-times', 303)
  })

  app.post<{ Params: { legId: string } }>('/travel-times/:legId/removal', keeping, async (request, reply) => {
    await request.change((change) => takeOffLeg(change, request.params.legId))
    return reply.redirect('/travel-times', 303)
  })
}

interface Shown {
  leg?: FormState<unknown>
  file?: FormState<unknown>
  hours?: FormState<unknown>
  badLine?: number
}

async function show(request: FastifyRequest, reply: FastifyReply, { leg, file, hours, badLine }: Shown) {
  const { legs, expected } = await request.read(async (reading) => ({
    legs: await listLegs(reading),
    expected: await listExpectedDays(reading),
  }))
  const mayKeep = request.actor.may.has('coordinate the partnership')
  const forms = { leg: leg ?? blankForm, file: file ?? blankForm, hours: hours ?? blankForm }
  return reply.page(TravelPage({ page: request.page(), legs, expected, mayKeep, badLine, ...forms }))
}

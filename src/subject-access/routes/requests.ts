import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { typedDay } from '../../platform/web/day-field.ts'
import { type FormState, filledForm } from '../../platform/web/form.ts'
import { locales } from '../../platform/words.ts'
import { logRequest } from '../log-request.ts'
import { listRequests } from '../queries/requests.ts'
import { readRequest } from '../request-form.ts'
import { ListPage } from '../views/list-page.tsx'
import { NewPage } from '../views/new-page.tsx'
import { answers, deciding, type OfRequest, showRequest } from './shown.ts'

interface OfCase {
  Params: { caseId: string }
}
const rowsOfPage = 50
const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })

/** What was asked for: the list, the form that writes it down, and one request. */
export async function requestRoutes(app: FastifyInstance): Promise<void> {
  app.get('/subject-access', answers, async (request, reply) => {
    const { page: number } = pageQuery.parse(request.query)
    const found = await request.read(async (reading) => {
      const rows = await listRequests(reading, rowsOfPage + 1, (number - 1) * rowsOfPage)
      reading.look({ action: 'consult', fieldGroups: ['identity'], personIds: rows.map(({ personId }) => personId) })
      return rows
    })
    const rows = found.slice(0, rowsOfPage)
    const { may, agencyId } = request.actor
    const hasMore = found.length > rowsOfPage
    return reply.page(ListPage({ page: request.page(), may, agencyId, rows, number, hasMore }))
  })

  app.get<OfCase>('/cases/:caseId/subject-access', answers, (request, reply) => showNew(request, reply))

  app.post<OfCase>('/cases/:caseId/subject-access', deciding, async (request, reply) => {
    const { caseId } = request.params
    const now = app.database.clock.now()
    const form = readRequest(request.body, now)
    if (!form.valid) return showNew(request, reply.status(422), form)
    const { proof, agencyIds, ...typed } = form.values
    const id = await request.change(async (change) => {
      const { personId, shownName } = await getCaseFrame(change, caseId)
      return logRequest(change, {
        ...typed,
        ...{ caseId, personId, personName: shownName },
        ...(proof === 'none' ? { proof: '', provedOn: null } : { proof, provedOn: dayAt(now) }),
        askedAgencyIds: agencyIds.length > 0 ? agencyIds : null,
      })
    })
    return reply.redirect(`/subject-access/${id}?done=kept`, 303)
  })

  app.get<OfRequest>('/subject-access/:requestId', answers, (request, reply) => showRequest(request, reply))
}

async function showNew(request: FastifyRequest<OfCase>, reply: FastifyReply, form?: FormState<unknown>) {
  const { caseId } = request.params
  const frame = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    return frame
  })
  const page = request.page()
  const own = frame.interpreterLanguage?.slice(0, 2).toLowerCase() ?? ''
  const locale = (locales as readonly string[]).includes(own) ? own : page.locale
  const begun = filledForm({ locale, ...typedDay('receivedOn', dayAt(page.now)) })
  return reply.page(NewPage({ page, frame, form: form ?? begun }))
}

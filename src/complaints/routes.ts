import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getPartnership, listAgencies } from '../agencies/index.ts'
import { getCaseFrame } from '../cases/index.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../platform/web/form.ts'
import { acknowledgeComplaint, answerComplaint, escalateComplaint } from './answer-complaint.ts'
import { getComplaint, listComplaints } from './queries.ts'
import { ComplaintPage } from './views/complaint-page.tsx'
import { ComplaintsPage } from './views/complaints-page.tsx'
import { WritePage } from './views/write-page.tsx'
import { words } from './words.ts'
import { writeComplaint } from './write-complaint.ts'

interface OfCase {
  Params: { caseId: string }
  Querystring: { done?: string }
}
interface OfComplaint {
  Params: { id: string }
  Querystring: { done?: string }
}

const rowsOfPage = 50
const writers = { config: { may: 'work on cases', looks: 'personal' as const } }
const handlers = { config: { may: 'answer complaints', looks: 'personal' as const } }
const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })
const newComplaint = z.object({
  aboutAgencyId: z.uuid({ error: 'problem.agency' }),
  aboutAccountId: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .transform((id) => id || null),
  words: text(4_000, { missing: 'problem.words', long: 'problem.long' }),
})
const answerForm = z.object({ answer: text(4_000, { missing: 'problem.answer', long: 'problem.long' }) })
const said = ['acknowledged', 'answered', 'escalated'] as const

/** Complaints: written down by a worker for the person, and handled by the agency complained about. */
export async function complaintRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/complaint', writers, (request, reply) => showWrite(request, reply, blankForm))

  app.post<OfCase>('/cases/:caseId/complaint', writers, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(newComplaint, request.body)
    if (!form.valid) return showWrite(request, reply.status(422), form)
    const { aboutAgencyId, aboutAccountId } = form.values
    const frame = await request.read((reading) => getCaseFrame(reading, caseId))
    const member = frame.team.find(({ accountId }) => accountId !== null && accountId === aboutAccountId)
    if (aboutAccountId && member?.agencyId !== aboutAgencyId) {
      const told = withProblems(form, { field: 'aboutAccountId', message: 'problem.worker' })
      return showWrite(request, reply.status(422), told)
    }
    await request.change((change) => writeComplaint(change, frame, form.values))
    return reply.redirect(`/cases/${caseId}/complaint?done=written`, 303)
  })

  app.get('/complaints', handlers, async (request, reply) => {
    const { page: number } = pageQuery.parse(request.query)
    const found = await request.read(async (reading) => {
      const rows = await listComplaints(reading, rowsOfPage + 1, (number - 1) * rowsOfPage)
      const personIds = [...new Set(rows.map(({ personId }) => personId))]
      reading.look({ action: 'consult', personIds, fieldGroups: ['identity'] })
      return rows
    })
    const shown = { rows: found.slice(0, rowsOfPage), number, hasMore: found.length > rowsOfPage }
    return reply.page(ComplaintsPage({ page: request.page(), may: request.actor.may, ...shown }))
  })

  app.get<OfComplaint>('/complaints/:id', handlers, (request, reply) => show(request, reply, blankForm))

  app.post<OfComplaint>('/complaints/:id/acknowledgement', handlers, async (request, reply) => {
    const { id } = request.params
    await request.change((change) => acknowledgeComplaint(change, id))
    return reply.redirect(`/complaints/${id}?done=acknowledged`, 303)
  })

  app.post<OfComplaint>('/complaints/:id/answer', handlers, async (request, reply) => {
    const { id } = request.params
    const form = readForm(answerForm, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    await request.change((change) => answerComplaint(change, id, form.values.answer))
    return reply.redirect(`/complaints/${id}?done=answered`, 303)
  })

  app.post<OfComplaint>('/complaints/:id/escalation', handlers, async (request, reply) => {
    const { id } = request.params
    await request.change((change) => escalateComplaint(change, id))
    return reply.redirect(`/complaints/${id}?done=escalated`, 303)
  })
}

async function showWrite(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    return { frame, agencies: await listAgencies(reading) }
  })
  const isDone = request.query.done === 'written'
  return reply.page(WritePage({ page: request.page(), ...shown, form, isDone }))
}

async function show(request: FastifyRequest<OfComplaint>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const complaint = await getComplaint(reading, request.params.id)
    reading.look({ action: 'consult', personIds: [complaint.personId], fieldGroups: ['identity'] })
    return { complaint, jurisdiction: (await getPartnership(reading)).jurisdiction }
  })
  const page = request.page()
  const name = said.find((each) => each === request.query.done)
  const done = name && words(page.locale)(`done.${name}`)
  return reply.page(ComplaintPage({ page, may: request.actor.may, ...shown, form, done }))
}

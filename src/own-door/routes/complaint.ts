import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { blankForm, readForm, text, withProblems } from '../../platform/web/form.ts'
import { complain, readComplaints } from '../queries/complaints.ts'
import { ComplaintPage } from '../views/complaint-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit
const complaintForm = z.object({
  agencyId: z.uuid({ error: 'complaint.agency-missing' }),
  words: text(4_000, { missing: 'say.words-missing', long: 'complaint.words-long' }),
})

/** Where the person complains about how their data was used, and reads what they were answered (T18). */
export async function complaintRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me/complaint', forPerson, async (request, reply) => {
    const shown = await readComplaints(database, tokenOf(request), request.id)
    if (!shown) return reply.redirect('/me', 303)
    const isDone = request.query.done === 'said'
    return answer(reply).page(ComplaintPage({ page: pageOf(request), shown, form: blankForm, isDone }))
  })

  app.post('/me/complaint', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const form = readForm(complaintForm, request.body)
    const isKept = form.valid && (await complain(database, tokenOf(request), form.values, request.id))
    if (isKept) return reply.redirect('/me/complaint?done=said', 303)
    const shown = await readComplaints(database, tokenOf(request), request.id)
    if (shown && !form.valid) return answer(reply.status(422)).page(ComplaintPage({ page, shown, form, isDone: false }))
    const told = withProblems(form, { field: 'words', message: 'say.over' })
    const nothing = { agencies: [], complaints: [], jurisdiction: 'UK-EW' as const }
    return reply.status(403).page(ComplaintPage({ page, shown: shown ?? nothing, form: told, isDone: false }))
  })
}

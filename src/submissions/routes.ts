import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite } from '../cases/index.ts'
import { blankForm, type FormState, readForm, text } from '../platform/web/form.ts'
import { bases } from './bases.ts'
import { declineSubmission, takeSubmission } from './decide-submission.ts'
import { getSubmission, listSubmissions } from './queries.ts'
import { submitInformation, withdrawInformation } from './submit-information.ts'
import { CaseSubmissionsPage, type Declining, noteText } from './views/case-submissions.tsx'

const mostOfCase = 100
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const
const given = z.object({
  words: text(4_000, { missing: 'problem.words', long: 'problem.long' }),
  basis: z.enum(bases, { error: 'problem.basis' }),
})
const declined = z.object({ reason: text(1_000, { missing: 'problem.reason', long: 'problem.long' }) })

/** What partners gathered, beside the notes of a case. */
export async function submissionRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/submissions', sees, (request, reply) =>
    show(request, reply, request.params.caseId, { form: blankForm }),
  )

  app.post<OfCase>('/cases/:caseId/submissions', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(given, request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, { form })
    await request.change((change) => submitInformation(change, caseId, form.values))
    return reply.redirect(pathOf(caseId), 303)
  })

  app.post<OfSubmission>('/submissions/:submissionId/taking', changes, async (request, reply) => {
    const { locale } = request.page()
    const taken = await request.change((change) =>
      takeSubmission(change, request.params.submissionId, (one) => noteText(locale, one)),
    )
    return reply.redirect(pathOf(taken), 303)
  })

  app.post<OfSubmission>('/submissions/:submissionId/refusal', changes, async (request, reply) => {
    const { submissionId: id } = request.params
    const form = readForm(declined, request.body)
    if (form.valid) {
      const caseId = await request.change((change) => declineSubmission(change, id, form.values.reason))
      return reply.redirect(pathOf(caseId), 303)
    }
    const { caseId } = await request.read((reading) => getSubmission(reading, id))
    return show(request, reply.status(422), caseId, { form: blankForm, declining: { id, form } })
  })

  app.post<OfSubmission>('/submissions/:submissionId/withdrawal', changes, async (request, reply) => {
    const caseId = await request.change((change) => withdrawInformation(change, request.params.submissionId))
    return reply.redirect(pathOf(caseId), 303)
  })
}

const pathOf = (caseId: string) => `/cases/${caseId}/submissions`

interface Shown {
  form: FormState<unknown>
  declining?: Declining
}

async function show(request: FastifyRequest, reply: FastifyReply, caseId: string, { form, declining }: Shown) {
  const found = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: ['identity', 'notes'],
    })
    return { frame, rows: await listSubmissions(reading, caseId, mostOfCase) }
  })
  const mayDecide = mayWrite(found.frame, 'notes') && request.actor.may.has('work on cases')
  const { userId } = request.actor
  return reply.page(CaseSubmissionsPage({ page: request.page(), ...found, mayDecide, userId, form, declining }))
}

interface OfCase {
  Params: { caseId: string }
}
interface OfSubmission {
  Params: { submissionId: string }
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { readForm, text, typedText } from '../../platform/web/form.ts'
import { ReasonFirstPage } from '../../platform/web/reason-first-page.tsx'
import { getCaseToOpen } from '../queries/case-frame.ts'

const shortest = 10 // letters
const mostLetters = 500
const said = z.object({
  reason: text(mostLetters, { missing: 'reason.missing', long: 'reason.long' }).refine(
    ({ length }) => length >= shortest,
    'reason.missing',
  ),
})
const ownPage = /^\/(cases|people|notes|needs|steps|goals|assessments|appointments)\/[\w/?=&.-]+$/

interface OfCase {
  Params: { caseId: string }
}

/** Why somebody opens a case, kept in the audit and good for that case until midnight (T4). */
export async function reasonRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfCase>('/cases/:caseId/reason', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(said, request.body)
    const back = typedText(form, 'back')
    const problem = form.problems[0]?.message
    const isKept = await request.read(async (reading) => {
      const { personId } = await getCaseToOpen(reading, caseId)
      if (!form.valid) return false
      const { reason } = form.values
      reading.look({
        action: 'consult',
        personIds: [personId],
        caseIds: [caseId],
        fieldGroups: [],
        reason,
        details: { opens: dayAt(reading.now) },
      })
      return true
    })
    if (isKept) return reply.redirect(ownPage.test(back) ? back : `/cases/${caseId}`, 303)
    return reply
      .status(422)
      .page(ReasonFirstPage({ page: request.page(), caseId, back, typed: typedText(form, 'reason'), problem }))
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite, sees } from '../cases/index.ts'
import { areTextsSent } from '../messages/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, typedList, withProblems } from '../platform/web/form.ts'
import { readChoice, typedChoice } from './choice-form.ts'
import { chooseReminders } from './choose-reminders.ts'
import { printLetters } from './print-letters.ts'
import { findChoice } from './queries/choices.ts'
import { listLetters } from './queries/reminders.ts'
import { ChoicePage } from './views/choice-page.tsx'
import { LettersPage } from './views/letters-page.tsx'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const
const isId = (text: string) => z.uuid().safeParse(text).success

/** How a person is reminded, and the letters that wait to be printed. */
export async function reminderRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/reminders', seen, (request, reply) => show(request, reply))

  app.post<OfCase>('/cases/:caseId/reminders', changes, async (request, reply) => {
    const { caseId } = request.params
    const form = readChoice(request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { version, choice } = form.values
    try {
      await request.change((change) => chooseReminders(change, caseId, version, choice))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'reminders.changed-meanwhile') throw error
      return show(request, reply.status(409), withProblems(form, { field: 'way', message: 'problem.changed' }))
    }
    return reply.redirect(`/cases/${caseId}/reminders?done`, 303)
  })

  app.get('/reminder-letters', seen, async (request, reply) => {
    const letters = await request.read(async (reading) => {
      const found = await listLetters(reading)
      reading.look({
        action: 'print',
        personIds: [...new Set(found.map(({ personId }) => personId))],
        caseIds: [...new Set(found.map(({ caseId }) => caseId))],
        fieldGroups: ['identity', 'custody', 'plan'],
      })
      return found
    })
    const { done } = request.query as { done?: string }
    return reply.page(LettersPage({ page: request.page(), letters, isDone: done !== undefined }))
  })

  app.post('/reminder-letters/printed', changes, async (request, reply) => {
    const form = readForm(z.unknown(), request.body)
    await request.change((change) => printLetters(change, typedList(form, 'letter').filter(isId)))
    return reply.redirect('/reminder-letters?done', 303)
  })
}

async function show(request: FastifyRequest<OfCase>, reply: FastifyReply, form?: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({
      action: 'consult',
      personIds: [frame.personId],
      caseIds: [caseId],
      fieldGroups: ['identity', 'contact'],
    })
    return { frame, choice: sees(frame, 'contact') ? await findChoice(reading, frame.personId) : undefined }
  })
  const { done } = request.query as { done?: string }
  return reply.page(
    ChoicePage({
      ...shown,
      page: request.page(),
      form: form ?? (shown.choice ? filledForm(typedChoice(shown.choice)) : blankForm),
      mayChange: mayWrite(shown.frame, 'contact'),
      areTextsSent,
      isDone: done !== undefined,
    }),
  )
}

interface OfCase {
  Params: { caseId: string }
}

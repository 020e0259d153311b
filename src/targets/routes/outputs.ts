import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, readForm, text, typedList } from '../../platform/web/form.ts'
import { recordOutput, withdrawOutput } from '../keep-output.ts'
import { type OutputFields, outputKinds, outputLanguages } from '../output-kinds.ts'
import { listOutputs } from '../queries/outputs.ts'
import { OutputsPage } from '../views/outputs-page.tsx'

const sees = { config: { may: 'see evidence', looks: 'none' } } as const
const numberOf = (most: number, pattern: RegExp, message: string) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed) => typed.replace(',', '.'))
    .refine((typed) => typed === '' || (pattern.test(typed) && Number(typed) <= most), { error: message })
    .transform((typed) => Number(typed || 0))

const newOutput = z.object({
  kind: z.enum(outputKinds, { error: 'outputs.kind-missing' }),
  title: text(200, { missing: 'outputs.title-missing', long: 'form.name-long' }),
  peopleCount: numberOf(100_000, /^\d{1,6}$/, 'outputs.people-wrong'),
  hours: numberOf(10_000, /^\d{1,5}(\.\d{1,2})?$/, 'outputs.hours-wrong'),
  evidence: text(300, { missing: 'outputs.evidence-missing', long: 'form.reason-long' }),
})

/** What partners held or made: learning sets, reports, guides, courses. Each records its own. */
export async function outputRoutes(app: FastifyInstance): Promise<void> {
  app.get('/outputs', sees, (request, reply) => show(request, reply, blankForm))

  app.post('/outputs', sees, async (request, reply) => {
    const form = readOutput(request.body, dayAt(app.database.clock.now()))
    if (!form.valid) return show(request, reply.status(422), form)
    await request.change((change) => recordOutput(change, form.values))
    return reply.redirect('/outputs', 303)
  })

  app.post<{ Params: { outputId: string } }>('/outputs/:outputId/withdraw', sees, async (request, reply) => {
    await request.change((change) => withdrawOutput(change, request.params.outputId))
    return reply.redirect('/outputs', 303)
  })
}

function readOutput(body: unknown, today: string): FormState<OutputFields> {
  const form = readForm(newOutput, body)
  const happenedOn = readDay(form, 'happenedOn')
  const languages = outputLanguages.filter((language) => typedList(form, 'languages').includes(language))
  if (!happenedOn || happenedOn > today) {
    return {
      valid: false,
      typed: form.typed,
      problems: [...form.problems, { field: 'happenedOn', message: 'outputs.day-wrong' }],
    }
  }
  return form.valid ? { ...form, values: { ...form.values, happenedOn, languages } } : form
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const outputs = await request.read(listOutputs)
  const { agencyId, may } = request.actor
  const mayWithdraw = (owner: string) => owner === agencyId || may.has('coordinate the partnership')
  return reply.page(OutputsPage({ page: request.page(), outputs, mayWithdraw, form }))
}

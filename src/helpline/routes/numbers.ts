import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, text } from '../../platform/web/form.ts'
import { addNumber, changeNumber, removeNumber } from '../keep-numbers.ts'
import { listNumbers } from '../queries/numbers.ts'
import { NumbersPage } from '../views/numbers-page.tsx'

interface OfNumber {
  Params: { numberId: string }
}
const keeps = { config: { may: 'keep helpline numbers', looks: 'none' } } as const
const version = z.coerce.number().int().min(1)
const number = z.object({
  name: text(80, { missing: 'numbers.name-missing', long: 'numbers.name-long' }),
  phone: text(40, { missing: 'numbers.phone-missing', long: 'numbers.phone-long' }).min(2, 'numbers.phone-missing'),
  usedWhen: optionalText(200, 'numbers.when-long'),
  isEmergency: z.literal('yes').optional().transform(Boolean),
})
const kept = number.extend({ version })

/** Whom an operator calls or names when somebody is in danger: data, kept by managers and coordinators. */
export async function numberRoutes(app: FastifyInstance): Promise<void> {
  app.get('/helpline-numbers', keeps, (request, reply) => showNumbers(request, reply, blankForm))

  app.post('/helpline-numbers', keeps, async (request, reply) => {
    const form = readForm(number, request.body)
    if (!form.valid) return showNumbers(request, reply.status(422), form)
    await request.change((change) => addNumber(change, form.values))
    return reply.redirect('/helpline-numbers', 303)
  })

  app.post<OfNumber>('/helpline-numbers/:numberId', keeps, async (request, reply) => {
    const { numberId } = request.params
    const form = readForm(kept, request.body)
    if (!form.valid) return showNumbers(request, reply.status(422), form, numberId)
    await request.change((change) => changeNumber(change, numberId, form.values))
    return reply.redirect('/helpline-numbers', 303)
  })

  app.post<OfNumber>('/helpline-numbers/:numberId/removal', keeps, async (request, reply) => {
    const form = z.object({ version }).safeParse(request.body)
    if (!form.success) throw new Refusal('unreadable', 'request.unreadable')
    await request.change((change) => removeNumber(change, request.params.numberId, form.data.version))
    return reply.redirect('/helpline-numbers', 303)
  })
}

async function showNumbers(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>, sentId?: string) {
  const numbers = await request.read(listNumbers)
  return reply.page(
    NumbersPage({ page: request.page(), numbers, form, sentId, hasLines: request.actor.may.has('see the helpline') }),
  )
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../platform/refusal.ts'
import { readDay, typedDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, filledForm, readForm, typedText, withProblems } from '../../platform/web/form.ts'
import { type ReferTyped, referForm } from '../forms.ts'
import { findOpenReferral } from '../queries/referrals.ts'
import { type Choices, readChoices } from '../read-choices.ts'
import { sendReferral } from '../send-referral.ts'
import { AlreadyAskedPage } from '../views/already-asked.tsx'
import { CheckReferralPage } from '../views/check.tsx'
import { ChooseServicePage } from '../views/choose.tsx'

type OfNeed = { Params: { needId: string } }
const shown = { config: { may: 'work on cases', looks: 'personal' as const } }
const sent = { config: { may: 'work on cases', looks: 'none' as const } }

/** Choosing a service for a need, checking, sending. */
export async function referRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfNeed>('/needs/:needId/refer', shown, async (request, reply) => {
    const choices = await request.read((reading) => readChoices(reading, request.params.needId))
    const form = filledForm({ ...blankForm.typed, ...typedDay('neededByOn', choices.need.neededByOn) })
    return reply.page(ChooseServicePage({ page: request.page(), ...choices, form }))
  })

  app.post<OfNeed>('/needs/:needId/refer', shown, async (request, reply) => {
    const { choices, form } = await readChosen(request)
    const page = request.page()
    if (typedText(form, 'step') === 'change') return reply.page(ChooseServicePage({ page, ...choices, form }))
    if (!form.valid) return reply.status(422).page(ChooseServicePage({ page, ...choices, form }))
    return reply.page(CheckReferralPage({ page, ...choices, typed: form.typed, values: form.values }))
  })

  app.post<OfNeed>('/needs/:needId/referrals', sent, async (request, reply) => {
    const { needId } = request.params
    const { choices, form } = await readChosen(request)
    if (!form.valid) return reply.status(422).page(ChooseServicePage({ page: request.page(), ...choices, form }))
    try {
      const id = await request.change((change) => sendReferral(change, { needId, ...form.values }))
      return reply.redirect(`/referrals/${id}?sent=yes`, 303)
    } catch (error) {
      return answerAlreadyAsked(error, request, reply, choices, form.values)
    }
  })
}

/** What was typed, judged against what there is: a service that does not fit is not to be chosen. */
async function readChosen(request: FastifyRequest<OfNeed>): Promise<{ choices: Choices; form: FormState<ReferTyped> }> {
  const form = readForm(referForm, request.body)
  const choices = await request.read((reading) =>
    readChoices(reading, request.params.needId, readDay(form, 'neededByOn')),
  )
  if (!form.valid) return { choices, form }
  const chosen = choices.fits.find(({ service }) => service.id === form.values.serviceId)
  const isAsked = chosen?.reasons.some(({ code }) => code === 'asked')
  if (!chosen || (chosen.verdict === 'no' && !isAsked)) {
    return { choices, form: withProblems(form, { field: 'serviceId', message: 'problem.service' }) }
  }
  return { choices, form }
}

async function answerAlreadyAsked(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { need, frame }: Choices,
  { serviceId }: ReferTyped,
) {
  if (!(error instanceof Refusal) || error.code !== 'referral.already-open') throw error
  const open = await request.read((reading) => findOpenReferral(reading, need.id, serviceId))
  return reply.status(409).page(AlreadyAskedPage({ page: request.page(), need, frame, openId: open?.id }))
}

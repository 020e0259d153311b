import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm } from '../../platform/web/form.ts'
import { liftSchema, readHold, readReview } from '../hold-form.ts'
import { liftHold, placeHold } from '../place-hold.ts'
import { findKeptRecord } from '../queries/due.ts'
import { listHoldsOf } from '../queries/holds.ts'
import { reviewRecord } from '../review-record.ts'
import { PersonPage } from '../views/person-page.tsx'
import { words } from '../words.ts'

interface OfPerson {
  Params: { personId: string }
  Querystring: { done?: string }
}
interface OfHold {
  Params: { personId: string; holdId: string }
}
type Forms = { hold?: FormState<unknown>; review?: FormState<unknown>; lift?: FormState<unknown> }

const keepers = { config: { may: 'dispose of records', looks: 'personal' as const } }
const said = ['held', 'lifted', 'reviewed'] as const

/** How long one record stays: its holds, and the decision of a review. */
export async function personRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfPerson>('/retention/people/:personId', keepers, (request, reply) =>
    show(request, reply, request.params.personId, {}),
  )

  app.post<OfPerson>('/retention/people/:personId/holds', keepers, async (request, reply) => {
    const { personId } = request.params
    const form = readHold(request.body)
    if (!form.valid) return show(request, reply.status(422), personId, { hold: form })
    const { caseId = null, ...hold } = form.values
    await request.change((change) => placeHold(change, { personId, caseId, ...hold }))
    return reply.redirect(`/retention/people/${personId}?done=held`, 303)
  })

  app.post<OfHold>('/retention/people/:personId/holds/:holdId/lift', keepers, async (request, reply) => {
    const { personId, holdId } = request.params
    const form = readForm(liftSchema, request.body)
    if (!form.valid) return show(request, reply.status(422), personId, { lift: form })
    await request.change((change) => liftHold(change, holdId, form.values.because))
    return reply.redirect(`/retention/people/${personId}?done=lifted`, 303)
  })

  app.post<OfPerson>('/retention/people/:personId/review', keepers, async (request, reply) => {
    const { personId } = request.params
    const form = readReview(request.body, dayAt(app.database.clock.now()))
    if (!form.valid) return show(request, reply.status(422), personId, { review: form })
    const { reviewReason: reason, ...decided } = form.values
    await request.change((change) => reviewRecord(change, { personId, reason, ...decided }))
    return reply.redirect(`/retention/people/${personId}?done=reviewed`, 303)
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, personId: string, forms: Forms) {
  const shown = await request.read(async (reading) => {
    const record = await findKeptRecord(reading, personId)
    if (!record) throw new Refusal('not found', 'retention.not-found')
    reading.look({ action: 'consult', personIds: [personId], fieldGroups: ['identity'] })
    return { record, holds: await listHoldsOf(reading, personId) }
  })
  const page = request.page()
  const name = said.find((each) => each === (request.query as { done?: unknown }).done)
  const { hold = blankForm, review = blankForm, lift = blankForm } = forms
  const done = name && words(page.locale)(`done.${name}`)
  return reply.page(PersonPage({ page, may: request.actor.may, ...shown, done, forms: { hold, review, lift } }))
}

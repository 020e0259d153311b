import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isMeanwhile, listAgencies } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, type Typed, withProblems } from '../../platform/web/form.ts'
import { inAYear, linesOf, readAgreement, typedAgreement, typedFirst } from '../agreement-form.ts'
import { stateOn } from '../agreement-states.ts'
import { changeDraft, draftAgreement, draftNextEdition } from '../draft-agreement.ts'
import { getAgreement, listAgreements, listGateways } from '../queries/agreements.ts'
import { listPapers } from '../queries/papers.ts'
import { isToSign } from '../sign-agreement.ts'
import { AgreementFormPage } from '../views/agreement-form-page.tsx'
import { AgreementPage } from '../views/agreement-page.tsx'
import { AgreementsPage } from '../views/agreements-page.tsx'

export interface OfAgreement {
  Params: { agreementId: string }
  Querystring: { done?: string }
}
export const seen = { config: { may: 'see agreements', looks: 'none' } } as const
export const coordinates = { config: { may: 'coordinate the partnership', looks: 'none' } } as const

/** The pages on which agreements are read and drafted. They show nobody's data. */
export async function draftingRoutes(app: FastifyInstance): Promise<void> {
  app.get('/agreements', seen, async (request, reply) => {
    const agreements = await request.read(listAgreements)
    return reply.page(AgreementsPage({ page: request.page(), may: request.actor.may, agreements }))
  })

  app.get('/agreements/new', coordinates, async (request, reply) =>
    showForm(request, reply, filledForm(typedFirst(app.database.clock.now()))),
  )

  app.post('/agreements', coordinates, async (request, reply) => {
    const form = readAgreement(request.body)
    if (isStillTyping(form)) return showForm(request, reply, cleared(form))
    if (!form.valid) return showForm(request, reply.status(422), form)
    const id = await request.change((change) => draftAgreement(change, form.values.terms))
    return reply.redirect(`/agreements/${id}?done=kept`, 303)
  })

  app.get<OfAgreement>('/agreements/:agreementId', seen, async (request, reply) => {
    const { agreement, papers } = await request.read(async (reading) => {
      const agreement = await getAgreement(reading, request.params.agreementId)
      return { agreement, papers: await listPapers(reading, agreement.id) }
    })
    const isOurs =
      request.actor.may.has('sign agreements') && isToSign(agreement, request.actor.agencyId, app.database.clock.now())
    const { may } = request.actor
    return reply.page(AgreementPage({ page: request.page(), may, agreement, isOurs, papers, done: request.query.done }))
  })

  app.get<OfAgreement>('/agreements/:agreementId/edit', coordinates, async (request, reply) => {
    const draft = await readDraft(request)
    return showForm(request, reply, filledForm(typedAgreement(draft)), draft.id)
  })

  app.post<OfAgreement>('/agreements/:agreementId', coordinates, async (request, reply) => {
    const { agreementId: id } = request.params
    const form = readAgreement(request.body)
    if (isStillTyping(form)) return showForm(request, reply, cleared(form), id)
    if (!form.valid) return showForm(request, reply.status(422), form, id)
    const { version, terms } = form.values
    try {
      await request.change((change) => changeDraft(change, { id, version }, terms))
    } catch (error) {
      if (!isMeanwhile(error)) throw error
      const draft = await readDraft(request) // of the other's version now: sending again is a decision
      const again = { ...form, typed: { ...form.typed, version: String(draft.version) } }
      return showForm(
        request,
        reply.status(409),
        withProblems(again, { field: 'title', message: 'problem.meanwhile' }),
        id,
      )
    }
    return reply.redirect(`/agreements/${id}?done=kept`, 303)
  })

  app.post<OfAgreement>('/agreements/:agreementId/editions', coordinates, async (request, reply) => {
    const today = dayAt(app.database.clock.now())
    const id = await request.change((change) =>
      draftNextEdition(change, request.params.agreementId, today, inAYear(today)),
    )
    return reply.redirect(`/agreements/${id}/edit`, 303)
  })
}

async function readDraft(request: FastifyRequest<OfAgreement>) {
  const agreement = await request.read((reading) => getAgreement(reading, request.params.agreementId))
  const state = stateOn(dayAt(request.server.database.clock.now()), agreement)
  if (state !== 'DRAFT') throw new Refusal('conflict', 'agreement.terms-stand')
  return agreement
}

async function showForm(
  request: FastifyRequest,
  reply: FastifyReply,
  form: { typed: Typed; problems: FormState<unknown>['problems'] },
  id?: string,
) {
  const { agencies, gateways } = await request.read(async (reading) => ({
    agencies: await listAgencies(reading),
    gateways: await listGateways(reading),
  }))
  const { may } = request.actor
  return reply.page(
    AgreementFormPage({ page: request.page(), may, agencies, gateways, form, lines: linesOf(form), id }),
  )
}

/** Another line was asked for: the form comes back with it, and nothing is judged yet. */
const isStillTyping = ({ typed }: FormState<unknown>) => typed['add'] !== undefined
const cleared = ({ typed }: FormState<unknown>) =>
  filledForm({ ...typed, addRelationship: undefined, addKind: undefined, line: linesOf({ typed }), add: undefined })

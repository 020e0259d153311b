import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getAgency, listAgencies, listTeams } from '../agencies/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, typedText, withProblems } from '../platform/web/form.ts'
import { approveReorganisation, withdrawReorganisation } from './decide-reorganisation.ts'
import { planReorganisation } from './plan-reorganisation.ts'
import { countWhatMoves, getReorganisation, listReorganisations } from './queries.ts'
import { ReorganisationsPage } from './views/list.tsx'
import { PlanPage } from './views/plan.tsx'
import { ReorganisationPage } from './views/reorganisation.tsx'
import { words } from './words.ts'

const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }
const decides = { config: { ...administrators.config, asksAgain: true } }
const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' as const } }

const newPlan = z
  .object({
    fromAgencyId: z.uuid(),
    toAgencyId: z.uuid({ error: 'to.missing' }),
    extent: z.enum(['all', 'teams'], { error: 'extent.missing' }),
    teams: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.uuid()).catch([])),
    reason: text(500, { missing: 'reason.missing', long: 'reason.long' }),
  })
  .refine(({ fromAgencyId, toAgencyId }) => fromAgencyId !== toAgencyId, { error: 'to.same', path: ['toAgencyId'] })
  .refine(({ extent, teams }) => extent === 'all' || teams.length > 0, { error: 'teams.missing', path: ['teams'] })

interface OfReorganisation {
  Params: { id: string }
  Querystring: { done?: string }
}

/** Mergers and splits of agencies: planned by a coordinator, approved by a second person. */
export async function reorganisationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/settings/reorganisations', administrators, async (request, reply) => {
    const all = await request.read(listReorganisations)
    return reply.page(ReorganisationsPage({ page: request.page(), may: request.actor.may, all }))
  })

  app.get<{ Querystring: { from?: string } }>('/settings/reorganisations/new', coordinators, (request, reply) =>
    showPlan(request, reply, z.uuid().safeParse(request.query.from).data, blankForm),
  )

  app.post('/settings/reorganisations', coordinators, async (request, reply) => {
    const form = readForm(newPlan, request.body)
    const from = typedText(form, 'fromAgencyId')
    if (!form.valid) return showPlan(request, reply.status(422), from, form)
    const { extent, teams, ...plan } = form.values
    try {
      const teamIds = extent === 'all' ? null : teams
      const id = await request.change((change) => planReorganisation(change, { ...plan, teamIds }))
      return reply.redirect(`/settings/reorganisations/${id}?done=planned`, 303)
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'reorganisation.one-at-a-time')) throw error
      const told = withProblems(form, { field: 'fromAgencyId', message: 'one-at-a-time' })
      return showPlan(request, reply.status(409), from, told)
    }
  })

  app.get<OfReorganisation>('/settings/reorganisations/:id', administrators, async (request, reply) => {
    const { id } = request.params
    const shown = await request.read(async (reading) => {
      const plan = await getReorganisation(reading, id)
      const counts = plan.counts ?? (await countWhatMoves(reading, plan.fromAgencyId, plan.teamIds))
      return { plan, counts }
    })
    const page = request.page()
    const { may, userId } = request.actor
    return reply.page(
      ReorganisationPage({ page, may, userId, ...shown, done: doneSaid(page.locale, request.query.done) }),
    )
  })

  app.post<OfReorganisation>('/settings/reorganisations/:id/approval', decides, async (request, reply) => {
    const { id } = request.params
    await request.change((change) => approveReorganisation(change, id))
    return reply.redirect(`/settings/reorganisations/${id}?done=approved`, 303)
  })

  app.post<OfReorganisation>('/settings/reorganisations/:id/withdrawal', administrators, async (request, reply) => {
    const { id } = request.params
    await request.change((change) => withdrawReorganisation(change, id))
    return reply.redirect(`/settings/reorganisations/${id}?done=withdrawn`, 303)
  })
}

const said = { planned: 'done-planned', approved: 'done-approved', withdrawn: 'done-withdrawn' } as const
const doneSaid = (locale: Parameters<typeof words>[0], done: string | undefined): string | undefined =>
  done && Object.hasOwn(said, done) ? words(locale)(said[done as keyof typeof said]) : undefined

async function showPlan(
  request: FastifyRequest,
  reply: FastifyReply,
  fromAgencyId: string | undefined,
  form: FormState<unknown>,
) {
  const shown = await request.read(async (reading) => ({
    agencies: await listAgencies(reading),
    from: fromAgencyId ? await getAgency(reading, fromAgencyId) : undefined,
    teams: fromAgencyId ? (await listTeams(reading, fromAgencyId)).filter(({ closedOn }) => !closedOn) : [],
  }))
  return reply.page(PlanPage({ page: request.page(), may: request.actor.may, form, ...shown }))
}

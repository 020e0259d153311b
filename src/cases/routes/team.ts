import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type Problem, readForm, type Typed, withProblems } from '../../platform/web/form.ts'
import { addSupervision } from '../add-supervision.ts'
import { endTeamPlace, giveToTeam } from '../give-to-team.ts'
import { endAllocation, handOver, nameWorker } from '../name-worker.ts'
import { openCase } from '../open-case.ts'
import { getCaseFrame } from '../queries/case-frame.ts'
import { countDaysWithout } from '../queries/days-without.ts'
import { listOwnTeams } from '../queries/teams.ts'
import { listNameable, listSupervisingChoices, mayName as mayNameOn, mayRestrict } from '../queries/workers.ts'
import { TeamPage } from '../views/team-page.tsx'
import { workerRoles } from '../worker-roles.ts'

const naming = z.object({
  accountId: z.uuid({ error: 'problem.worker' }),
  role: z.enum(workerRoles, { error: 'problem.role' }),
})
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const area = z.object({
  area: z
    .string({ error: 'problem.agency' })
    .regex(new RegExp(`^${uuid}(?::${uuid})?$`), 'problem.agency')
    .transform((typed) => typed.split(':') as [string, string?]),
})
const ownTeam = z.object({ teamId: z.uuid({ error: 'problem.team' }) })
const taker = z.object({ accountId: z.uuid({ error: 'problem.worker' }) })
const names = { config: { may: 'name workers', looks: 'none' } } as const

/** The pages on which workers are named, handed over and let in. */
export async function teamRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>(
    '/cases/:caseId/team',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      return reply.page(TeamPage({ ...(await readTeam(request)), form: blankForm }))
    },
  )

  app.post<OfCase>('/cases/:caseId/workers', names, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(naming, request.body)
    if (!form.valid) return showAgain(request, reply, form)
    const problem = await problemOf('accountId', () => request.change((c) => nameWorker(c, caseId, form.values)))
    if (problem) return showAgain(request, reply, withProblems(form, problem))
    return reply.redirect(`/cases/${caseId}/team`, 303)
  })

  app.post<OfCase>('/cases/:caseId/supervision', names, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(area, request.body)
    if (!form.valid) return showAgain(request, reply, form)
    const [agencyId, teamId] = form.values.area
    const problem = await problemOf('area', () =>
      request.change((c) => addSupervision(c, caseId, { agencyId, teamId })),
    )
    if (problem) return showAgain(request, reply, withProblems(form, problem))
    return reply.redirect(`/cases/${caseId}/team`, 303)
  })

  app.post<OfCase>('/cases/:caseId/teams', names, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(ownTeam, request.body)
    if (!form.valid) return showAgain(request, reply, form)
    const problem = await problemOf('teamId', () => request.change((c) => giveToTeam(c, caseId, form.values.teamId)))
    if (problem) return showAgain(request, reply, withProblems(form, problem))
    return reply.redirect(`/cases/${caseId}/team`, 303)
  })

  app.post<OfParty>('/allocations/:partyId/end-team', names, async (request, reply) => {
    const { caseId } = await request.change((change) => endTeamPlace(change, request.params.partyId))
    return reply.redirect(await placeAfter(request, caseId), 303)
  })

  app.post<OfParty>('/allocations/:partyId/end', names, async (request, reply) => {
    const { caseId } = await request.change((change) => endAllocation(change, request.params.partyId))
    return reply.redirect(await placeAfter(request, caseId), 303)
  })

  app.post<OfParty>('/allocations/:partyId/hand-over', names, async (request, reply) => {
    const form = readForm(taker, request.body)
    if (!form.valid) throw new Refusal('not found', 'case.worker-not-found')
    const { caseId } = await request.change((c) => handOver(c, request.params.partyId, form.values.accountId))
    return reply.redirect(await placeAfter(request, caseId), 303)
  })

  app.post<{ Params: { personId: string } }>('/people/:personId/cases', names, async (request, reply) => {
    const relationship = request.actor.agencyKind === 'prison' ? 'CUSTODY' : 'SUPERVISION'
    const { personId } = request.params
    const caseId = await request.change((change) => openCase(change, { personId, relationship }))
    return reply.redirect(`/cases/${caseId}`, 303)
  })
}

function readTeam(request: FastifyRequest<OfCase>) {
  const { caseId } = request.params
  return request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    const mayName = request.actor.may.has('name workers') && (await mayNameOn(reading, caseId))
    return {
      ...{
        page: request.page(),
        frame,
        mayName,
        mayAnswerAccess: request.actor.may.has('answer subject access'),
        mayRestrict: request.actor.may.has('keep walls') && (await mayRestrict(reading, caseId)),
        ownAgencyId: request.actor.agencyId,
        ownAccountId: request.actor.userId,
      },
      days: await countDaysWithout(reading, caseId),
      workers: mayName ? await listNameable(reading, caseId) : [],
      areas: mayName ? await listSupervisingChoices(reading) : [],
      teams: mayName ? await listOwnTeams(reading, caseId) : [],
    }
  })
}

async function showAgain(
  request: FastifyRequest<OfCase>,
  reply: FastifyReply,
  form: { typed: Typed; problems: Problem[] },
) {
  return reply.status(422).page(TeamPage({ ...(await readTeam(request)), form }))
}

/** What the form can answer itself, beside its field; any other refusal has its own page. */
async function problemOf(field: string, work: () => Promise<unknown>): Promise<Problem | undefined> {
  const answered = [
    'case.worker-not-found',
    'case.role-not-theirs',
    'case.role-taken',
    'case.already-named',
    'case.agency-on-case',
    'case.agency-not-found',
    'case.agency-cannot-supervise',
    'case.team-not-found',
  ]
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal && answered.includes(error.code))) throw error
    return { field, message: `problem.${error.code}` }
  }
  return undefined
}

/** Whoever gave away their own last sight of a case is led to their caseload. */
async function placeAfter(request: FastifyRequest, caseId: string): Promise<string> {
  const isSeen = await request.read((reading) =>
    getCaseFrame(reading, caseId).then(
      () => true,
      () => false,
    ),
  )
  return isSeen ? `/cases/${caseId}/team` : '/caseload'
}

interface OfCase {
  Params: { caseId: string }
}
interface OfParty {
  Params: { partyId: string }
}

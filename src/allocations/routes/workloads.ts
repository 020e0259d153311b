import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readLanguage } from '../../people/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, typedList, withProblems } from '../../platform/web/form.ts'
import { undoableSince } from '../allocate-cases.ts'
import { keepCapacity } from '../keep-workers.ts'
import { listResting, listWorkersHad } from '../queries/continuity.ts'
import { listLoads } from '../queries/loads.ts'
import { listMoves } from '../queries/moves.ts'
import { listRules } from '../queries/rule.ts'
import { listAbsences } from '../queries/workers.ts'
import { ContinuityPage } from '../views/continuity-page.tsx'
import { WorkerPage } from '../views/worker-page.tsx'
import { WorkloadsPage } from '../views/workloads-page.tsx'

const manages = { config: { may: 'manage workloads', looks: 'none' } } as const
const mostLanguages = 10
const whole = (least: number, most: number, problem: string) =>
  z
    .string({ error: problem })
    .trim()
    .regex(/^\d{1,3}$/, problem)
    .transform(Number)
    .pipe(z.number().min(least, problem).max(most, problem))
const capacity = z.object({
  hoursPerWeek: whole(1, 60, 'problem.hours'),
  mostPoints: whole(0, 400, 'problem.points'),
  languages: z
    .string()
    .max(400, 'problem.languages')
    .default('')
    .transform((typed) => typed.split(',').map(readLanguage).filter(Boolean))
    .pipe(z.array(z.string()).max(mostLanguages, 'problem.languages')),
})
const told = z.object({
  done: z.coerce.number().int().min(0).optional().catch(undefined),
  failed: z.coerce.number().int().min(0).optional().catch(undefined),
  what: z.enum(['named', 'moved', 'undone', 'kept']).optional().catch(undefined),
})

/** What every worker of an agency holds and can hold, and whose cases rest on one alone. */
export async function workloadRoutes(app: FastifyInstance): Promise<void> {
  app.get('/workloads', manages, async (request, reply) => {
    const shown = await request.read(async (reading) => ({
      loads: await listLoads(reading),
      moves: await listMoves(reading, undoableSince(reading.now)),
      rule: (await listRules(reading))[0]!,
    }))
    const agency = request.actor.agencyName
    return reply.page(WorkloadsPage({ page: request.page(), agency, told: told.parse(request.query), ...shown }))
  })

  app.get(
    '/workloads/continuity',
    { config: { may: 'manage workloads', looks: 'personal' } },
    async (request, reply) => {
      const shown = await request.report(async (reading) => {
        const [resting, had] = [await listResting(reading), await listWorkersHad(reading)]
        const caseIds = [...new Set([...resting, ...had].map(({ caseId }) => caseId))]
        reading.look({ action: 'consult', caseIds, fieldGroups: ['identity', 'custody'] })
        return { resting, had }
      })
      return reply.page(ContinuityPage({ page: request.page(), ...shown }))
    },
  )

  app.get<OfWorker>('/workloads/:accountId', manages, (request, reply) => showWorker(request, reply, blankForm))

  app.post<OfWorker>('/workloads/:accountId', manages, async (request, reply) => {
    const read = readForm(capacity, request.body)
    const worksOn = [1, 2, 3, 4, 5, 6, 7].filter((day) => typedList(read, 'worksOn').includes(String(day)))
    const form = worksOn.length > 0 ? read : withProblems(read, { field: 'worksOn', message: 'problem.days' })
    if (!form.valid) return showWorker(request, reply.status(422), form)
    await request.change((change) => keepCapacity(change, request.params.accountId, { ...form.values, worksOn }))
    return reply.redirect('/workloads?what=kept', 303)
  })
}

/** One worker of the reader's agency: what they can hold, and when they are away. @throws Refusal `allocation.no-colleague` */
export async function showWorker(request: FastifyRequest<OfWorker>, reply: FastifyReply, form: FormState<unknown>) {
  const { accountId } = request.params
  const shown = await request.read(async (reading) => {
    const loads = await listLoads(reading)
    const load = loads.find((each) => each.accountId === accountId)
    if (!load) throw new Refusal('not found', 'allocation.no-colleague')
    const colleagues = loads.filter((each) => each.accountId !== accountId)
    return { load, colleagues, absences: await listAbsences(reading, accountId) }
  })
  return reply.page(WorkerPage({ page: request.page(), ...shown, form }))
}

export interface OfWorker {
  Params: { accountId: string }
}

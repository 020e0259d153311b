import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { WorkerRole } from '../../cases/index.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, typedList, withProblems } from '../../platform/web/form.ts'
import { allocateCases, choices, type Pair } from '../allocate-cases.ts'
import { listLoads } from '../queries/loads.ts'
import { listUnallocated, mostUnallocated, type Unallocated } from '../queries/unallocated.ts'
import { type Assignment, assignMany, rankWorkers } from '../rank-workers.ts'
import { CheckPage } from '../views/check-page.tsx'
import { OnePage } from '../views/one-page.tsx'
import { UnallocatedPage } from '../views/unallocated-page.tsx'

const manages = { config: { may: 'manage workloads', looks: 'personal' } } as const
const decides = { config: { may: 'manage workloads', looks: 'personal' } } as const
const roles: Record<string, readonly WorkerRole[]> = {
  prison: ['KEY_WORKER', 'PRISON_OFFENDER_MANAGER'],
  probation: ['COMMUNITY_OFFENDER_MANAGER'],
}
const why = z
  .union([z.literal('').transform(() => null), z.enum(choices)], { error: 'problem.why' })
  .optional()
  .transform((typed) => typed ?? null)
const many = z.object({ accountId: z.union([z.literal(''), z.uuid()], { error: 'problem.worker' }), why })
const one = z.object({ accountId: z.uuid({ error: 'problem.worker' }), why })
const pair = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/

/** People with nobody named: who is suggested for each and why, one by one or many at once. */
export async function unallocatedRoutes(app: FastifyInstance): Promise<void> {
  app.get('/workloads/unallocated', manages, (request, reply) => showList(request, reply, blankForm))

  app.post('/workloads/unallocated', decides, async (request, reply) => {
    const role = roleOf(request)
    const form = readForm(many, request.body)
    const pairs = typedList(form, 'pair').slice(0, mostUnallocated)
    const caseIds = typedList(form, 'caseId').filter((id) => z.uuid().safeParse(id).success)
    if (!role || !form.valid) return showList(request, reply.status(422), form)
    if (pairs.length === 0 && caseIds.length === 0)
      return showList(request, reply.status(422), withProblems(form, { field: 'caseId', message: 'problem.who' }))
    if (pairs.length > 0) return allocate(request, reply, { role, pairs, why: form.values.why })
    const { accountId } = form.values
    const shown = await request.read((reading) => assign(reading, role, caseIds, accountId))
    if (accountId && !form.values.why && shown.assignments.some(isNotFirst))
      return showList(request, reply.status(422), withProblems(form, { field: 'why', message: 'problem.why' }))
    const back = `/workloads/unallocated?role=${role}`
    const kept = { role, why: form.values.why ?? '', accountId }
    const action = '/workloads/unallocated'
    return reply.page(CheckPage({ page: request.page(), ...shown, action, back, kept }))
  })

  app.get<OfCase>('/workloads/unallocated/:caseId', manages, (request, reply) => showOne(request, reply, blankForm))

  app.post<OfCase>('/workloads/unallocated/:caseId', decides, async (request, reply) => {
    const role = roleOf(request)
    const form = readForm(one, request.body)
    if (!role || !form.valid) return showOne(request, reply.status(422), form)
    const { accountId } = form.values
    const { ranked } = await request.read((reading) => rankFor(reading, role, request.params.caseId))
    const rank = ranked.findIndex(({ load }) => load.accountId === accountId) + 1
    const mended = rank === 0 ? { field: 'accountId', message: 'problem.worker' } : undefined
    const unsaid = rank > 1 && !form.values.why ? { field: 'why', message: 'problem.why' } : undefined
    const problem = mended ?? unsaid
    if (problem) return showOne(request, reply.status(422), withProblems(form, problem))
    const pairs = [`${request.params.caseId}:${accountId}`]
    return allocate(request, reply, { role, pairs, why: form.values.why })
  })
}

/** Chosen by hand, and not whom is suggested: a suggestion has its reasons. */
const isNotFirst = ({ reasons, to }: Assignment) => to !== null && reasons.length === 0

/** Each person with whom they would go to: whom is suggested, or the one worker who was chosen for all. */
async function assign(reading: Reading, role: WorkerRole, caseIds: readonly string[], accountId: string) {
  const people = await listUnallocated(reading, role, caseIds)
  const loads = await listLoads(reading)
  const chosen = loads.find((load) => load.accountId === accountId)
  const assignments = chosen
    ? people.map((about) => chosenFor(about, loads, chosen.accountId))
    : assignMany(people, loads)
  return { assignments, loads }
}

function chosenFor(about: Unallocated, loads: Awaited<ReturnType<typeof listLoads>>, accountId: string): Assignment {
  const [first] = rankWorkers(about, loads)
  const to = loads.find((load) => load.accountId === accountId)!
  return { about, to, reasons: first?.load.accountId === accountId ? first.reasons : [] }
}

interface Decided {
  role: WorkerRole
  pairs: readonly string[]
  why: Parameters<typeof allocateCases>[3]
}

async function allocate(request: FastifyRequest, reply: FastifyReply, { role, pairs, why: because }: Decided) {
  const wanted = pairs.flatMap((each) => {
    const [, caseId, accountId] = pair.exec(each) ?? []
    return caseId && accountId ? [{ caseId, accountId }] : []
  })
  const { done, failed } = await request.change(async (change) => {
    const loads = await listLoads(change)
    const people = await listUnallocated(change, role, wanted.map(({ caseId }) => caseId)) // biome-ignore format: one line
    const ranked: Pair[] = wanted.map(({ caseId, accountId }) => {
      const about = people.find((each) => each.caseId === caseId)
      const at = about ? rankWorkers(about, loads).findIndex(({ load }) => load.accountId === accountId) : 0
      return { caseId, accountId, rank: at + 1 }
    })
    return allocateCases(change, role, ranked, because)
  })
  return reply.redirect(`/workloads?what=named&done=${done}&failed=${failed.length}`, 303)
}

async function rankFor(reading: Reading, role: WorkerRole, caseId: string) {
  const [about] = z.uuid().safeParse(caseId).success ? await listUnallocated(reading, role, [caseId]) : []
  if (!about) throw new Refusal('not found', 'case.not-found')
  return { about, ranked: rankWorkers(about, await listLoads(reading)) }
}

async function showOne(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const role = roleOf(request)
  if (!role) throw new Refusal('not found', 'case.not-found')
  const shown = await request.read((reading) => rankFor(reading, role, request.params.caseId))
  return reply.page(OnePage({ page: request.page(), role, ...shown, form }))
}

async function showList(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const role = roleOf(request)
  const shown = await request.read(async (reading) => {
    if (!role) {
      reading.look({ action: 'consult', personIds: [], caseIds: [], fieldGroups: ['identity'] }) // nobody, and that is an answer
      return { people: [], loads: [] }
    }
    return { people: await listUnallocated(reading, role), loads: await listLoads(reading) }
  })
  const offered = roles[request.actor.agencyKind] ?? []
  return reply.page(UnallocatedPage({ page: request.page(), role, roles: offered, ...shown, form }))
}

/** The role that was asked for, or the first that the kind of agency names. */
function roleOf({ actor, query, body }: FastifyRequest): WorkerRole | undefined {
  const asked = (body as { role?: unknown } | undefined)?.role ?? (query as { role?: unknown }).role
  const offered = roles[actor.agencyKind] ?? []
  return offered.find((role) => role === asked) ?? offered[0]
}

interface OfCase {
  Params: { caseId: string }
}

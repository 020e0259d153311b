import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, typedList, withProblems } from '../../platform/web/form.ts'
import { moveCaseload, undoMove } from '../allocate-cases.ts'
import { listLoads } from '../queries/loads.ts'
import { listCaseloadOf } from '../queries/unallocated.ts'
import { findColleague } from '../queries/workers.ts'
import { assignMany } from '../rank-workers.ts'
import { CheckPage } from '../views/check-page.tsx'
import { MovePage } from '../views/move-page.tsx'
import type { OfWorker } from './workloads.ts'

const moves = { config: { may: 'manage workloads', looks: 'personal' } } as const
const undoes = { config: { may: 'manage workloads', looks: 'none' } } as const
const chosen = z.object({ accountId: z.union([z.literal(''), z.uuid()], { error: 'problem.worker' }) })
const pair = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/

/** A whole caseload that goes to others: checked, done, and taken back within a day. */
export async function moveRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfWorker>('/workloads/:accountId/move', moves, (request, reply) => show(request, reply, blankForm))

  app.post<OfWorker>('/workloads/:accountId/move', moves, async (request, reply) => {
    const { accountId: fromId } = request.params
    const form = readForm(chosen, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const pairs = typedList(form, 'pair').flatMap((each) => {
      const [, partyId, accountId] = pair.exec(each) ?? []
      return partyId && accountId ? [{ partyId, accountId }] : []
    })
    if (pairs.length > 0) {
      const { done, failed } = await request.change(async (change) => {
        const own = await listCaseloadOf(change, fromId)
        const places = pairs.flatMap((each) => {
          const about = own.find(({ partyId }) => partyId === each.partyId)
          return about ? [{ ...each, caseId: about.caseId }] : []
        })
        return moveCaseload(change, fromId, places)
      })
      return reply.redirect(`/workloads?what=moved&done=${done}&failed=${failed.length}`, 303)
    }
    const ticked = typedList(form, 'partyId')
    if (ticked.length === 0)
      return show(request, reply.status(422), withProblems(form, { field: 'partyId', message: 'problem.who' }))
    const { accountId } = form.values
    const shown = await request.read((reading) => assign(reading, { fromId, ticked, accountId }))
    const action = `/workloads/${fromId}/move`
    return reply.page(CheckPage({ page: request.page(), ...shown, action, back: action, kept: { accountId } }))
  })

  app.post<{ Params: { moveId: string } }>('/workloads/moves/:moveId/undo', undoes, async (request, reply) => {
    const { done, failed } = await request.change((change) => undoMove(change, request.params.moveId))
    return reply.redirect(`/workloads?what=undone&done=${done}&failed=${failed.length}`, 303)
  })
}

interface Asked {
  fromId: string
  ticked: readonly string[]
  /** '' for each to whom is suggested. */
  accountId: string
}

async function assign(reading: Reading, { fromId, ticked, accountId }: Asked) {
  const own = await listCaseloadOf(reading, fromId)
  const people = own.filter(({ partyId }) => partyId && ticked.includes(partyId))
  const loads = (await listLoads(reading)).filter((load) => load.accountId !== fromId)
  const to = loads.find((load) => load.accountId === accountId)
  return { loads, assignments: to ? people.map((about) => ({ about, to, reasons: [] })) : assignMany(people, loads) }
}

async function show(request: FastifyRequest<OfWorker>, reply: FastifyReply, form: FormState<unknown>) {
  const { accountId } = request.params
  const shown = await request.read(async (reading) => {
    const name = await findColleague(reading, accountId)
    if (!name) throw new Refusal('not found', 'allocation.no-colleague')
    const loads = (await listLoads(reading)).filter((load) => load.accountId !== accountId)
    return { name, loads, people: await listCaseloadOf(reading, accountId) }
  })
  return reply.page(MovePage({ page: request.page(), accountId, ...shown, form }))
}

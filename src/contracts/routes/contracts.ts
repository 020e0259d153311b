import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm } from '../../platform/web/form.ts'
import { countCohorts, readContractCohorts } from '../cohorts.ts'
import { readContract } from '../contract-form.ts'
import { addContract, countContract, endContract } from '../keep-contract.ts'
import { listClaims, listResults } from '../queries/claims.ts'
import { getContract, listContracts } from '../queries/contracts.ts'
import { readCounts } from '../queries/counts.ts'
import { partOf, results } from '../results.ts'
import { CohortsPage } from '../views/cohorts-page.tsx'
import { ContractFormPage } from '../views/contract-form-page.tsx'
import { ContractPage } from '../views/contract-page.tsx'
import { ContractsPage } from '../views/contracts-page.tsx'
import { ResultRowsPage } from '../views/rows-page.tsx'

export const keeps = { config: { may: 'keep contracts', looks: 'none' } } as const
export const opens = { config: { may: 'keep contracts', looks: 'personal' } } as const
const dones = ['added', 'counted', 'ended', 'withdrawn'] as const

interface OfContract {
  Params: { contractId: string }
  Querystring: { done?: string }
}

/** Contracts that pay the reader's agency for results, and what the record has for each. */
export async function contractRoutes(app: FastifyInstance): Promise<void> {
  app.get('/contracts', keeps, async (request, reply) => {
    const contracts = await request.read(listContracts)
    return reply.page(ContractsPage({ page: request.page(), contracts }))
  })

  app.get('/contracts/new', keeps, (request, reply) =>
    reply.page(ContractFormPage({ page: request.page(), form: blankForm })),
  )

  app.post('/contracts', keeps, async (request, reply) => {
    const form = readContract(request.body)
    if (!form.valid) return reply.status(422).page(ContractFormPage({ page: request.page(), form }))
    const id = await request.change((change) => addContract(change, form.values))
    return reply.redirect(`/contracts/${id}?done=added`, 303)
  })

  app.get<OfContract>('/contracts/:contractId', keeps, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const contract = await getContract(reading, request.params.contractId)
      const { counted: rows, countedAt } = await readCounts(reading, contract.id)
      const hasCohorts = rows.some(({ result }) => result === 'NO_REOFFENDING')
      const cohorts = hasCohorts ? await readContractCohorts(reading, contract) : []
      const counted = rows.map((row) => (row.result === 'NO_REOFFENDING' ? countCohorts(row, cohorts) : row))
      return { contract, counted, countedAt, claims: await listClaims(reading, contract.id) }
    })
    const done = z.enum(dones).optional().catch(undefined).parse(request.query.done)
    return reply.page(ContractPage({ page: request.page(), ...shown, done }))
  })

  app.post<OfContract>('/contracts/:contractId/ending', keeps, async (request, reply) => {
    await request.change((change) => endContract(change, request.params.contractId))
    return reply.redirect(`/contracts/${request.params.contractId}?done=ended`, 303)
  })

  app.post<OfContract>('/contracts/:contractId/counting', keeps, async (request, reply) => {
    await request.change((change) => countContract(change, request.params.contractId))
    return reply.redirect(`/contracts/${request.params.contractId}?done=counted`, 303)
  })

  app.get<OfContract & { Params: { contractId: string; result: string } }>(
    '/contracts/:contractId/results/:result',
    opens,
    async (request, reply) => {
      const result = results.find((each) => each === request.params.result)
      if (!result) throw new Refusal('not found', 'contract.not-found')
      const shown = await request.read(async (reading) => {
        const contract = await getContract(reading, request.params.contractId)
        const isOfCohorts = result === 'NO_REOFFENDING'
        const cohorts = isOfCohorts ? await readContractCohorts(reading, contract) : []
        const rows = isOfCohorts ? [] : await listResults(reading, contract.id, result)
        const caseIds = rows.map(({ caseId }) => caseId)
        const details = { contractId: contract.id }
        reading.look({ action: 'consult', caseIds, fieldGroups: [partOf(result)], details })
        return { contract, rows, cohorts }
      })
      const { contract, cohorts } = shown
      if (result === 'NO_REOFFENDING') return reply.page(CohortsPage({ page: request.page(), contract, cohorts }))
      return reply.page(ResultRowsPage({ page: request.page(), ...shown, result }))
    },
  )
}

import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Refusal } from '../platform/refusal.ts'
import { notFoundAnswer, problemAnswers, sendJson } from './answers.ts'
import { findCaseload } from './queries/caseload.ts'
import { findWholeCase } from './queries/whole-case.ts'
import { caseAnswer } from './schemas/case.ts'
import { caseloadAnswer, caseloadQuery } from './schemas/caseload.ts'
import { caseParams } from './schemas/parts.ts'

const listGroups = ['identity', 'custody', 'needs', 'notes', 'plan'] as const

export async function caseRoutes(v1: FastifyInstance): Promise<void> {
  const api = v1.withTypeProvider<ZodTypeProvider>()

  api.get(
    '/caseload',
    {
      config: { may: 'see cases', looks: 'personal', isApi: true },
      schema: {
        summary: 'The open cases that you may see, page by page',
        querystring: caseloadQuery,
        response: { 200: caseloadAnswer, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { limit, after, worker } = request.query
      const { body } = await request.read(async (reading) => {
        const page = await findCaseload(reading, { limit, after, worker })
        const { personIds, caseIds } = page
        reading.look({ action: 'consult', personIds, caseIds, fieldGroups: listGroups })
        return page
      })
      return sendJson(reply, body)
    },
  )

  api.get(
    '/cases/:caseId',
    {
      config: { may: 'see cases', looks: 'personal', isApi: true },
      schema: {
        summary: 'One case whole: the person, dates, team, needs, referrals, steps, attendance, notes',
        params: caseParams,
        response: { 200: caseAnswer, ...problemAnswers, ...notFoundAnswer },
      },
    },
    async (request, reply) => {
      const { caseId } = request.params
      const { body } = await request.read(async (reading) => {
        const found = await findWholeCase(reading, caseId)
        if (!found) throw new Refusal('not found', 'case.not-found')
        reading.look({
          action: 'consult',
          personIds: [found.personId],
          caseIds: [caseId],
          fieldGroups: found.sight,
        })
        return found
      })
      return sendJson(reply, body)
    },
  )
}

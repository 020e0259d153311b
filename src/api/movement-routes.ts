import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { findByPrisonNumber, listPrisons, recordMovement } from '../custody/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { problemAnswers } from './answers.ts'
import { type MovementResult, movementResults, type NewMovement, newMovements } from './schemas/movement.ts'

/** What a prison's own system tells of movements, up to 500 at once. */
export async function movementRoutes(v1: FastifyInstance): Promise<void> {
  v1.withTypeProvider<ZodTypeProvider>().post(
    '/movements',
    {
      config: { may: 'work on cases', looks: 'none', isApi: true },
      schema: {
        summary: 'Tell of movements in custody',
        body: newMovements,
        response: { 200: movementResults, ...problemAnswers },
      },
    },
    async (request) => {
      const results: MovementResult[] = []
      for (const movement of request.body.movements) results.push(await tell(request, movement))
      return { results }
    },
  )
}

/** Each in a change of its own: what is refused does not take the others with it. */
async function tell(request: FastifyRequest, movement: NewMovement): Promise<MovementResult> {
  const { externalId, personId, prisonNumber, toPrison, ...said } = movement
  try {
    const movementId = await request.change(async (change) => {
      const found = personId ?? (prisonNumber ? await findByPrisonNumber(change, prisonNumber) : undefined)
      if (!found) throw new Refusal('not found', 'person.not-found')
      const prison = toPrison ? (await listPrisons(change)).find(({ code }) => code === toPrison.toUpperCase()) : null
      return recordMovement(change, found, { ...said, toAgencyId: prison?.id ?? null }, { source: 'API', externalId })
    })
    return { externalId, outcome: 'RECORDED', movementId, code: null, field: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, details } = error
    if (code === 'movement.told') {
      const movementId = String(details['movementId'])
      return { externalId, outcome: 'ALREADY_RECORDED', movementId, code: null, field: null }
    }
    const field = typeof details['field'] === 'string' ? details['field'] : null
    return { externalId, outcome: 'REFUSED', movementId: null, code, field }
  }
}

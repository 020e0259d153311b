import type { FastifyRequest } from 'fastify'
import { log } from '../log.ts'
import type { Refusal } from '../refusal.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Writes into the audit that somebody who signed in asked for a record by its id and was refused, or told that there is none.
 * They were shown nothing, so what cannot be written is logged and the refusal goes out all the same.
 */
export async function noteDenial({ kind, code }: Refusal, request: FastifyRequest): Promise<void> {
  if (!request.optionalActor || (kind !== 'not found' && kind !== 'not allowed')) return
  const asked = Object.entries((request.params ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && uuid.test(entry[1]),
  )
  if (asked.length === 0) return
  const named = (name: string) => asked.filter(([param]) => param === name).map(([, id]) => id)
  const details = { code, route: `${request.method} ${request.routeOptions.url}`, ids: Object.fromEntries(asked) }
  try {
    await request.read(async (reading) =>
      reading.look({
        action: 'deny',
        caseIds: named('caseId'),
        personIds: named('personId'),
        fieldGroups: [],
        details,
      }),
    )
  } catch (error) {
    log.error({ error, code }, 'a denial could not be written into the audit')
  }
}

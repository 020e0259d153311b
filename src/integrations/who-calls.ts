import type { FastifyRequest } from 'fastify'
import { permissionsOf } from '../agencies/index.ts'
import type { Actor, Database } from '../platform/database.ts'
import { type CallerRow, findCaller } from './queries.ts'
import { hashToken, readBearer } from './tokens.ts'

/**
 * Which integration sends this request, by its `Authorization: Bearer` token; one short statement. A token opens the
 * routes of the API and no page.
 *
 * @returns undefined when the token is unknown, revoked, or its agency has left.
 */
export async function whoCalls(database: Database, request: FastifyRequest): Promise<Actor | undefined> {
  const token = readBearer(request.headers.authorization)
  if (!token || !request.routeOptions.config.isApi) return undefined
  const caller = await findCaller(database, hashToken(token), database.clock.now())
  return caller && actorOf(caller)
}

/**
 * Sees what its agency's teams see, or no case at all where it keeps the users; its token stands in the audit where a session
 * would.
 */
function actorOf(caller: CallerRow): Actor {
  const { account_id: userId, agency_id: agencyId, roles } = caller
  const keepsUsers = caller.opens === 'scim'
  return {
    userId,
    agencyId,
    audiences: keepsUsers ? [] : [userId, ...caller.team_ids, agencyId],
    name: caller.name,
    agencyName: caller.agency_name,
    agencyKind: caller.agency_kind,
    roles,
    may: keepsUsers ? new Set(['keep users by scim']) : permissionsOf(roles),
    sessionId: caller.token_id,
  }
}

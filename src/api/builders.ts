import type { LightMyRequestResponse } from 'fastify'
import { makeToken } from '../integrations/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Site } from '../platform/testing/site.ts'
import type { World } from '../platform/testing/world.ts'

/** Another system of a worker's agency, with a token of its own. */
export interface Integration {
  token: string
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

export async function anIntegrationOf(world: World, site: Site, worker: Actor): Promise<Integration> {
  const administrator = await world.aColleagueOf(worker, { roles: ['ADMINISTRATOR'] })
  const { token } = await world.database.change(administrator, (change) => makeToken(change, 'Case system'))
  const authorization = `Bearer ${token}`
  return {
    token,
    get: (url) => site.app.inject({ url: `/api/v1${url}`, headers: { authorization } }),
    post: (url, body, headers = {}) =>
      site.app.inject({
        method: 'POST',
        url: `/api/v1${url}`,
        headers: { authorization, 'content-type': 'application/json', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** A team of the worker's agency, which works on the case. */
export async function aTeamOn(world: World, worker: Actor, caseId: string): Promise<string> {
  const teamId = newId()
  await world.insert(`insert into team (id, agency_id, name) values ($1, $2, 'Resettlement team')`, [
    teamId,
    worker.agencyId,
  ])
  await world.insert(
    `insert into case_party (case_id, agency_id, team_id, relationship, since_on, owner_agency_id)
     values ($1, $2, $3, 'TEAM', '2026-03-02', $2)`,
    [caseId, worker.agencyId, teamId],
  )
  return teamId
}

import type { FastifyRequest } from 'fastify'
import { type Permission, permissionsOf, worksWithPeople } from '../agencies/index.ts'
import type { Actor, Database } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { findSession, type SessionRow, touchSession } from './queries/sessions.ts'
import { hashToken } from './tokens.ts'

/** Somebody who signed in: an actor, and what their pages need to know. */
export interface SignedIn extends Actor {
  locale: Locale
  jobTitle: string
  sessionId: string
  /** When this session ends whatever they do. */
  endsAt: Date
  /** When they last proved who they are. */
  provedAt: Date
  /** Their agency asks for a second step and they have none: that comes before all else. */
  lacksSecondStep: boolean
  /** On a computer that several people use. */
  isShared: boolean
  may: ReadonlySet<Permission>
}

export const cookieName = (isSecure: boolean) => (isSecure ? '__Host-session' : 'session')

const touchAfter = 20_000 // milliseconds: not every request writes that somebody is still there

/** Who sends this request, by the cookie of their session; one short statement, and at most a write every 20 seconds. */
export async function whoIs(database: Database, request: FastifyRequest): Promise<SignedIn | undefined> {
  const now = database.clock.now()
  const found = await sessionOf(database, request, now)
  if (!found) return undefined
  const { session, hash } = found
  const isOverdue = now.getTime() - session.seen_at.getTime() > touchAfter
  if (isOverdue && !isAskedByPage(request)) await touchSession(database, hash, now)
  return actorOf(session)
}

/** A part that an open page fetched by itself says nothing of anybody sitting before it: a board that changes all night still ends. */
const isAskedByPage = ({ method, headers }: FastifyRequest) => method === 'GET' && headers['sec-fetch-dest'] === 'empty'

/** Who sent a request that has stayed open since: asking does not count as being there, so an idle session still ends. */
export async function whoIsStill(database: Database, request: FastifyRequest): Promise<SignedIn | undefined> {
  const found = await sessionOf(database, request, database.clock.now())
  return found && actorOf(found.session)
}

async function sessionOf(database: Database, request: FastifyRequest, now: Date) {
  const token = request.cookies[cookieName(request.server.site.isSecure)]
  if (!token) return undefined
  const hash = hashToken(token)
  const session = await findSession(database, hash, now)
  return session && { session, hash }
}

function actorOf(session: SessionRow): SignedIn {
  const { account_id: userId, agency_id: agencyId, roles } = session
  return {
    userId,
    agencyId,
    audiences: worksWithPeople(roles) ? [userId, ...session.team_ids, agencyId] : [],
    name: session.name,
    agencyName: session.agency_name,
    agencyKind: session.agency_kind,
    roles,
    may: permissionsOf(roles),
    sessionId: session.session_id,
    locale: session.locale as Locale,
    jobTitle: session.job_title,
    endsAt: session.ends_at,
    provedAt: session.proved_at,
    lacksSecondStep: session.lacks_second_step,
    isShared: session.is_shared,
  }
}

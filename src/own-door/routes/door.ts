import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PageContext } from '../../platform/web/page-context.ts'
import { hashOf } from '../codes.ts'

const idleInSeconds = 180 // as own_door_session_of() in functions.sql has it

/** What all pages of the person's have in common: their session's cookie, and that nothing stays on a screen. */
export function doorOf({ site }: FastifyInstance) {
  const cookie = site.isSecure ? '__Host-own-door' : 'own-door'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: site.isSecure } as const
  return {
    cookie,
    options,
    tokenOf: (request: FastifyRequest) => hashOf(request.cookies[cookie] ?? ''),
    /** Nothing stays on a screen that nobody touches, also where scripts are off. */
    answer: (reply: FastifyReply) => reply.header('refresh', `${idleInSeconds};url=/me/over`),
    clear: (reply: FastifyReply) =>
      reply.clearCookie(cookie, options).header('clear-site-data', '"cache", "cookies", "storage"'),
  }
}

/** Without the frame of a worker, should one be signed in in the same browser. */
export function pageOf(request: FastifyRequest): PageContext {
  const { reader: _reader, sessionEndsInSeconds: _seconds, ...page } = request.page()
  return page
}

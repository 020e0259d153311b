import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PageContext } from '../../platform/web/page-context.ts'
import { hashOf } from '../screen-codes.ts'

/** What the pages of a screen have in common: its cookie, and that they come anew by themselves where scripts are off. */
export function screenOf({ site }: FastifyInstance) {
  const cookie = site.isSecure ? '__Host-hub-screen' : 'hub-screen'
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: site.isSecure } as const
  return {
    cookie,
    options,
    tokenOf: (request: FastifyRequest) => hashOf(request.cookies[cookie] ?? ''),
    comesAnew: (reply: FastifyReply, seconds: number, path: string) =>
      reply.header('refresh', `${seconds};url=${path}`),
  }
}

/** Without the frame of a worker, should one be signed in in the same browser. */
export function pageOf(request: FastifyRequest): PageContext {
  const { reader: _reader, sessionEndsInSeconds: _seconds, ...page } = request.page()
  return page
}

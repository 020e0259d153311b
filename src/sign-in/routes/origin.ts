import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Origin } from '../sign-in.ts'

const name = 'shared-computer'
const aYear = 31_536_000 // seconds

/** From where a request to sign in comes. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  browser: request.headers['user-agent'] ?? '',
  isShared: isShared(request),
})

/** Somebody said that several people use this computer. */
export const isShared = ({ cookies }: FastifyRequest): boolean => cookies[name] === '1'

/** Stays on the computer when whoever said so has gone. */
export function setShared(reply: FastifyReply, isIt: boolean): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: reply.server.site.isSecure } as const
  if (isIt) reply.setCookie(name, '1', { ...options, maxAge: aYear })
  else reply.clearCookie(name, options)
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'

/** Headers of T27. Pages of people are never stored by a browser or a proxy; assets set their own caching. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({
    'content-security-policy':
      `default-src 'none'; script-src 'self' 'nonce-${request.nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; ` +
      `connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'no-store',
  })
  if (request.server.site.isSecure) reply.header('strict-transport-security', 'max-age=63072000; includeSubDomains')
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change is taken from our own pages or from a token, never from another site's form. Browsers say where they are. */
export function guardAgainstForgery(request: FastifyRequest): void {
  if (harmless.has(request.method) || request.headers.authorization) return
  const { origin, 'sec-fetch-site': site } = request.headers
  const isOurs =
    origin === undefined ? site === undefined || site === 'same-origin' || site === 'none' : isOwn(request, origin)
  if (!isOurs) throw new Refusal('not allowed', 'request.from-another-site')
}

function isOwn(request: FastifyRequest, origin: string): boolean {
  return request.server.site.isOwnOrigin(origin) || origin === `${request.protocol}://${request.headers.host}`
}

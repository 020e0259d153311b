import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieName } from '../who-is.ts'

/** The session's cookie goes when the browser is closed; scripts cannot read it, other sites cannot send it with a form. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  const { isSecure } = reply.server.site
  reply.setCookie(cookieName(isSecure), token, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure })
}

export function clearSessionCookie(reply: FastifyReply): void {
  const { isSecure } = reply.server.site
  reply.clearCookie(cookieName(isSecure), { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure })
}

const halfName = 'half-sign-in'
const tenMinutes = 600 // seconds

/** Between the password and the code; sent to the pages of signing in alone. */
export function setHalfCookie(reply: FastifyReply, token: string): void {
  const { isSecure } = reply.server.site
  reply.setCookie(halfName, token, {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    maxAge: tenMinutes,
  })
}

export const halfToken = ({ cookies }: FastifyRequest): string | undefined => cookies[halfName]

export const sessionToken = ({ cookies, server }: FastifyRequest): string | undefined =>
  cookies[cookieName(server.site.isSecure)]

const challengeName = 'passkey-challenge'
const fiveMinutes = 300 // seconds

/** Binds what a passkey has to sign to the browser that asked for it. */
export function setChallengeCookie(reply: FastifyReply, token: string): void {
  const { isSecure } = reply.server.site
  reply.setCookie(challengeName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    maxAge: fiveMinutes,
  })
}

export const challengeToken = ({ cookies }: FastifyRequest): string | undefined => cookies[challengeName]

const journeyName = 'agency-sign-in'

/** On the way to an agency's provider and back: lax, since it has to come along from there. */
export function setJourneyCookie(reply: FastifyReply, token: string): void {
  const { isSecure } = reply.server.site
  reply.setCookie(journeyName, token, {
    path: '/sign-in/agency',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: tenMinutes,
  })
}

export const journeyToken = ({ cookies }: FastifyRequest): string | undefined => cookies[journeyName]

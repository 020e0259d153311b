import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Actor, Change, Database, Origin, Reading } from '../database.ts'
import { log } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { largestBody, readBodies } from './bodies.ts'
import { answerErrors } from './errors.ts'
import type { PageContext } from './page-context.ts'
import { guardAgainstForgery, setSecurityHeaders } from './protection.ts'
import { formIdOf, saidIn } from './sent-form.ts'
import type { Site } from './site.ts'

declare module 'fastify' {
  interface FastifyInstance {
    database: Database
    site: Site
  }
  interface FastifyRequest {
    /** Who signed in; asking for it refuses when nobody did. */
    actor: Actor
    optionalActor: Actor | undefined
    nonce: string
    hasLooked: boolean
    /** Reads as who signed in. A look that the work declares is in the audit before this returns. */
    read<T>(work: (reading: Reading) => Promise<T>): Promise<T>
    /** As `read`, from the replica where there is one: for reports and exports. */
    report<T>(work: (reading: Reading) => Promise<T>): Promise<T>
    /** Changes as who signed in. A form that carries `formId` is done once, however often it is sent. */
    change<T>(work: (change: Change) => Promise<T>): Promise<T>
    page(): PageContext
  }
  interface FastifyReply {
    page(view: Page): FastifyReply
  }
  interface FastifyContextConfig {
    /** 'anyone', 'signed-in', or a permission in words, such as 'see cases'. */
    may?: string
    /** Whether an answer shows personal data: then the reading must say whose, or nothing is sent (T11). */
    looks?: 'personal' | 'none'
    /** Asks for the password again where it was last given more than ten minutes ago (T26). */
    asksAgain?: boolean
    isApi?: boolean
    /** Open to somebody who has to do something else first, such as setting up a second step. */
    isOpenFirst?: boolean
  }
}

/** What a view returns: JSX that is already, or will be, a string of escaped HTML. */
type Page = { toString(): string | Promise<string> }

export interface Options {
  database: Database
  site: Site
  /** Who sends this request, from its cookie or token; undefined when nobody signed in. */
  whoIs(request: FastifyRequest): Promise<Actor | undefined>
  trustProxy?: string | undefined
}

/** The web server without its routes: each says who may call it, and whether it shows personal data. */
export function buildApp({ database, site, whoIs, trustProxy }: Options): FastifyInstance {
  const app = Fastify({
    bodyLimit: largestBody,
    trustProxy: trustProxy ? trustProxy.split(',') : false,
    requestIdHeader: false,
    genReqId: () => randomBytes(8).toString('hex'),
    routerOptions: { maxParamLength: 300 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorate('database', database)
  app.decorate('site', site)
  app.decorateRequest('optionalActor', undefined)
  app.decorateRequest('nonce', '')
  app.decorateRequest('hasLooked', false)
  app.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      if (!this.optionalActor) throw new Refusal('not allowed', 'actor.not-signed-in')
      return this.optionalActor
    },
  })
  app.decorateRequest('read', function (work) {
    return database.read(this.actor, work, originOf(this))
  })
  app.decorateRequest('report', function (work) {
    return database.report(this.actor, work, originOf(this))
  })
  app.decorateRequest('change', function (work) {
    return database.change(this.actor, work, originOf(this))
  })
  app.decorateRequest('page', function () {
    return site.pageOf(this)
  })
  app.decorateReply('page', function (view: Page) {
    // As bytes: what compresses and what sends would each measure the string anew.
    return this.type('text/html; charset=utf-8').send(Buffer.from(`<!doctype html>${view}`))
  })
  app.register(cookie)
  readBodies(app)
  app.register(compress, {
    threshold: 1024,
    syncThreshold: 512 * 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })

  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.may) throw new Error(`${String(method)} ${url} does not say who may call it.`)
    if (!config.looks && config.may !== 'anyone')
      throw new Error(`${String(method)} ${url} does not say whether it shows personal data.`)
  })
  app.addHook('onRequest', async (request, reply) => {
    request.nonce = randomBytes(16).toString('base64')
    setSecurityHeaders(request, reply)
    request.optionalActor = await whoIs(request)
    guardAgainstForgery(request)
    if (!isFormOfSomebodySignedOut(request)) letIn(request)
  })
  app.addHook('preHandler', async (request, reply) => {
    letIn(request)
    const first =
      request.routeOptions.config.may !== 'anyone' && !request.routeOptions.config.isOpenFirst
        ? site.comesFirst(request)
        : undefined
    if (first && request.method === 'GET') return reply.redirect(first, 303)
    if (first) throw new Refusal('not allowed', 'session.something-first')
    if (request.routeOptions.config.asksAgain && !(await site.isProved(request))) {
      throw new Refusal('not allowed', 'session.prove-again')
    }
  })
  app.addHook('onSend', async (request, reply) => {
    const { looks } = request.routeOptions.config
    if (looks === 'personal' && reply.statusCode === 200 && !request.hasLooked) {
      log.fatal({ url: request.routeOptions.url }, 'personal data was about to leave without an audit')
      reply.status(503)
      return ''
    }
    const formId = formIdOf(request.body)
    if (formId && reply.statusCode === 303 && request.optionalActor) {
      await database.keepFormAnswer(request.optionalActor, formId, String(reply.getHeader('location')))
    }
    return undefined
  })
  answerErrors(app)
  return app
}

/** A small form is read before it is refused, so that what somebody typed is not lost with their session. */
function isFormOfSomebodySignedOut({ method, optionalActor, headers, routeOptions }: FastifyRequest): boolean {
  const length = Number(headers['content-length'])
  return (
    method === 'POST' &&
    !optionalActor &&
    !routeOptions.config.isApi &&
    length < largestTypedForm &&
    headers['content-type'] === formType
  )
}

const formType = 'application/x-www-form-urlencoded'
const largestTypedForm = 200_000

function letIn({ routeOptions, optionalActor }: FastifyRequest): void {
  const { may } = routeOptions.config
  if (may === undefined || may === 'anyone') return // no route matched: 404 follows
  if (!optionalActor) throw new Refusal('not allowed', 'actor.not-signed-in')
  if (may !== 'signed-in' && !optionalActor.may.has(may)) throw new Refusal('not allowed', 'actor.may-not', { may })
}

function originOf(request: FastifyRequest): Origin {
  const formId = formIdOf(request.body)
  return {
    channel: request.routeOptions.config.isApi ? 'api' : 'web',
    requestId: request.id,
    onLook: () => {
      request.hasLooked = true
    },
    ...(formId && { formId, formSaid: saidIn(request.body) }),
  }
}

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { log } from '../log.ts'
import { Refusal } from '../refusal.ts'
import { noteDenial } from './denials.ts'
import { typedBody } from './form.ts'
import { FaultPage, RefusalPage } from './problem-pages.tsx'
import { ProveAgainPage } from './prove-again-page.tsx'
import { ReasonFirstPage } from './reason-first-page.tsx'
import { saidIn } from './sent-form.ts'
import { SignedOutPage } from './signed-out-page.tsx'

const statusOf = { 'not found': 404, 'not allowed': 403, conflict: 409, 'too many': 429, unreadable: 400 } as const

/** The one place where refusals and faults become statuses and words. Problems never come here: routes answer them, 422. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => answerRefusal(new Refusal('not found', 'page.not-found'), request, reply))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof Refusal) return answerRefusal(error, request, reply)
    const badRequest = badRequestOf(error)
    if (badRequest) return answerRefusal(badRequest, request, reply, error.statusCode)
    return answerFault(error, request, reply)
  })
}

async function answerRefusal(
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number = statusOf[refusal.kind],
) {
  if (refusal.code !== 'case.reason-first') await noteDenial(refusal, request) // which is asked, and not refused
  if (wantsJson(request))
    return reply.status(refusal.code === 'actor.not-signed-in' ? 401 : status).send({ code: refusal.code })
  if (refusal.code === 'actor.not-signed-in' && request.method === 'GET') {
    return reply.redirect(`/sign-in?back=${encodeURIComponent(request.url)}`, 303)
  }
  if (refusal.code === 'actor.not-signed-in') {
    return reply
      .status(403)
      .page(SignedOutPage({ page: request.page(), action: request.url, typed: typedBody.parse(request.body) }))
  }
  if (refusal.code === 'session.prove-again') {
    const { method, url } = request
    const typed = method === 'GET' ? { back: url } : typedBody.parse(request.body)
    const action = method === 'GET' ? '/session/proof' : url
    const ways = await request.server.site.waysToProve(request)
    return reply.status(status).page(ProveAgainPage({ page: request.page(), action, typed, ways }))
  }
  if (refusal.code === 'case.reason-first') {
    const back = request.method === 'GET' ? request.url : ''
    const caseId = String(refusal.details['caseId'])
    return reply.status(status).page(ReasonFirstPage({ page: request.page(), caseId, back }))
  }
  if (refusal.code === 'form.already-sent') return answerAgain(refusal, request, reply)
  return reply.status(status).page(RefusalPage({ page: request.page(), refusal, sent: request.body }))
}

/** A form that came twice: lead to where the first one ended, once that is known. With other words it is something else, which nobody kept. */
async function answerAgain(refusal: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const formId = String(refusal.details['formId'])
  const first = await request.server.database.findFormAnswer(request.actor, formId, saidIn(request.body))
  if (first && !first.isSame) {
    const otherwise = new Refusal('conflict', 'form.said-otherwise')
    return reply.status(409).page(RefusalPage({ page: request.page(), refusal: otherwise, sent: request.body }))
  }
  if (first?.answer) return reply.redirect(first.answer, 303)
  return reply.status(409).page(RefusalPage({ page: request.page(), refusal, sent: undefined }))
}

function answerFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  log.error({ fault: request.id, url: request.routeOptions.url, error }, 'fault')
  if (wantsJson(request)) return reply.status(500).send({ code: 'fault', number: request.id })
  return reply.status(500).page(FaultPage({ page: request.page(), number: request.id, sent: request.body }))
}

/** What the sender can mend: a body too large, a broken encoding, an id that is no id. */
function badRequestOf(error: FastifyError): Refusal | undefined {
  if (error.code === '22P02' || error.code === '22007' || error.code === '22021')
    return new Refusal('not found', 'page.not-found')
  if (error.code === '42501') {
    log.warn({ error }, 'only the database said no') // the operation should have, in words of its own
    return new Refusal('not allowed', 'actor.may-not')
  }
  const isTooBig = error.code === '22003' // a number that no column of ours holds, such as a version of ten digits
  if (error instanceof ZodError || isTooBig) {
    log.warn({ error }, 'a request that none of our pages sends')
    return new Refusal('unreadable', 'request.unreadable')
  }
  if (error.statusCode === 413) return new Refusal('not allowed', 'request.too-large')
  if (error.statusCode === 415) return new Refusal('not allowed', 'request.unknown-format')
  if (error.statusCode !== undefined && error.statusCode < 500) return new Refusal('not allowed', 'request.unreadable')
  if (error.message.startsWith('Multipart:') || error.message === 'Unexpected end of multipart data')
    return new Refusal('unreadable', 'request.unreadable')
  return undefined
}

const wantsJson = (request: FastifyRequest) =>
  request.routeOptions.config?.isApi || request.url.startsWith('/api/') || request.headers.accept === 'application/json'

import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { log } from '../platform/log.ts'
import { Refusal } from '../platform/refusal.ts'

interface ProblemDetails {
  status: number
  code: string
  problems?: { field: string; code: string }[]
  number?: string
}

const statusOf = { 'not found': 404, 'not allowed': 403, conflict: 409, 'too many': 429, unreadable: 400 } as const

/** What the API answers when it cannot do as asked: RFC 9457, with a stable code. */
export function answerProblems(api: FastifyInstance): void {
  api.setNotFoundHandler((_request, reply) => send(reply, { status: 404, code: 'route.not-found' }))
  api.setErrorHandler((error: FastifyError, request, reply) => {
    const details = detailsOf(error)
    if (details) return send(reply, details)
    log.error({ fault: request.id, url: request.routeOptions.url, error }, 'fault')
    return send(reply, { status: 500, code: 'fault', number: request.id })
  })
}

/** Refuses the fields that a schema of ours cannot express. */
export const refuseFields = (reply: FastifyReply, ...fields: { field: string; code: string }[]) =>
  send(reply, { status: 422, code: 'request.not-valid', problems: fields })

function send(reply: FastifyReply, { status, code, ...rest }: ProblemDetails) {
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  const body = { type: 'about:blank', title: code.replace(/[.-]/g, ' '), status, code, ...rest }
  return reply.status(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}

function detailsOf(error: FastifyError): ProblemDetails | undefined {
  if (error instanceof Refusal) return detailsOfRefusal(error)
  if (error.validation) return detailsOfValidation(error)
  if (error.code === '42501') return { status: 403, code: 'case.part-closed' } // the database's own rule said no
  if (error.code === '22P02' || error.code === '22007' || error.code === '22021')
    return { status: 422, code: 'request.not-valid' }
  if (error.statusCode === 413) return { status: 413, code: 'request.too-large' }
  if (error.statusCode === 415) return { status: 415, code: 'request.unknown-format' }
  if (error.statusCode !== undefined && error.statusCode < 500) return { status: 400, code: 'request.unreadable' }
  return undefined
}

function detailsOfRefusal({ kind, code }: Refusal): ProblemDetails {
  if (code === 'actor.not-signed-in') return { status: 401, code: 'token.not-known' }
  return { status: statusOf[kind], code }
}

/** A path that holds no id leads nowhere; anything else that is wrong is named, field by field. */
function detailsOfValidation({ validation, validationContext }: FastifyError): ProblemDetails {
  if (validationContext === 'params') return { status: 404, code: 'route.not-found' }
  const problems = (validation ?? []).flatMap(({ keyword, instancePath, params, message }) =>
    keyword === 'unrecognized_keys'
      ? (params['keys'] as string[]).map((field) => ({ field, code: 'unknown' }))
      : [{ field: instancePath.slice(1), code: codeOf(keyword, message) }],
  )
  return { status: 422, code: 'request.not-valid', problems }
}

const codes: Record<string, string> = {
  invalid_value: 'not-a-choice',
  invalid_format: 'unreadable',
  too_big: 'too-big',
  too_small: 'too-small',
}

function codeOf(keyword: string, message = ''): string {
  if (keyword === 'custom') return message
  if (keyword === 'invalid_type') return message.endsWith('received undefined') ? 'missing' : 'wrong-type'
  return codes[keyword] ?? 'unreadable'
}

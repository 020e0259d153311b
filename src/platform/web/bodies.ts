import { parse } from 'node:querystring'
import formbody from '@fastify/formbody'
import { errorCodes, type FastifyBodyParser, type FastifyInstance } from 'fastify'
import { jsonProblemOf } from '../read-json.ts'
import { Refusal } from '../refusal.ts'

/** Bytes of a form as text or of JSON: many times the longest form. Files come in parts, and each route says how large they may be. */
export const largestBody = 1024 * 1024
const mostFields = 5_000
const tooMany = {}

/**
 * Forms, and JSON where a program asks. A body is read in one go and everybody waits meanwhile: 20 MB of fields without words, from
 * whoever had not even signed in, held all others up for ten seconds.
 */
export function readBodies(app: FastifyInstance): void {
  app.register(formbody, {
    parser: (text) =>
      text.split('&', mostFields + 1).length > mostFields ? tooMany : parse(text, '&', '=', { maxKeys: 0 }),
  })
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, jsonParserOf(app))
  app.addHook('preParsing', async ({ headers, routeOptions, is404 }) => {
    const kind = headers['content-type'] ?? ''
    if (!is404 && noPageSends.test(kind) && !routeOptions.config.isApi)
      throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(kind)
  })
  app.addHook('preValidation', async ({ body }) => {
    if (body === tooMany) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE()
  })
}

const noPageSends = /^\s*(application\/json|text\/plain)/i

/** As Fastify's own, and refuses what says one thing twice: the first of them would be lost without a word. */
export function jsonParserOf(app: FastifyInstance): FastifyBodyParser<string> {
  const parse = app.getDefaultJsonParser('error', 'error')
  return (request, text, done) =>
    parse(request, text, (error, value) => {
      const problem = error ? undefined : jsonProblemOf(text, value)
      done(problem ? new Refusal('unreadable', `request.${problem}`) : error, value)
    })
}

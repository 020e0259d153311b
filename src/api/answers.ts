import type { FastifyReply } from 'fastify'
import { problem } from './schemas/parts.ts'

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
})

/** What any route may answer instead. */
export const problemAnswers = {
  401: problemAnswer('The token is missing, unknown or revoked.'),
  403: problemAnswer('Your token may not do this.'),
  422: problemAnswer('Something in the request cannot be taken; `problems` says which fields.'),
}
export const notFoundAnswer = {
  404: problemAnswer('There is no such case, or your agency may not know of it: the answer is the same.'),
}

export const conflictAnswer = {
  409: problemAnswer('Somebody changed it meanwhile, or its state does not allow it: `code` says which.'),
}

/** Sends JSON that is text already: what the database wrote is not read and written again. */
export const sendJson = (reply: FastifyReply, json: string) => reply.type('application/json; charset=utf-8').send(json)

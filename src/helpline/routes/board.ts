import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { readForm } from '../../platform/web/form.ts'
import { beOn } from '../keep-rota.ts'
import { readBoard } from '../read-board.ts'
import { beginCall } from '../take-call.ts'
import { BoardPage, boardFragment } from '../views/board-page.tsx'

export interface OfLine {
  Params: { lineId: string }
}
const sees = { config: { may: 'see the helpline', looks: 'personal' } } as const
const answers = { config: { may: 'answer the helpline', looks: 'none' } } as const
const onOrOff = z.object({ isOn: z.enum(['yes', 'no']) })
const doneNames = ['closed', 'tried', 'ended'] as const

/** A line as it is now. */
export async function boardRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfLine>('/helpline/:lineId', sees, async (request, reply) => {
    const board = await request.read((reading) => readBoard(reading, request.params.lineId))
    const { done: sent } = request.query as { done?: unknown }
    const done = doneNames.find((name) => name === sent)
    const { may, userId } = request.actor
    return reply.page(
      BoardPage({ page: request.page(), board, done, userId, mayAnswer: may.has('answer the helpline') }),
    )
  })

  app.get<OfLine>('/helpline/:lineId/part', sees, async (request, reply) => {
    const board = await request.read((reading) => readBoard(reading, request.params.lineId))
    const { may, userId } = request.actor
    const part = boardFragment({ page: request.page(), board, userId, mayAnswer: may.has('answer the helpline') })
    return reply.type('text/html; charset=utf-8').send(`${await part}`)
  })

  app.post<OfLine>('/helpline/:lineId/duty', answers, async (request, reply) => {
    const form = readForm(onOrOff, request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    await request.change((change) => beOn(change, request.params.lineId, form.values.isOn === 'yes'))
    return reply.redirect(`/helpline/${request.params.lineId}`, 303)
  })

  app.post<OfLine>('/helpline/:lineId/calls', answers, async (request, reply) => {
    const id = await request.change((change) => beginCall(change, request.params.lineId))
    return reply.redirect(`/helpline-calls/${id}`, 303)
  })
}

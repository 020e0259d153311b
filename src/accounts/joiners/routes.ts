import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decodeText } from '../../imports/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { acceptUploads, fileIn } from '../../platform/web/upload.ts'
import { applyJoiners } from './apply-joiners.ts'
import { planJoiners } from './plan-joiners.ts'
import { readJoiners } from './read-joiners.ts'
import { JoinersDonePage, JoinersPage, JoinersPreviewPage } from './views/joiners.tsx'

const largestFile = 1_000_000 // bytes
const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }
const list = z.object({ list: z.string().max(largestFile) })

/** A list of who joins and who leaves: chosen, shown, done. Nothing of it is kept in between. */
export async function joinerRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestFile)

  app.get('/settings/users/list', administrators, async (request, reply) => showStart(request, reply))

  app.post('/settings/users/list', administrators, async (request, reply) => {
    const file = fileIn(request.body)
    const { pasted } = (request.body ?? {}) as { pasted?: unknown }
    const text = file ? decodeText(file.bytes) : typeof pasted === 'string' ? pasted : ''
    if (file && file.bytes.length > largestFile) return showStart(request, reply.status(422), 'too-many', '')
    if (text.trim() === '') return showStart(request, reply.status(422), 'missing', '')
    const read = readJoiners(text)
    if ('problem' in read) return showStart(request, reply.status(422), read.problem, file ? '' : text)
    const plan = await request.read((reading) => planJoiners(reading, read.rows))
    return reply.page(JoinersPreviewPage({ page: request.page(), may: request.actor.may, plan, list: text }))
  })

  app.post(
    '/settings/users/list/apply',
    { config: { ...administrators.config, asksAgain: true } },
    async (request, reply) => {
      const sent = list.safeParse(request.body)
      const read = sent.success ? readJoiners(sent.data.list) : undefined
      if (!read || 'problem' in read) throw new Refusal('unreadable', 'request.unreadable')
      const plan = await request.change((change) => applyJoiners(change, read.rows))
      return reply.page(JoinersDonePage({ page: request.page(), may: request.actor.may, plan }))
    },
  )
}

function showStart(request: FastifyRequest, reply: FastifyReply, problem?: string, pasted = '') {
  return reply.page(JoinersPage({ page: request.page(), may: request.actor.may, problem, pasted }))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm, withProblems } from '../platform/web/form.ts'
import { addHost, removeHost } from './keep-hosts.ts'
import { listHosts } from './queries.ts'
import { OutsidePage } from './views.tsx'
import { whatLeaves } from './what-leaves.ts'
import { words } from './words.ts'

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/
const newHost = z.object({
  host: z
    .string({ error: 'host.form' })
    .trim()
    .toLowerCase()
    .transform((typed) => typed.replace(/^https:\/\//, '').replace(/\/$/, ''))
    .pipe(z.string().max(253, 'host.form').regex(label, 'host.form')),
  reason: z.string({ error: 'reason.short' }).trim().min(10, 'reason.short').max(500, 'reason.long'),
})
const said = z.object({ done: z.enum(['added', 'removed']).optional().catch(undefined) })
const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' } } as const
const changing = { config: { ...coordinators.config, asksAgain: true } } as const

/** What leaves this server, and which hosts it may ask. */
export async function outsideHostRoutes(app: FastifyInstance): Promise<void> {
  app.get('/settings/outside-hosts', coordinators, (request, reply) => show(request, reply, blankForm))

  app.post('/settings/outside-hosts', changing, async (request, reply) => {
    const form = readForm(newHost, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { host, reason } = form.values
    try {
      await request.change((change) => addHost(change, host, reason))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'outside-host.known')) throw error
      return show(request, reply.status(422), withProblems(form, { field: 'host', message: 'host.known' }))
    }
    return reply.redirect('/settings/outside-hosts?done=added', 303)
  })

  app.post<{ Params: { hostId: string } }>(
    '/settings/outside-hosts/:hostId/removal',
    changing,
    async (request, reply) => {
      await request.change((change) => removeHost(change, request.params.hostId))
      return reply.redirect('/settings/outside-hosts?done=removed', 303)
    },
  )
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => ({
    hosts: await listHosts(reading),
    uses: await whatLeaves(reading),
  }))
  const page = request.page()
  const { done } = said.parse(request.query)
  const told = done && words(page.locale)(`done.${done}`)
  return reply.page(OutsidePage({ page, may: request.actor.may, form, done: told, ...shown }))
}

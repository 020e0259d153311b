import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Account, listAccounts } from '../../agencies/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { jsonParserOf } from '../../platform/web/bodies.ts'
import { noteDenial } from '../../platform/web/denials.ts'
import { findUserByEmail, findUserByExternalId, listExternalIds } from '../queries/users.ts'
import { addUser, changeUser, getOwnUser } from './keep-user.ts'
import { newUser, presentError, presentList, presentUser, readFilter, readPatch, serviceProvider } from './resources.ts'

const keepers = { config: { may: 'keep users by scim', looks: 'none' as const, isApi: true } }
const most = 200
const asked = z.object({
  filter: z.string().optional(),
  startIndex: z.coerce.number().int().min(1).catch(1),
  count: z.coerce.number().int().min(0).max(most).catch(100),
})

interface OfUser {
  Params: { userId: string }
  Body: unknown
}

/** An agency's own system says who joins and who leaves: SCIM 2.0, with a token of its own kind. Each change is an event. */
export async function scimRoutes(app: FastifyInstance): Promise<void> {
  await app.register(async (scim) => {
    scim.addContentTypeParser('application/scim+json', { parseAs: 'string' }, jsonParserOf(scim))
    scim.setErrorHandler(async (error, request, reply) => {
      const refusal = error instanceof Refusal ? error : asRefusal(error as { code?: string; statusCode?: number })
      if (!refusal) throw error
      await noteDenial(refusal, request)
      const isUnknown = refusal.code === 'actor.not-signed-in'
      const status = isUnknown ? 401 : statusOf[refusal.kind]
      const type = refusal.code === 'account.address-taken' ? 'uniqueness' : undefined
      return reply.status(status).send(presentError(status, refusal.code, type))
    })
    scim.addHook('onSend', async (_request, reply) => {
      if (reply.statusCode !== 204) reply.header('content-type', 'application/scim+json; charset=utf-8')
    })
    await userRoutes(scim)
  })
}

async function userRoutes(app: FastifyInstance): Promise<void> {
  app.get('/scim/v2/ServiceProviderConfig', keepers, async () => serviceProvider)

  app.get('/scim/v2/Users', keepers, async (request) => {
    const { filter, startIndex, count } = asked.parse(request.query)
    const { agencyId } = request.actor
    if (filter !== undefined) {
      const sought = readFilter(filter)
      if (!sought) throw new Refusal('unreadable', 'scim.filter')
      const found = await request.read((reading) =>
        'email' in sought ? findUserByEmail(reading, sought.email) : findUserByExternalId(reading, sought.externalId),
      )
      return presentList(found ? await present(request, [found]) : [], found ? 1 : 0, 1)
    }
    const all = await request.read((reading) => listAccounts(reading, { agencyId }, mostOfAgency))
    const users = all.slice(startIndex - 1, startIndex - 1 + count)
    return presentList(await present(request, users), all.length, startIndex)
  })

  app.post<OfUser>('/scim/v2/Users', keepers, async (request, reply) => {
    const read = newUser.safeParse(request.body)
    if (!read.success) throw new Refusal('unreadable', 'scim.user')
    const account = await request.change((change) => addUser(change, read.data))
    const [presented] = await present(request, [account])
    return reply.status(201).header('location', presented!.meta.location).send(presented)
  })

  app.get<OfUser>('/scim/v2/Users/:userId', keepers, async (request) => {
    const user = await request.read((reading) => getOwnUser(reading, request.params.userId))
    return (await present(request, [user]))[0]
  })

  app.patch<OfUser>('/scim/v2/Users/:userId', keepers, async (request) => {
    const changes = readPatch(request.body)
    if (!changes) throw new Refusal('unreadable', 'scim.patch')
    const user = await request.change((change) => changeUser(change, request.params.userId, changes))
    return (await present(request, [user]))[0]
  })

  app.delete<OfUser>('/scim/v2/Users/:userId', keepers, async (request, reply) => {
    await request.change((change) => changeUser(change, request.params.userId, { isActive: false }))
    return reply.status(204).send()
  })
}

/** Accounts as SCIM says them, with what the agency's own system calls them. */
async function present(request: FastifyRequest, users: readonly Account[]) {
  const ids = users.map(({ id }) => id)
  const externalIds = await request.read((reading) => listExternalIds(reading, ids))
  return users.map((user) => presentUser(user, request.server.site.publicUrl, externalIds.get(user.id)))
}

const mostOfAgency = 10_000
const statusOf = { 'not found': 404, 'not allowed': 403, conflict: 409, 'too many': 429, unreadable: 400 } as const

/** What the sender can mend: an id that is no id, a body that is no JSON. */
function asRefusal({ code, statusCode }: { code?: string; statusCode?: number }): Refusal | undefined {
  if (code === '22P02' || code === '22021') return new Refusal('not found', 'account.not-found')
  if (code === '42501') return new Refusal('not allowed', 'actor.may-not')
  return statusCode !== undefined && statusCode < 500 ? new Refusal('unreadable', 'request.unreadable') : undefined
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  changeAccess,
  disableAccount,
  enableAccount,
  getPartnership,
  humanRoles,
  listAgencies,
  version,
} from '../../agencies/index.ts'
import type { Change } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type FormState,
  filledForm,
  optionalText,
  readForm,
  text,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { isOwnPassword, turnSecondStepOff } from '../../sign-in/index.ts'
import { inviteUser, renewInvitation } from '../invite-user.ts'
import { InvitePage } from '../views/invite.tsx'
import { UserAccessPage } from '../views/user-access.tsx'
import { type FoundUser, getForPage, ownOr } from './keeping.ts'

const email = text(254, { missing: 'email.missing', long: 'too-long' }).pipe(z.email('email.form'))
const roles = z.preprocess(
  (typed) => [typed ?? []].flat(),
  z.array(z.enum(humanRoles, { error: 'roles.missing' }), { error: 'roles.missing' }).min(1, 'roles.missing'),
)
const invitation = z.object({
  name: text(120, { missing: 'name.missing', long: 'too-long' }),
  email,
  jobTitle: optionalText(80, 'too-long'),
  roles,
  locale: z.enum(['en', 'it', 'nl'], { error: 'locale.missing' }),
  agencyId: z.uuid().optional().catch(undefined),
})
const access = z.object({
  version,
  email,
  roles,
  password: z.string({ error: 'password.enter' }).min(1, 'password.enter'),
})
const onlyVersion = z.object({ version })
const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }

interface OfUser {
  Params: { userId: string }
  Body: unknown
}

/** Who gets in and what they may do there. Each change is an event; roles ask for the administrator's own password (T26). */
export async function userAccessRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { agency?: string } }>('/settings/users/new', administrators, async (request, reply) => {
    const { locale } = await request.read(getPartnership)
    const agencyId = ownOr(request.actor, request.query.agency)
    return showInvite(request, reply, filledForm({ agencyId, locale, roles: 'WORKER' }))
  })

  app.post<{ Body: unknown }>('/settings/users', administrators, async (request, reply) => {
    const form = readForm(invitation, request.body)
    if (!form.valid) return showInvite(request, reply.status(422), form)
    const agencyId = ownOr(request.actor, form.values.agencyId)
    try {
      await request.change((change) => inviteUser(change, { ...form.values, agencyId }))
    } catch (error) {
      const problem = problemFor(error)
      if (!problem) throw error
      return showInvite(request, reply.status(422), withProblems(form, problem))
    }
    return reply.redirect(`/settings/users?agency=${agencyId}&done=added`, 303)
  })

  app.get<OfUser>('/settings/users/:userId/access', administrators, async (request, reply) => {
    const { user } = await request.read((reading) => getForPage(reading, request.params.userId))
    const { email, roles, version } = user
    return showAccess(request, reply, { user }, filledForm({ email, roles, version: String(version) }))
  })

  app.post<OfUser>('/settings/users/:userId/access', administrators, async (request, reply) => {
    const { userId: id } = request.params
    const form = readForm(access, request.body)
    const found = await request.read((reading) => getForPage(reading, id))
    if (!form.valid) return showAccess(request, reply.status(422), found, form)
    if (!(await isOwnPassword(app.database, request.actor, form.values.password))) {
      const problem = { field: 'password', message: 'password.wrong' }
      return showAccess(request, reply.status(422), found, withProblems(form, problem))
    }
    const { version, roles, email } = form.values
    try {
      await request.change((change) => changeAccess(change, { id, version }, { roles, email }))
    } catch (error) {
      const problem = problemFor(error)
      if (!problem) throw error
      return showAccess(request, reply.status(422), found, withProblems(form, problem))
    }
    return reply.redirect(`/settings/users/${id}?done=changed`, 303)
  })

  const verbs = {
    invite: renewInvitation,
    disable: disableAccount,
    enable: enableAccount,
    'second-step-off': (change: Change, { id }: { id: string }) => turnSecondStepOff(change, id),
  }
  for (const [verb, act] of Object.entries(verbs)) {
    app.post<OfUser>(`/settings/users/:userId/${verb}`, administrators, async (request, reply) => {
      const { user } = await request.read((reading) => getForPage(reading, request.params.userId))
      const form = readForm(onlyVersion, request.body)
      const version = form.valid ? form.values.version : 0
      await request.change((change) => act(change, { id: user.id, version }))
      return reply.redirect(`/settings/users/${user.id}?done=changed`, 303)
    })
  }
}

/** Refusals that the form can mend. */
function problemFor(error: unknown) {
  if (!(error instanceof Refusal)) return undefined
  if (error.code === 'account.address-taken') return { field: 'email', message: 'email.taken' }
  if (error.code === 'account.coordinators-only') return { field: 'roles', message: 'roles.coordinators-only' }
  return undefined
}

async function showInvite(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { may } = request.actor
  const agencyId = ownOr(request.actor, typedText(form, 'agencyId') || undefined)
  const agencies = may.has('coordinate the partnership') ? await request.read(listAgencies) : []
  return reply.page(InvitePage({ page: request.page(), may, agencies, agencyId, form }))
}

function showAccess(request: FastifyRequest, reply: FastifyReply, { user }: FoundUser, form: FormState<unknown>) {
  return reply.page(UserAccessPage({ page: request.page(), may: request.actor.may, user, form }))
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hostsPermittedBy } from '../../../outside-hosts/index.ts'
import { blankForm, type FormState, filledForm, readForm, text, withProblems } from '../../../platform/web/form.ts'
import { keepProvider, removeProvider } from '../keep-provider.ts'
import { findTrouble, logoutUrl, mayBeIssuer, returnUrl } from '../openid.ts'
import { findOwnProvider } from '../queries.ts'
import { ProviderPage } from '../views/provider.tsx'

const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/
const provider = z.object({
  issuer: text(300, { missing: 'provider.issuer.missing', long: 'provider.long' }),
  clientId: text(200, { missing: 'provider.client.missing', long: 'provider.long' }),
  clientSecret: z.string().trim().max(500, 'provider.long').default(''),
  emailDomains: text(500, { missing: 'provider.domains.missing', long: 'provider.long' })
    .transform((typed) =>
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((each) => each.replace(/^@/, '')),
    )
    .refine((domains) => domains.every((each) => domain.test(each)), 'provider.domains.form'),
  isPasswordOff: z
    .literal('yes')
    .optional()
    .transform((typed) => typed === 'yes'),
})
const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }
const changing = { config: { ...administrators.config, asksAgain: true } }

/** Through which provider an agency's workers come in. Each change is an event, and asks who the administrator is (T26). */
export async function providerSettingsRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/sign-in/provider', administrators, async (request, reply) => {
    const found = await request.read(findOwnProvider)
    const { emailDomains = [], isPasswordOff = false, ...plain } = found ?? {}
    const typed = { ...plain, emailDomains: emailDomains.join(', '), ...(isPasswordOff && { isPasswordOff: 'yes' }) }
    return show(request, reply, found ? filledForm(typed) : blankForm)
  })

  app.post('/settings/sign-in/provider', changing, async (request, reply) => {
    const form = readForm(provider, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { issuer } = form.values
    const here = { publicUrl: app.site.publicUrl, isPermitted: hostsPermittedBy(app.database) }
    const trouble = mayBeIssuer(issuer, here) ? await findTrouble(issuer, here) : 'form'
    if (trouble) {
      const told = withProblems(form, { field: 'issuer', message: `provider.issuer.${trouble}` })
      return show(request, reply.status(422), told)
    }
    const isKept = await request.change((change) => keepProvider(change, form.values))
    if (isKept) return reply.redirect('/settings/sign-in/provider?done', 303)
    const told = withProblems(form, { field: 'clientSecret', message: 'provider.secret.missing' })
    return show(request, reply.status(422), told)
  })

  app.post('/settings/sign-in/provider/removal', changing, async (request, reply) => {
    await request.change(removeProvider)
    return reply.redirect('/settings/sign-in/provider?done', 303)
  })
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { actor, server, query } = request
  const found = await request.read(findOwnProvider)
  const here = { publicUrl: server.site.publicUrl, agencyId: actor.agencyId }
  const isDone = (query as { done?: string }).done !== undefined
  const addresses = { returnUrl: returnUrl(here), logoutUrl: logoutUrl(here) }
  return reply.page(
    ProviderPage({ page: request.page(), may: actor.may, form, isSet: Boolean(found), isDone, ...addresses }),
  )
}

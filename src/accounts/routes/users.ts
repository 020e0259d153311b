import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  ChangedMeanwhilePage,
  changeAccount,
  doneSaid,
  findLastChange,
  isMeanwhile,
  isToEdit,
  listAccounts,
  listAgencies,
  phoneNumber,
  version,
} from '../../agencies/index.ts'
import { type FormState, filledForm, optionalText, readForm, text, typedText } from '../../platform/web/form.ts'
import { type Locale, localeNames } from '../../platform/words.ts'
import { UserPage } from '../views/user.tsx'
import { UsersPage } from '../views/users.tsx'
import { words } from '../words.ts'
import { type FoundUser, getForPage, ownOr, typedOf } from './keeping.ts'

const shown = 25
const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }

const asked = z.object({
  agency: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})
const details = z.object({
  version,
  name: text(120, { missing: 'name.missing', long: 'too-long' }),
  jobTitle: optionalText(80, 'too-long'),
  phone: phoneNumber,
  locale: z.enum(['en', 'it', 'nl'], { error: 'locale.missing' }),
})

interface OfUser {
  Params: { userId: string }
  Querystring: { done?: string }
  Body: unknown
}

/** The users of an agency and what is said of them. Each change is an event. */
export async function userRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/users', administrators, async (request, reply) => {
    const { q, after, agency } = asked.parse(request.query)
    const { may } = request.actor
    const agencyId = ownOr(request.actor, agency)
    const { found, agencies } = await request.read(async (reading) => ({
      found: await listAccounts(reading, { agencyId, words: q, after }, shown + 1),
      agencies: may.has('coordinate the partnership') ? await listAgencies(reading) : [],
    }))
    const users = found.slice(0, shown)
    const next = found.length > shown ? users.at(-1)?.id : undefined
    const page = request.page()
    const search = { q: q ?? '', agencyId, isOn: Boolean(q), isFirst: !after }
    const done = doneSaid(page, request.query.done)
    return reply.page(UsersPage({ page, may, users, agencies, search, next, done }))
  })

  app.get<OfUser>('/settings/users/:userId', administrators, async (request, reply) => {
    const found = await request.read((reading) => getForPage(reading, request.params.userId))
    return showUser(request, reply, found, filledForm(typedOf(found.user)))
  })

  app.post<OfUser>('/settings/users/:userId', administrators, async (request, reply) => {
    const { userId: id } = request.params
    const form = readForm(details, request.body)
    const found = await request.read((reading) => getForPage(reading, id))
    if (!form.valid || isToEdit(form)) return showUser(request, reply.status(form.valid ? 200 : 422), found, form)

    const { version, ...part } = form.values
    try {
      await request.change((change) => changeAccount(change, { id, version }, part))
    } catch (error) {
      if (!isMeanwhile(error)) throw error
      return showBoth(request, reply, found, form)
    }
    return reply.redirect(`/settings/users/${id}?done=changed`, 303)
  })
}

function showUser(request: FastifyRequest, reply: FastifyReply, found: FoundUser, form: FormState<unknown>) {
  const page = request.page()
  const done = doneSaid(page, (request.query as { done?: string }).done)
  return reply.page(UserPage({ page, actor: request.actor, ...found, form, done }))
}

async function showBoth(request: FastifyRequest, reply: FastifyReply, { user }: FoundUser, form: FormState<unknown>) {
  const lastChange = await request.read((reading) => findLastChange(reading, user.id))
  const page = request.page()
  const say = words(page.locale)
  const kept = typedOf(user)
  const inWords = (part: string, value: string) => (part === 'locale' ? (localeNames[value as Locale] ?? '') : value)
  const rows = (['name', 'jobTitle', 'phone', 'locale'] as const).map((part) => ({
    part: say(part),
    theirs: inWords(part, kept[part]),
    mine: inWords(part, typedText(form, part)),
  }))
  const href = `/settings/users/${user.id}`
  return reply
    .status(409)
    .page(
      ChangedMeanwhilePage({ page, action: href, href, typed: form.typed, version: user.version, rows, lastChange }),
    )
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type Account,
  ChangedMeanwhilePage,
  changeAccount,
  findLastChange,
  getAccount,
  isMeanwhile,
  isToEdit,
  phoneNumber,
  version,
} from '../../agencies/index.ts'
import { type FormState, filledForm, optionalText, readForm, text, typedText } from '../../platform/web/form.ts'
import { type Locale, localeNames } from '../../platform/words.ts'
import { OwnAccountPage } from '../views/own-account.tsx'
import { words } from '../words.ts'

const details = z.object({
  version,
  name: text(120, { missing: 'name.missing', long: 'too-long' }),
  jobTitle: optionalText(80, 'too-long'),
  phone: phoneNumber,
  locale: z.enum(['en', 'it', 'nl'], { error: 'locale.missing' }),
})

const mine = { config: { may: 'signed-in', looks: 'none' as const } }

/** One's own name, telephone, job title and language. Each change is an event. */
export async function ownAccountRoutes(app: FastifyInstance): Promise<void> {
  app.get('/account', mine, async (request, reply) => {
    const account = await getOwn(request)
    return show(request, reply, account, filledForm(typedOf(account)))
  })

  app.post<{ Body: unknown }>('/account', mine, async (request, reply) => {
    const form = readForm(details, request.body)
    if (!form.valid || isToEdit(form)) {
      return show(request, reply.status(form.valid ? 200 : 422), await getOwn(request), form)
    }
    const { version, ...part } = form.values
    const { userId: id } = request.actor
    try {
      await request.change((change) => changeAccount(change, { id, version }, part))
    } catch (error) {
      if (!isMeanwhile(error)) throw error
      return showBoth(request, reply, form)
    }
    return reply.redirect('/account?done', 303)
  })
}

const getOwn = (request: FastifyRequest) => request.read((reading) => getAccount(reading, request.actor.userId))

function show(request: FastifyRequest, reply: FastifyReply, account: Account, form: FormState<unknown>) {
  const isDone = (request.query as { done?: string }).done !== undefined
  return reply.page(OwnAccountPage({ page: request.page(), account, form, isDone }))
}

async function showBoth(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const account = await getOwn(request)
  const lastChange = await request.read((reading) => findLastChange(reading, account.id))
  const page = request.page()
  const say = words(page.locale)
  const { version, ...kept } = typedOf(account)
  const shown = (part: string, value: string) => (part === 'locale' ? (localeNames[value as Locale] ?? '') : value)
  const rows = (['name', 'jobTitle', 'phone', 'locale'] as const).map((part) => ({
    part: say(part),
    theirs: shown(part, kept[part]),
    mine: shown(part, typedText(form, part)),
  }))
  const href = '/account'
  return reply
    .status(409)
    .page(ChangedMeanwhilePage({ page, action: href, href, typed: form.typed, version, rows, lastChange }))
}

function typedOf({ name, jobTitle, phone, locale, version }: Account) {
  return { name, jobTitle, phone, locale, version: String(version) }
}

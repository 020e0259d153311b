import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type FormState, filledForm, optionalText, readForm, text, typedText } from '../../platform/web/form.ts'
import { type Locale, localeNames } from '../../platform/words.ts'
import { changePartnership } from '../change-partnership.ts'
import { findLastChange } from '../queries/last-change.ts'
import { getPartnership, getPartnershipId, type Partnership } from '../queries/partnership.ts'
import { ChangedMeanwhilePage, isToEdit } from '../views/changed-meanwhile.tsx'
import { PartnershipPage } from '../views/partnership.tsx'
import { words } from '../words.ts'
import { doneSaid, phoneNumber, version } from './fields.ts'
import { isMeanwhile } from './meanwhile.ts'

/** Whole days within what the database allows. */
const days = (least: number, most: number, wrong: string) =>
  z
    .string({ error: wrong })
    .trim()
    .regex(/^\d{1,3}$/, wrong)
    .transform(Number)
    .pipe(z.number().min(least, wrong).max(most, wrong))

const settings = z
  .object({
    version,
    name: text(120, { missing: 'partnership.name.missing', long: 'too-long' }),
    locale: z.enum(['en', 'it', 'nl'], { error: 'partnership.locale.missing' }),
    releaseWindowInDays: days(7, 730, 'days.7-730'),
    chaseAfterDays: days(1, 60, 'days.1-60'),
    expireAfterDays: days(2, 180, 'days.2-180'),
    quietAfterDays: days(7, 365, 'days.7-365'),
    nightLineName: optionalText(80, 'too-long'),
    nightLinePhone: phoneNumber,
  })
  .refine(({ chaseAfterDays, expireAfterDays }) => chaseAfterDays < expireAfterDays, {
    path: ['expireAfterDays'],
    message: 'days.expire-later',
  })

const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' as const } }

/** The partnership's own settings. Each change is an event. */
export async function partnershipRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/partnership', coordinators, async (request, reply) => {
    const partnership = await request.read(getPartnership)
    return show(request, reply, partnership, filledForm(typedOf(partnership)))
  })

  app.post<{ Body: unknown }>('/settings/partnership', coordinators, async (request, reply) => {
    const form = readForm(settings, request.body)
    if (!form.valid || isToEdit(form)) {
      return show(request, reply.status(form.valid ? 200 : 422), await request.read(getPartnership), form)
    }
    const { version, ...set } = form.values
    try {
      await request.change((change) => changePartnership(change, version, set))
    } catch (error) {
      if (!isMeanwhile(error)) throw error
      return showBoth(request, reply, form)
    }
    return reply.redirect('/settings/partnership?done=changed', 303)
  })
}

function show(request: FastifyRequest, reply: FastifyReply, partnership: Partnership, form: FormState<unknown>) {
  const page = request.page()
  const done = doneSaid(page, (request.query as { done?: string }).done)
  return reply.page(PartnershipPage({ page, may: request.actor.may, partnership, form, done }))
}

async function showBoth(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { kept, lastChange } = await request.read(async (reading) => ({
    kept: typedOf(await getPartnership(reading)),
    lastChange: await findLastChange(reading, await getPartnershipId(reading)),
  }))
  const page = request.page()
  const say = words(page.locale)
  const { version, ...parts } = kept
  const shown = (part: string, value: string) => (part === 'locale' ? (localeNames[value as Locale] ?? '') : value)
  const rows = Object.entries(parts).map(([part, value]) => ({
    part: say(`partnership.${part as keyof typeof parts}`),
    theirs: shown(part, value),
    mine: shown(part, typedText(form, part)),
  }))
  const href = '/settings/partnership'
  return reply
    .status(409)
    .page(ChangedMeanwhilePage({ page, action: href, href, typed: form.typed, version, rows, lastChange }))
}

function typedOf(kept: Partnership) {
  return {
    version: String(kept.version),
    name: kept.name,
    locale: kept.locale,
    releaseWindowInDays: String(kept.releaseWindowInDays),
    chaseAfterDays: String(kept.chaseAfterDays),
    expireAfterDays: String(kept.expireAfterDays),
    quietAfterDays: String(kept.quietAfterDays),
    nightLineName: kept.nightLineName,
    nightLinePhone: kept.nightLinePhone,
  }
}

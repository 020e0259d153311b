import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import {
  type FormState,
  filledForm,
  type Problem,
  readForm,
  type Typed,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { changePathways } from '../change-partnership.ts'
import { pathwayLabel } from '../labels.ts'
import { findLastChange } from '../queries/last-change.ts'
import { getPartnershipId, type KeptPathway, listAllPathways } from '../queries/partnership.ts'
import { ChangedMeanwhilePage, isToEdit } from '../views/changed-meanwhile.tsx'
import { PathwaysPage } from '../views/pathways.tsx'
import { words } from '../words.ts'
import { doneSaid } from './fields.ts'
import { isMeanwhile } from './meanwhile.ts'

const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' as const } }
const anything = z.unknown()
const longestLabel = 60

/** What the pathways are called, in which order, and which are in use (R018, R040). Each change is an event. */
export async function pathwayRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/pathways', coordinators, async (request, reply) => {
    const pathways = await request.read(listAllPathways)
    return show(request, reply, pathways, filledForm(typedOf(pathways)))
  })

  app.post<{ Body: unknown }>('/settings/pathways', coordinators, async (request, reply) => {
    const kept = await request.read(listAllPathways)
    const typed = readForm(anything, request.body)
    const { pathways, problems } = readPathways(typed.typed, kept)
    const form: FormState<unknown> = problems.length > 0 ? withProblems(typed, ...problems) : typed
    if (!form.valid || isToEdit(form)) return show(request, reply.status(form.valid ? 200 : 422), kept, form)
    try {
      await request.change((change) => changePathways(change, pathways))
    } catch (error) {
      if (isMeanwhile(error)) return showBoth(request, reply, kept, form)
      if (!(error instanceof Refusal) || error.code !== 'pathway.none-left') throw error
      const field = `use-${kept[0]!.code}`
      return show(request, reply.status(422), kept, withProblems(form, { field, message: 'pathway.none-left' }))
    }
    return reply.redirect('/settings/pathways?done=changed', 303)
  })
}

function show(request: FastifyRequest, reply: FastifyReply, pathways: KeptPathway[], form: FormState<unknown>) {
  const page = request.page()
  const done = doneSaid(page, (request.query as { done?: string }).done)
  return reply.page(PathwaysPage({ page, may: request.actor.may, pathways, form, done }))
}

async function showBoth(request: FastifyRequest, reply: FastifyReply, kept: KeptPathway[], form: FormState<unknown>) {
  const lastChange = await request.read(async (reading) => findLastChange(reading, await getPartnershipId(reading)))
  const page = request.page()
  const say = words(page.locale)
  const theirs = typedOf(kept)
  const shown = (part: string, value: string) => (part === 'use' ? say(value ? 'yes' : 'no') : value)
  const rows = kept.flatMap(({ code }) =>
    (['position', ...locales, 'use'] as const).map((part) => ({
      part: `${pathwayLabel(page.locale, code)}: ${part === 'position' || part === 'use' ? say(`pathway.${part}`) : localeNames[part]}`,
      theirs: shown(part, theirs[`${part}-${code}`] ?? ''),
      mine: shown(part, typedText(form, `${part}-${code}`)),
    })),
  )
  const href = '/settings/pathways'
  const version = theirs['version']!
  return reply
    .status(409)
    .page(ChangedMeanwhilePage({ page, action: href, href, typed: form.typed, version, rows, lastChange }))
}

/** One version for the whole table: each pathway's, in the order of their codes. */
const versionOf = (pathways: readonly KeptPathway[]) =>
  [...pathways]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, version }) => `${code}:${version}`)
    .join(' ')

function typedOf(pathways: readonly KeptPathway[]): Record<string, string> {
  const fields = pathways.flatMap(({ code, position, labels, isActive }) => [
    [`position-${code}`, String(position)],
    ...locales.map((locale) => [`${locale}-${code}`, labels[locale] ?? '']),
    [`use-${code}`, isActive ? 'yes' : ''],
  ])
  return { version: versionOf(pathways), ...Object.fromEntries(fields) }
}

function readPathways(typed: Typed, kept: readonly KeptPathway[]): { pathways: KeptPathway[]; problems: Problem[] } {
  const seen = new Map(
    typedText({ typed }, 'version')
      .split(' ')
      .map((each) => each.split(':') as [string, string]),
  )
  const problems: Problem[] = []
  const pathways = kept.map(({ code }) => {
    const typedOf = (name: string) => typedText({ typed }, `${name}-${code}`).trim()
    const position = Number(typedOf('position'))
    if (!Number.isInteger(position) || position < 1 || position > 99) {
      problems.push({ field: `position-${code}`, message: 'pathway.position.form' })
    }
    const labels = { en: typedOf('en') || null, it: typedOf('it') || null, nl: typedOf('nl') || null }
    for (const locale of locales) {
      if ((labels[locale]?.length ?? 0) > longestLabel)
        problems.push({ field: `${locale}-${code}`, message: 'too-long' })
    }
    const version = Number(seen.get(code) ?? 0)
    return {
      code,
      position,
      labels,
      isActive: typedOf('use') === 'yes',
      version: Number.isInteger(version) ? version : 0,
    }
  })
  return { pathways, problems }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import {
  blankForm,
  type FormState,
  filledForm,
  optionalText,
  readForm,
  text,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { addAgency, agencyCode, agencyKinds } from '../add-agency.ts'
import { changeAgency, closeAgency, reopenAgency } from '../change-agency.ts'
import { getAgency, type KnownAgency, listAllAgencies } from '../queries/agencies.ts'
import { findLastChange } from '../queries/last-change.ts'
import { listTeams, type Team } from '../queries/teams.ts'
import { AgenciesPage, NewAgencyPage } from '../views/agencies.tsx'
import { AgencyPage } from '../views/agency.tsx'
import { ChangedMeanwhilePage, isToEdit } from '../views/changed-meanwhile.tsx'
import { words } from '../words.ts'
import { doneSaid, phoneNumber, version, workEmail } from './fields.ts'
import { isMeanwhile } from './meanwhile.ts'

const name = text(120, { missing: 'agency.name.missing', long: 'too-long' })
const newAgency = z.object({
  name,
  kind: z.enum(agencyKinds, { error: 'agency.kind.missing' }),
  code: z.string({ error: 'agency.code.form' }).trim().toUpperCase().regex(agencyCode, 'agency.code.form'),
})
const details = z.object({
  version,
  name,
  phone: phoneNumber,
  email: workEmail,
  place: optionalText(120, 'too-long'),
  personTerm: optionalText(40, 'too-long'),
  receivingTeamId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .catch(''),
})
const onlyVersion = z.object({ version })

const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }
const coordinators = { config: { may: 'coordinate the partnership', looks: 'none' as const } }

interface OfAgency {
  Params: { agencyId: string }
  Querystring: { done?: string }
  Body: unknown
}

/** Which agencies there are. Each change is an event. */
export async function agencySettingsRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { done?: string } }>('/settings/agencies', administrators, async (request, reply) => {
    const agencies = await request.read(listAllAgencies)
    const page = request.page()
    const { may, agencyId: ownAgencyId } = request.actor
    return reply.page(AgenciesPage({ page, may, agencies, ownAgencyId, done: doneSaid(page, request.query.done) }))
  })

  app.get('/settings/agencies/new', coordinators, async (request, reply) =>
    reply.page(NewAgencyPage({ page: request.page(), may: request.actor.may, form: blankForm })),
  )

  app.post<{ Body: unknown }>('/settings/agencies', coordinators, async (request, reply) => {
    const form = readForm(newAgency, request.body)
    const answer = (shown: FormState<unknown>) =>
      reply.status(422).page(NewAgencyPage({ page: request.page(), may: request.actor.may, form: shown }))
    if (!form.valid) return answer(form)
    try {
      await request.change((change) => addAgency(change, form.values))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'agency.code-taken') throw error
      return answer(withProblems(form, { field: 'code', message: 'agency.code.taken' }))
    }
    return reply.redirect('/settings/agencies?done=added', 303)
  })

  app.get<OfAgency>('/settings/agencies/:agencyId', administrators, async (request, reply) => {
    const found = await request.read((reading) => getForPage(reading, request.params.agencyId))
    return showAgency(request, reply, { ...found, form: filledForm(typedOf(found.agency)) })
  })

  app.post<OfAgency>('/settings/agencies/:agencyId', administrators, async (request, reply) => {
    const { agencyId: id } = request.params
    const form = readForm(details, request.body)
    const found = await request.read((reading) => getForPage(reading, id))
    if (!form.valid || isToEdit(form)) {
      return showAgency(request, reply.status(form.valid ? 200 : 422), { ...found, form })
    }
    const { version: seen, receivingTeamId, ...rest } = form.values
    const set = { ...rest, receivingTeamId: receivingTeamId || null }
    try {
      await request.change((change) => changeAgency(change, { id, version: seen }, set))
    } catch (error) {
      if (!isMeanwhile(error)) throw error
      return showBoth(request, reply, { ...found, form })
    }
    return reply.redirect(`/settings/agencies/${id}?done=changed`, 303)
  })

  for (const [verb, act] of [
    ['close', closeAgency],
    ['reopen', reopenAgency],
  ] as const) {
    app.post<OfAgency>(`/settings/agencies/:agencyId/${verb}`, coordinators, async (request, reply) => {
      const form = readForm(onlyVersion, request.body)
      const version = form.valid ? form.values.version : 0
      await request.change((change) => act(change, { id: request.params.agencyId, version }))
      return reply.redirect('/settings/agencies?done=changed', 303)
    })
  }
}

type Reading = Parameters<typeof getAgency>[0]

interface Found {
  agency: KnownAgency
  teams: Team[]
  form: FormState<unknown>
}

/** An administrator keeps their own agency, a coordinator every one. */
async function getForPage(reading: Reading, id: string): Promise<Omit<Found, 'form'>> {
  const { actor } = reading
  if (id !== actor.agencyId && !actor.may.has('coordinate the partnership')) {
    throw new Refusal('not allowed', 'agency.not-own')
  }
  return { agency: await getAgency(reading, id), teams: await listTeams(reading, id) }
}

function showAgency(request: FastifyRequest, reply: FastifyReply, found: Found) {
  const page = request.page()
  const { may, agencyId } = request.actor
  const done = doneSaid(page, (request.query as OfAgency['Querystring']).done)
  return reply.page(AgencyPage({ page, may, ...found, isOwn: found.agency.id === agencyId, done }))
}

async function showBoth(request: FastifyRequest, reply: FastifyReply, { agency, teams, form }: Found) {
  const lastChange = await request.read((reading) => findLastChange(reading, agency.id))
  const page = request.page()
  const say = words(page.locale)
  const kept = typedOf(agency)
  const parts = ['name', 'phone', 'email', 'place', 'personTerm'] as const
  const rows = parts.map((part) => ({ part: say(`agency.${part}`), theirs: kept[part], mine: typedText(form, part) }))
  const teamOf = (id: string) => teams.find((team) => team.id === id)?.name ?? ''
  const receiving = { theirs: teamOf(kept.receivingTeamId), mine: teamOf(typedText(form, 'receivingTeamId')) }
  const href = `/settings/agencies/${agency.id}`
  return reply.status(409).page(
    ChangedMeanwhilePage({
      ...{ page, action: href, href, typed: form.typed, version: agency.version, lastChange },
      rows: [...rows, { part: say('agency.receivingTeam'), ...receiving }],
    }),
  )
}

function typedOf({ name, phone, email, place, personTerm, receivingTeamId, version }: KnownAgency) {
  return { name, phone, email, place, personTerm, receivingTeamId: receivingTeamId ?? '', version: String(version) }
}

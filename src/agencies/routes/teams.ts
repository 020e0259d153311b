import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, text, typedList, typedText } from '../../platform/web/form.ts'
import { addTeam, changeTeam, closeTeam } from '../keep-team.ts'
import { type Colleague, listColleagues } from '../queries/accounts.ts'
import { listAgencies } from '../queries/agencies.ts'
import { findLastChange } from '../queries/last-change.ts'
import { getTeam, listTeams, type Team } from '../queries/teams.ts'
import { ChangedMeanwhilePage, isToEdit } from '../views/changed-meanwhile.tsx'
import { TeamPage, TeamsPage } from '../views/teams.tsx'
import { words } from '../words.ts'
import { doneSaid, version } from './fields.ts'
import { isMeanwhile } from './meanwhile.ts'

const name = text(80, { missing: 'team.name.missing', long: 'too-long' })
const newTeam = z.object({ name, agencyId: z.uuid().optional().catch(undefined) })
const changedTeam = z.object({
  version,
  name,
  members: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.uuid()).catch([])),
})
const onlyVersion = z.object({ version })
const administrators = { config: { may: 'administer the agency', looks: 'none' as const } }

interface OfTeam {
  Params: { teamId: string }
  Querystring: { done?: string }
  Body: unknown
}

/** Teams of an agency and who is in them. Each change is an event. */
export async function teamRoutes(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: { agency?: string; done?: string } }>(
    '/settings/teams',
    administrators,
    async (request, reply) => showTeams(request, reply, request.query.agency, blankForm),
  )

  app.post<{ Body: unknown }>('/settings/teams', administrators, async (request, reply) => {
    const form = readForm(newTeam, request.body)
    if (!form.valid) return showTeams(request, reply.status(422), typedText(form, 'agencyId'), form)
    const agencyId = ownOr(request.actor, form.values.agencyId)
    const id = await request.change((change) => addTeam(change, agencyId, form.values.name))
    return reply.redirect(`/settings/teams/${id}?done=added`, 303)
  })

  app.get<OfTeam>('/settings/teams/:teamId', administrators, async (request, reply) => {
    const found = await request.read((reading) => getForPage(reading, request.params.teamId))
    const { name, version, members } = found.team
    const form = filledForm({ name, version: String(version), members: members.map(({ id }) => id) })
    return showTeam(request, reply, { ...found, form })
  })

  app.post<OfTeam>('/settings/teams/:teamId', administrators, async (request, reply) => {
    const { teamId: id } = request.params
    const form = readForm(changedTeam, request.body)
    const found = await request.read((reading) => getForPage(reading, id))
    if (!form.valid || isToEdit(form)) {
      return showTeam(request, reply.status(form.valid ? 200 : 422), { ...found, form })
    }
    const { version, name, members: memberIds } = form.values
    try {
      await request.change((change) => changeTeam(change, { id, version, name, memberIds }))
    } catch (error) {
      if (!isMeanwhile(error)) throw error
      return showBoth(request, reply, { ...found, form })
    }
    return reply.redirect(`/settings/teams/${id}?done=changed`, 303)
  })

  app.post<OfTeam>('/settings/teams/:teamId/close', administrators, async (request, reply) => {
    const form = readForm(onlyVersion, request.body)
    const { team } = await request.read((reading) => getForPage(reading, request.params.teamId))
    const version = form.valid ? form.values.version : 0
    await request.change((change) => closeTeam(change, { id: team.id, version }))
    return reply.redirect(`/settings/teams?agency=${team.agencyId}&done=closed`, 303)
  })
}

/** The agency that was asked for, where the actor is a coordinator; else their own. */
function ownOr({ agencyId, may }: FastifyRequest['actor'], wanted: string | undefined): string {
  return (may.has('coordinate the partnership') && wanted) || agencyId
}

async function showTeams(
  request: FastifyRequest,
  reply: FastifyReply,
  wanted: string | undefined,
  form: FormState<unknown>,
) {
  const { may } = request.actor
  const agencyId = ownOr(request.actor, wanted)
  const { teams, agencies } = await request.read(async (reading) => ({
    teams: await listTeams(reading, agencyId),
    agencies: may.has('coordinate the partnership') ? await listAgencies(reading) : [],
  }))
  const page = request.page()
  const done = doneSaid(page, (request.query as { done?: string }).done)
  return reply.page(TeamsPage({ page, may, teams, choice: { agencies, agencyId }, form, done }))
}

interface Found {
  team: Team
  colleagues: Colleague[]
  form: FormState<unknown>
}

async function getForPage(reading: Reading, id: string): Promise<Omit<Found, 'form'>> {
  const team = await getTeam(reading, id)
  if (ownOr(reading.actor, team.agencyId) !== team.agencyId) throw new Refusal('not allowed', 'agency.not-own')
  return { team, colleagues: await listColleagues(reading, team.agencyId) }
}

function showTeam(request: FastifyRequest, reply: FastifyReply, found: Found) {
  const page = request.page()
  const done = doneSaid(page, (request.query as { done?: string }).done)
  return reply.page(TeamPage({ page, may: request.actor.may, ...found, done }))
}

async function showBoth(request: FastifyRequest, reply: FastifyReply, { team, colleagues, form }: Found) {
  const lastChange = await request.read((reading) => findLastChange(reading, team.id))
  const page = request.page()
  const say = words(page.locale)
  const wanted = new Set(typedList(form, 'members'))
  const mine = colleagues.filter(({ id }) => wanted.has(id)).map((colleague) => colleague.name)
  const href = `/settings/teams/${team.id}`
  return reply.status(409).page(
    ChangedMeanwhilePage({
      ...{ page, action: href, href, typed: form.typed, version: team.version, lastChange },
      rows: [
        { part: say('team.name'), theirs: team.name, mine: typedText(form, 'name') },
        { part: say('team.members'), theirs: team.members.map((each) => each.name).join(', '), mine: mine.join(', ') },
      ],
    }),
  )
}

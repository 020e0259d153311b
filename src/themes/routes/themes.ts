import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies, version } from '../../agencies/index.ts'
import { sendFile } from '../../exports/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { blankForm, type FormState, filledForm, optionalText, readForm, text } from '../../platform/web/form.ts'
import { askAgencyIn, changeTheme, closeTheme, endTakingPart, openTheme, reopenTheme } from '../keep-theme.ts'
import { listActions, listOwnActions } from '../queries/actions.ts'
import { listLinkedCases } from '../queries/cases.ts'
import { findThemeDisposal } from '../queries/disposals.ts'
import { listMeetings } from '../queries/meetings.ts'
import { listReports } from '../queries/reports.ts'
import { getTheme, listTakingPart, listThemes } from '../queries/themes.ts'
import { themeFile } from '../theme-file.ts'
import { ThemeFormPage } from '../views/theme-form-page.tsx'
import { ThemePage } from '../views/theme-page.tsx'
import { ThemesPage } from '../views/themes-page.tsx'

const perPage = 30
export const sees = { config: { may: 'see cases', looks: 'none' } } as const
export const opens = { config: { may: 'see cases', looks: 'personal' } } as const
export const works = { config: { may: 'work on cases', looks: 'none' } } as const

export interface OfTheme {
  Params: { themeId: string }
  Querystring: { done?: string }
}

const themeFields = z.object({
  title: text(120, { missing: 'form.title-missing', long: 'too-long' }),
  area: text(120, { missing: 'form.area-missing', long: 'too-long' }),
  about: optionalText(2000, 'too-long'),
})
const closing = z.object({ closedWords: text(1000, { missing: 'close.missing', long: 'too-long' }) })
const asked = z.object({ agencyId: z.uuid('agencies.missing') })
const listQuery = z.object({
  state: z.enum(['open', 'closed']).catch('open'),
  before: z.uuid().optional().catch(undefined),
})
const dones = ['opened', 'changed', 'closed', 'reopened', 'asked', 'left', 'linked', 'parted', 'action', 'done', 'report', 'disposal-proposed', 'disposal-approved', 'disposal-taken-back'] as const // biome-ignore format: one line

/** Themes: the list, opening one, the theme itself, and what the agency that leads does with it. */
export async function themeRoutes(app: FastifyInstance): Promise<void> {
  app.get('/themes', sees, async (request, reply) => {
    const { state, before } = listQuery.parse(request.query)
    const shown = await request.read(async (reading) => {
      const asked = { isClosed: state === 'closed', before, today: dayAt(reading.now), limit: perPage + 1 }
      const found = await listThemes(reading, asked)
      const own = await listOwnActions(reading)
      return { themes: found.slice(0, perPage), hasMore: found.length > perPage, own, today: asked.today }
    })
    return reply.page(ThemesPage({ page: request.page(), ...shown, state, isFirst: !before }))
  })

  app.get('/themes.csv', opens, async (request, reply) => {
    const { state } = listQuery.parse(request.query)
    const file = await request.read((reading) => themeFile(reading, state === 'closed', request.page().locale))
    return sendFile(reply, file)
  })

  app.get('/themes/new', works, (request, reply) =>
    reply.page(ThemeFormPage({ page: request.page(), form: blankForm })),
  )

  app.post('/themes', works, async (request, reply) => {
    const form = readForm(themeFields, request.body)
    if (!form.valid) return reply.status(422).page(ThemeFormPage({ page: request.page(), form }))
    const id = await request.change((change) => openTheme(change, form.values))
    return reply.redirect(`/themes/${id}?done=opened`, 303)
  })

  app.get<OfTheme>('/themes/:themeId', opens, (request, reply) => showTheme(request, reply, blankForm))

  app.get<OfTheme>('/themes/:themeId/edit', works, async (request, reply) => {
    const theme = await request.read((reading) => getTheme(reading, request.params.themeId))
    const { title, area, about } = theme
    const form = filledForm({ title, area, about, version: String(theme.version) })
    return reply.page(ThemeFormPage({ page: request.page(), theme, form }))
  })

  app.post<OfTheme>('/themes/:themeId', works, async (request, reply) => {
    const { themeId } = request.params
    const form = readForm(themeFields.extend({ version }), request.body)
    if (!form.valid) {
      const theme = await request.read((reading) => getTheme(reading, themeId))
      return reply.status(422).page(ThemeFormPage({ page: request.page(), theme, form }))
    }
    await request.change((change) => changeTheme(change, themeId, form.values.version, form.values))
    return reply.redirect(`/themes/${themeId}?done=changed`, 303)
  })

  app.post<OfTheme>('/themes/:themeId/closing', works, async (request, reply) => {
    const form = readForm(closing, request.body)
    if (!form.valid) return showTheme(request, reply.status(422), form)
    await request.change((change) => closeTheme(change, request.params.themeId, form.values.closedWords))
    return reply.redirect(`/themes/${request.params.themeId}?done=closed`, 303)
  })

  app.post<OfTheme>('/themes/:themeId/reopening', works, async (request, reply) => {
    await request.change((change) => reopenTheme(change, request.params.themeId))
    return reply.redirect(`/themes/${request.params.themeId}?done=reopened`, 303)
  })

  app.post<OfTheme>('/themes/:themeId/agencies', works, async (request, reply) => {
    const form = readForm(asked, request.body)
    if (!form.valid) return showTheme(request, reply.status(422), form)
    await request.change((change) => askAgencyIn(change, request.params.themeId, form.values.agencyId))
    return reply.redirect(`/themes/${request.params.themeId}?done=asked`, 303)
  })

  app.post<{ Params: { themeId: string; agencyId: string } }>(
    '/themes/:themeId/agencies/:agencyId/leaving',
    works,
    async (request, reply) => {
      const { themeId, agencyId } = request.params
      await request.change((change) => endTakingPart(change, themeId, agencyId))
      const isOwn = agencyId === request.actor.agencyId // the theme is no longer theirs to see
      return reply.redirect(isOwn ? '/themes' : `/themes/${themeId}?done=left`, 303)
    },
  )
}

/** The whole theme, with those of its cases that the reader sees. */
export async function showTheme(request: FastifyRequest<OfTheme>, reply: FastifyReply, form: FormState<unknown>) {
  const { themeId } = request.params
  const shown = await request.read(async (reading) => {
    const theme = await getTheme(reading, themeId)
    const cases = await listLinkedCases(reading, themeId)
    reading.look({
      action: 'consult',
      caseIds: cases.map(({ caseId }) => caseId),
      personIds: cases.map(({ personId }) => personId),
      fieldGroups: ['identity', 'risk'],
      details: { themeId },
    })
    const isLed = theme.leadAgencyId === reading.actor.agencyId
    const agencies = await listTakingPart(reading, themeId)
    const others = isLed && !theme.closedAt ? await listAgencies(reading) : []
    const [meetings, actions] = [await listMeetings(reading, themeId), await listActions(reading, themeId)]
    const reports = await listReports(reading, themeId)
    const disposal = theme.closedAt ? await findThemeDisposal(reading, themeId) : undefined
    const today = dayAt(reading.now)
    return {
      theme,
      cases,
      agencies,
      others,
      meetings,
      actions,
      reports,
      disposal,
      mayDispose: isLed && reading.actor.may.has('dispose of records'),
      isOwnProposal: disposal?.proposedById === reading.actor.userId,
      isLed,
      today,
      ownAgencyId: reading.actor.agencyId,
    }
  })
  const done = z
    .enum(dones)
    .optional()
    .catch(undefined)
    .parse((request.query as { done?: string }).done)
  return reply.page(ThemePage({ page: request.page(), ...shown, form, done }))
}

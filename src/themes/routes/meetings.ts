import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { version } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { blankForm, type FormState, filledForm, optionalText, readForm } from '../../platform/web/form.ts'
import { addAction, callMeeting, finishAction, settleMinutes, writeMinutes } from '../keep-meeting.ts'
import { mustBeOpen } from '../keep-theme.ts'
import { readAction, readMeeting, typedMeeting } from '../meeting-form.ts'
import { listActions, listOwners } from '../queries/actions.ts'
import { getMeeting } from '../queries/meetings.ts'
import { getTheme } from '../queries/themes.ts'
import { ActionPage } from '../views/action-page.tsx'
import { MeetingFormPage } from '../views/meeting-form-page.tsx'
import { MeetingPage } from '../views/meeting-page.tsx'
import { type OfTheme, opens, showTheme, works } from './themes.ts'

const writes = { config: { ...works.config, looks: opens.config.looks } } as const
const onlyVersion = z.object({ version })
const finishing = z.object({ doneWords: optionalText(500, 'too-long') })
interface OfMeeting {
  Params: { meetingId: string }
  Querystring: { done?: string }
}

/** Meetings of a theme with their minutes, and what somebody took on there. */
export async function themeMeetingRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfTheme>('/themes/:themeId/meetings/new', works, async (request, reply) => {
    const theme = await request.read((reading) => getTheme(reading, request.params.themeId))
    return reply.page(MeetingFormPage({ page: request.page(), theme: mustBeOpen(theme), form: blankForm }))
  })

  app.post<OfTheme>('/themes/:themeId/meetings', works, async (request, reply) => {
    const form = readMeeting(request.body)
    if (!form.valid) {
      const theme = await request.read((reading) => getTheme(reading, request.params.themeId))
      return reply.status(422).page(MeetingFormPage({ page: request.page(), theme, form }))
    }
    const id = await request.change((change) => callMeeting(change, request.params.themeId, form.values))
    return reply.redirect(`/theme-meetings/${id}?done=called`, 303)
  })

  app.get<OfMeeting>('/theme-meetings/:meetingId', opens, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const found = await readMeetingOf(reading, request.params.meetingId)
      const actions = await listActions(reading, found.theme.id)
      const own = actions.filter(({ meetingId }) => meetingId === found.meeting.id)
      return { ...found, actions: own, today: dayAt(reading.now), ownAgencyId: reading.actor.agencyId }
    })
    const done = z.enum(['called', 'written', 'settled']).optional().catch(undefined).parse(request.query.done)
    return reply.page(MeetingPage({ page: request.page(), ...shown, done }))
  })

  app.get<OfMeeting>('/theme-meetings/:meetingId/edit', writes, async (request, reply) => {
    const found = await request.read((reading) => readMeetingOf(reading, request.params.meetingId))
    return reply.page(
      MeetingFormPage({ page: request.page(), ...found, form: filledForm(typedMeeting(found.meeting)) }),
    )
  })

  app.post<OfMeeting>('/theme-meetings/:meetingId', works, async (request, reply) => {
    const { meetingId } = request.params
    const form = readMeeting(request.body)
    const of = readForm(onlyVersion, request.body)
    if (!form.valid || !of.valid) {
      const found = await request.read((reading) => readMeetingOf(reading, meetingId))
      return reply.status(422).page(MeetingFormPage({ page: request.page(), ...found, form }))
    }
    await request.change((change) => writeMinutes(change, meetingId, of.values.version, form.values))
    return reply.redirect(`/theme-meetings/${meetingId}?done=written`, 303)
  })

  app.post<OfMeeting>('/theme-meetings/:meetingId/settling', works, async (request, reply) => {
    const { meetingId } = request.params
    const of = readForm(onlyVersion, request.body)
    await request.change((change) => settleMinutes(change, meetingId, of.valid ? of.values.version : 0))
    return reply.redirect(`/theme-meetings/${meetingId}?done=settled`, 303)
  })

  app.get<OfTheme>('/themes/:themeId/actions/new', works, (request, reply) => showAction(request, reply, blankForm))

  app.post<OfTheme>('/themes/:themeId/actions', works, async (request, reply) => {
    const form = readAction(request.body)
    if (!form.valid) return showAction(request, reply.status(422), form)
    await request.change((change) => addAction(change, request.params.themeId, form.values))
    const { meetingId } = form.values
    return reply.redirect(
      meetingId ? `/theme-meetings/${meetingId}` : `/themes/${request.params.themeId}?done=action`,
      303,
    )
  })

  app.post<OfTheme & { Params: { themeId: string; actionId: string } }>(
    '/themes/:themeId/actions/:actionId/done',
    works,
    async (request, reply) => {
      const { themeId, actionId } = request.params
      const form = readForm(finishing, request.body)
      if (!form.valid) return showTheme(request, reply.status(422), form)
      await request.change((change) => finishAction(change, themeId, actionId, form.values.doneWords))
      return reply.redirect(`/themes/${themeId}?done=done`, 303)
    },
  )
}

async function readMeetingOf(reading: Reading, id: string) {
  const meeting = await getMeeting(reading, id)
  reading.look({ action: 'consult', fieldGroups: ['risk'], details: { meetingId: id } }) // minutes may speak of somebody
  return { meeting, theme: await getTheme(reading, meeting.themeId) }
}

async function showAction(request: FastifyRequest<OfTheme>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const theme = mustBeOpen(await getTheme(reading, request.params.themeId))
    return { theme, owners: await listOwners(reading, theme.id) }
  })
  const { meeting } = request.query as { meeting?: unknown }
  const meetingId = z.uuid().catch('').parse(meeting)
  return reply.page(ActionPage({ page: request.page(), ...shown, form, meetingId }))
}

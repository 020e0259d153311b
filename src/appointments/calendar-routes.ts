import type { FastifyInstance } from 'fastify'
import { getCaseFrame } from '../cases/index.ts'
import { addDays, dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { instantAt } from '../platform/wall-clock.ts'
import { type CalendarAsked, daysShown, readCalendarAsked } from './calendar-asked.ts'
import { listOnCalendar, listTeamAccounts, type Whose } from './queries/calendar.ts'
import { CalendarPage } from './views/calendar-page.tsx'

const seen = { config: { may: 'see cases', looks: 'personal' } } as const

/** One calendar over all agencies: a worker's own, their team's, their agency's, one person's. */
export async function calendarRoutes(app: FastifyInstance): Promise<void> {
  app.get('/calendar', seen, async (request, reply) => {
    const page = request.page()
    const asked = readCalendarAsked(request.query, dayAt(page.now))
    const entries = await request.read(async (reading) => readEntries(reading, asked, await whoseOf(reading, asked)))
    return reply.page(CalendarPage({ page, asked, entries }))
  })

  app.get<{ Params: { caseId: string } }>('/cases/:caseId/calendar', seen, async (request, reply) => {
    const page = request.page()
    const { caseId } = request.params
    const asked = readCalendarAsked(request.query, dayAt(page.now), caseId)
    const shown = await request.read(async (reading) => {
      const frame = await getCaseFrame(reading, caseId)
      return { frame, entries: await readEntries(reading, asked, { caseId }, frame.personId) }
    })
    return reply.page(CalendarPage({ page, asked, ...shown }))
  })
}

async function whoseOf(reading: Reading, { whose }: CalendarAsked): Promise<Whose> {
  const { userId, agencyId } = reading.actor
  if (whose === 'agency') return { agencyId }
  return { accountIds: whose === 'team' ? await listTeamAccounts(reading) : [userId] }
}

async function readEntries(reading: Reading, asked: CalendarAsked, whose: Whose, personId?: string) {
  const days = daysShown(asked)
  const between = { from: instantAt(days[0]!, '00:00'), until: instantAt(addDays(days.at(-1)!, 1), '00:00') }
  const entries = await listOnCalendar(reading, whose, { ...between, withOff: asked.withOff })
  const distinct = (ids: (string | null | undefined)[]) => [...new Set(ids.filter((id) => id != null))]
  reading.look({
    action: 'consult',
    personIds: distinct([personId, ...entries.map((entry) => entry.personId)]),
    caseIds: distinct([asked.caseId, ...entries.map((entry) => entry.caseId)]),
    fieldGroups: ['identity', 'plan'],
  })
  return entries
}

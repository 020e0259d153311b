import type { FastifyInstance } from 'fastify'
import { markExport, markedFile, sendFile } from '../../exports/index.ts'
import { addDays, dayAt, weekdayOf } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { getHub } from '../queries/hubs.ts'
import { listMeasures } from '../queries/measures.ts'
import { MeasuresPage, measureNames } from '../views/measures-page.tsx'
import { words } from '../words.ts'
import type { OfHub } from './board.ts'

const daysShown = 14
const weeksShown = 12
const daysInFile = 365

/** What a hub did, in numbers; of nobody by name. */
export async function measureRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfHub>('/hubs/:hubId/measures', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const hub = await getHub(reading, request.params.hubId)
      const today = dayAt(reading.now)
      const monday = addDays(today, 1 - weekdayOf(today) - (weeksShown - 1) * 7)
      return {
        hub,
        days: await listMeasures(reading, hub.id, 'day', addDays(today, 1 - daysShown)),
        weeks: await listMeasures(reading, hub.id, 'week', monday),
      }
    })
    return reply.page(MeasuresPage({ page: request.page(), ...shown }))
  })

  app.get<OfHub>(
    '/hubs/:hubId/measures.csv',
    { config: { may: 'see cases', looks: 'personal', asksAgain: true } },
    async (request, reply) => {
      const { locale } = request.page()
      const { mark, days } = await request.read(async (reading) => takeFile(reading, request.params.hubId))
      const say = words(locale)
      const rows = days.map((day) => [day.from, ...measureNames.map((name) => String(day[name] ?? ''))])
      const header = [say('measures.day'), ...measureNames.map((name) => say(`measures.${name}`))]
      return sendFile(reply, markedFile(locale, mark, { name: 'hub', header, rows }))
    },
  )
}

async function takeFile(reading: Reading, hubId: string) {
  const mark = markExport(reading)
  const hub = await getHub(reading, hubId)
  reading.look({ action: 'export', fieldGroups: ['administration'], details: { number: mark.number, hubId: hub.id } })
  return { mark, days: await listMeasures(reading, hub.id, 'day', addDays(dayAt(reading.now), 1 - daysInFile)) }
}

import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance } from 'fastify'
import { getAgency, getPartnership, listAgencies } from '../agencies/index.ts'
import type { Reading } from '../platform/database.ts'
import { getSchedule } from '../retention/index.ts'
import { listProcessing } from './queries.ts'
import { dutyOf, purposeOf, recordLines } from './record-lines.ts'
import { AgenciesPage } from './views/agencies-page.tsx'
import { RecordPage } from './views/record-page.tsx'
import { words } from './words.ts'

interface OfAgency {
  Params: { agencyId: string }
}

const readers = { config: { may: 'see agreements', looks: 'none' as const } }

/** The record of processing of each agency, to read, print and take along. */
export async function processingRoutes(app: FastifyInstance): Promise<void> {
  app.get('/processing-records', readers, async (request, reply) => {
    const agencies = await request.read(listAgencies)
    return reply.page(AgenciesPage({ page: request.page(), may: request.actor.may, agencies }))
  })

  app.get<OfAgency>('/processing-records/:agencyId', readers, async (request, reply) => {
    const shown = await request.read((reading) => readRecord(reading, request.params.agencyId))
    return reply.page(RecordPage({ page: request.page(), may: request.actor.may, ...shown }))
  })

  app.get<OfAgency>('/processing-records/:agencyId/file.csv', readers, async (request, reply) => {
    const { processing, schedule, agency, duty } = await request.read((reading) =>
      readRecord(reading, request.params.agencyId),
    )
    const { locale } = request.page()
    const say = words(locale)
    const rows = processing.map((each) => {
      const lines = recordLines(locale, each, schedule)
      return [agency.name, duty, purposeOf(locale, each), ...lines.map(({ text }) => text)]
    })
    const names = ['agreement', 'basis', 'people', 'sees', 'writes', 'recipients', 'retention', 'security'] as const
    const header = [say('f.agency'), say('f.duty'), say('f.purpose'), ...names.map((name) => say(`f.${name}`))]
    reply.header('content-disposition', 'attachment; filename="processing-record.csv"')
    return reply
      .type('text/csv; charset=utf-8')
      .send(stringify([header, ...rows], { bom: true, escape_formulas: true }))
  })
}

async function readRecord(reading: Reading, agencyId: string) {
  const agency = await getAgency(reading, agencyId)
  const schedule = await getSchedule(reading)
  const { jurisdiction } = await getPartnership(reading)
  const processing = await listProcessing(reading, agencyId)
  return { agency, schedule, processing, duty: dutyOf(jurisdiction, agency.kind) }
}

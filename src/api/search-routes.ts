import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { identifierKinds, readIdentifier } from '../people/index.ts'
import { problemAnswers, sendJson } from './answers.ts'
import { addMonths, monthAt } from './months.ts'
import { searchPeople } from './queries/people.ts'
import { countReferrals } from './queries/referral-counts.ts'
import { peopleAnswer, peopleQuery } from './schemas/people.ts'
import { referralReportAnswer, referralReportQuery } from './schemas/reports.ts'

const monthsBefore = 11 // a year with the last month

/** A number as each kind of identifier would keep it: `12/52494q` is also PNC 2012/0052494Q. */
function spellingsOf(number: string, now: Date): string[] {
  const read = identifierKinds.map((kind) => readIdentifier(kind, number, now.getUTCFullYear()))
  return [...new Set([number, ...read.flatMap(({ canonical, problem }) => (problem === 'malformed' ? [] : canonical))])]
}

export async function searchRoutes(v1: FastifyInstance): Promise<void> {
  const api = v1.withTypeProvider<ZodTypeProvider>()

  api.get(
    '/people',
    {
      config: { may: 'see cases', looks: 'personal', isApi: true },
      schema: {
        summary: 'Find people by name, number or date of birth, among those you may see',
        querystring: peopleQuery,
        response: { 200: peopleAnswer, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { name = '', number, bornOn, limit } = request.query
      const { body } = await request.read(async (reading) => {
        const numbers = number ? spellingsOf(number, reading.now) : []
        const found = await searchPeople(reading, { name, numbers, bornOn, limit })
        reading.look({ action: 'search', personIds: found.personIds, fieldGroups: ['identity'] })
        return found
      })
      return sendJson(reply, body)
    },
  )

  api.get(
    '/reports/referrals',
    {
      config: { may: 'see reports', looks: 'none', isApi: true },
      schema: {
        summary: 'How many referrals your agency sent or received, by pathway, status and month',
        querystring: referralReportQuery,
        response: { 200: referralReportAnswer, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { side, to = monthAt(request.server.database.clock.now()) } = request.query
      const { from = addMonths(to, -monthsBefore) } = request.query
      const sought = { from: `${from}-01`, to: `${to}-01`, side: side === 'sent' ? 'FROM' : 'TO' } as const
      const counts = await request.read((reading) => countReferrals(reading, sought))
      return sendJson(reply, `{"from":"${from}","to":"${to}","side":"${side}","counts":${counts}}`)
    },
  )
}

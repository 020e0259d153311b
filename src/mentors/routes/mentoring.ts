import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, optionalText, readForm, typedText, withProblems } from '../../platform/web/form.ts'
import { sessionKinds } from '../kinds.ts'
import { logContact, logSession, type Said, withdrawSession } from '../log-session.ts'
import { listMatches, listMentees } from '../queries/matches.ts'
import { findOwnMentor, readScheme } from '../queries/mentors.ts'
import { listSessionsOfMentor } from '../queries/sessions.ts'
import { HomePage } from '../views/home-page.tsx'
import { LogPage } from '../views/log-page.tsx'
import { doneOf, mentors, mentorsSeeing, pastDay, pathways } from './show.ts'

const shownSessions = 10
const longestSession = 1440 // minutes
const session = z.object({
  match: z.union([z.literal(''), z.uuid()]).catch(''),
  kind: z.enum(sessionKinds, { error: 'problem.choose' }),
  minutes: z.coerce.number({ error: 'problem.minutes' }).int('problem.minutes').min(5, 'problem.minutes').max(longestSession, 'problem.minutes'), // biome-ignore format: one line
  topics: pathways,
  words: optionalText(4000, 'problem.long'),
})

/** A mentor's own pages: whom they walk with, and logging what happened. */
export async function mentoringRoutes(app: FastifyInstance): Promise<void> {
  app.get('/mentoring', mentorsSeeing, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const mentor = await findOwnMentor(reading)
      const matches = mentor ? await listMatches(reading, dayAt(reading.now), mentor.id) : []
      reading.look({ action: 'consult', personIds: matches.map(({ personId }) => personId), fieldGroups: ['mentoring'] }) // biome-ignore format: one line
      const sessions = mentor ? await listSessionsOfMentor(reading, mentor.id, shownSessions) : []
      return { mentor, matches, sessions, mentees: await listMentees(reading), scheme: await readScheme(reading) }
    })
    return reply.page(HomePage({ page: request.page(), ...shown, done: doneOf(request.query), userId: request.actor.userId })) // biome-ignore format: one line
  })

  app.get('/mentoring/log', mentorsSeeing, (request, reply) => {
    const { match } = z.object({ match: z.uuid().catch('') }).parse(request.query)
    return showLog(request, reply, { ...filledForm({ match, kind: 'MET', minutes: '60' }) })
  })

  app.post('/mentoring/sessions', mentors, async (request, reply) => {
    const form = readForm(session, request.body)
    const on = pastDay(form, 'on', app.database.clock.now())
    if (!form.valid || 'problem' in on)
      return showLog(request, reply.status(422), 'problem' in on ? withProblems(form, on.problem) : form)
    const { match, kind, minutes, topics, words } = form.values
    const said: Said = { kind, topics, words, happenedOn: on.day, minutes: kind === 'MISSED' ? null : minutes }
    try {
      await request.change((change) => (match ? logSession(change, match, said) : logContact(change, said)))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'mentor-match.not-signed')) throw error
      const problem = { field: 'on', message: 'problem.not-signed' }
      return showLog(request, reply.status(422), withProblems(form, problem))
    }
    return reply.redirect('/mentoring?done=logged', 303)
  })

  app.post<{ Params: { sessionId: string } }>(
    '/mentoring/sessions/:sessionId/withdrawal',
    mentors,
    async (request, reply) => {
      // biome-ignore format: one line
      await request.change((change) => withdrawSession(change, request.params.sessionId))
      return reply.redirect('/mentoring?done=withdrawn', 303)
    },
  )
}

async function showLog(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const matchId = typedText(form, 'match')
  const mentee = await request.read(async (reading) => {
    const found = matchId ? (await listMentees(reading)).get(matchId) : undefined
    reading.look({ action: 'consult', fieldGroups: ['mentoring'] })
    if (matchId && !found) throw new Refusal('not found', 'mentor-match.not-found')
    return found
  })
  return reply.page(LogPage({ page: request.page(), form, matchId, called: mentee?.called ?? '' }))
}

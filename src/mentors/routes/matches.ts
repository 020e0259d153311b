import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type CaseFrame, getCaseFrame, mayWrite } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, optionalText, readForm, text } from '../../platform/web/form.ts'
import { findMatches } from '../find-matches.ts'
import { endings, genders } from '../kinds.ts'
import { answerAsMentor, answerForPerson, answerGate, askForMentor, endMatch, proposeMatch, signRisk, withdrawWish } from '../match-people.ts' // biome-ignore format: one line
import { getMatch, listMatchesOfCase, listMentees } from '../queries/matches.ts'
import { getMentor } from '../queries/mentors.ts'
import { listSessionsOfMatch } from '../queries/sessions.ts'
import { findWishOfCase, getWish, listFreeMentors, listKeptFrom, listWaiting, menteeOf, type Wish } from '../queries/wishes.ts' // biome-ignore format: one line
import { MatchPage } from '../views/match-page.tsx'
import { WaitingPage } from '../views/waiting-page.tsx'
import { WishPage } from '../views/wish-page.tsx'
import { changes, doneOf, likeness, mentors, type OfMatch, pathways, runs, sees } from './show.ts'

interface OfCase {
  Params: { caseId: string }
}
interface OfWish {
  Params: { wishId: string }
}
const shownWaiting = 50
const fewest = 3
const most = 50
const wish = z.object({
  ...likeness,
  gender: z.enum(genders, { error: 'problem.choose' }),
  place: text(120, { missing: 'problem.place', long: 'problem.long' }),
  matters: pathways,
  words: optionalText(1000, 'problem.long'),
})
const yesNo = z.object({ answer: z.enum(['YES', 'NO']) })
const risk = z.object({
  riskWords: text(2000, { missing: 'problem.words', long: 'problem.long' }),
  riskPlaces: text(300, { missing: 'problem.place', long: 'problem.long' }),
})
const end = z.object({ why: z.enum(endings, { error: 'problem.choose' }), words: optionalText(1000, 'problem.long') })

/** Asking for a mentor, proposing one, what both say, the risk assessment, the gate, and the end. */
export async function matchRoutes(app: FastifyInstance): Promise<void> {
  app.get('/mentees', sees, async (request, reply) => {
    const waiting = await request.read(async (reading) => suggest(reading, (await listWaiting(reading)).slice(0, shownWaiting), fewest)) // biome-ignore format: one line
    return reply.page(WaitingPage({ page: request.page(), waiting, mayRun: request.actor.may.has('run mentoring'), isOne: false })) // biome-ignore format: one line
  })

  app.get<OfWish>('/mentees/:wishId', sees, async (request, reply) => {
    const waiting = await request.read(async (reading) => suggest(reading, [await getWish(reading, request.params.wishId)], most)) // biome-ignore format: one line
    return reply.page(WaitingPage({ page: request.page(), waiting, mayRun: request.actor.may.has('run mentoring'), isOne: true })) // biome-ignore format: one line
  })

  app.post<OfWish>('/mentees/:wishId/match', runs, async (request, reply) => {
    const form = readForm(z.object({ mentorId: z.uuid() }), request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    const id = await request.change((change) => proposeMatch(change, request.params.wishId, form.values.mentorId))
    return reply.redirect(`/mentor-matches/${id}?done=proposed`, 303)
  })

  const seesCase = { config: { may: 'see cases', looks: 'personal' } } as const
  const worksOnCase = { config: { may: 'work on cases', looks: 'none' } } as const
  app.get<OfCase>('/cases/:caseId/mentor', seesCase, (request, reply) => showWish(request, reply))

  app.post<OfCase>('/cases/:caseId/mentor', worksOnCase, async (request, reply) => {
    const form = readForm(wish, request.body)
    if (!form.valid) return showWish(request, reply.status(422), form)
    await request.change((change) => askForMentor(change, request.params.caseId, form.values))
    return reply.redirect(`/cases/${request.params.caseId}/mentor?done=asked`, 303)
  })

  app.post<OfCase>('/cases/:caseId/mentor/withdrawal', worksOnCase, async (request, reply) => {
    const { caseId } = request.params
    await request.change(async (change) => {
      const found = await findWishOfCase(change, caseId)
      if (!found) throw new Refusal('not found', 'mentee.not-found')
      return withdrawWish(change, found.id)
    })
    return reply.redirect(`/cases/${caseId}/mentor`, 303)
  })

  app.get<OfMatch>('/mentor-matches/:matchId', sees, (request, reply) => showMatch(request, reply))

  for (const [path, config, answer] of [
    ['answer', changes, answerAsMentor],
    ['person-answer', changes, answerForPerson],
    ['gate', mentors, answerGate],
  ] as const)
    app.post<OfMatch>(`/mentor-matches/:matchId/${path}`, config, async (request, reply) => {
      const form = readForm(yesNo, request.body)
      if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
      await request.change((change) => answer(change, request.params.matchId, form.values.answer))
      const isGone = path === 'answer' && form.values.answer === 'NO' && request.actor.may.has('mentor people')
      return reply.redirect(isGone ? '/mentoring?done=saved' : `/mentor-matches/${request.params.matchId}?done=saved`, 303) // biome-ignore format: one line
    })

  app.post<OfMatch>('/mentor-matches/:matchId/risk', changes, async (request, reply) => {
    const form = readForm(risk, request.body)
    if (!form.valid) return showMatch(request, reply.status(422), form)
    const { riskWords, riskPlaces } = form.values
    await request.change((change) => signRisk(change, request.params.matchId, riskWords, riskPlaces))
    return reply.redirect(`/mentor-matches/${request.params.matchId}?done=signed`, 303)
  })

  app.post<OfMatch>('/mentor-matches/:matchId/end', changes, async (request, reply) => {
    const { matchId } = request.params
    const form = readForm(end, request.body)
    if (!form.valid) return showMatch(request, reply.status(422), form)
    const { why, words } = form.values
    await request.change((change) => endMatch(change, matchId, dayAt(change.now), why, words))
    return reply.redirect(`/mentor-matches/${matchId}?done=ended`, 303)
  })
}

async function suggest(reading: Reading, wishes: readonly Wish[], count: number) {
  reading.look({ action: 'consult', personIds: wishes.map(({ personId }) => personId), fieldGroups: ['mentoring'] })
  const free = await listFreeMentors(reading, dayAt(reading.now))
  const found = findMatches(wishes.map(menteeOf), free, await listKeptFrom(reading), count)
  return wishes.map((each) => ({ wish: each, suggestions: found.get(each.id) ?? [] }))
}

async function showWish(request: FastifyRequest<OfCase>, reply: FastifyReply, form?: FormState<unknown>) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity', 'mentoring'] }) // biome-ignore format: one line
    if (form && !mayWrite(frame, 'mentoring')) throw new Refusal('not allowed', 'mentee.part-closed')
    return { frame, wish: await findWishOfCase(reading, caseId), matches: await listMatchesOfCase(reading, caseId, dayAt(reading.now)) } // biome-ignore format: one line
  })
  const usual = filledForm(usualWish(shown.frame))
  return reply.page(WishPage({ page: request.page(), ...shown, form: form ?? usual, done: doneOf(request.query) }))
}

const usualWish = ({ interpreterLanguage }: CaseFrame) => ({ prefers: 'ANY', languages: interpreterLanguage ?? '' })

async function showMatch(request: FastifyRequest<OfMatch>, reply: FastifyReply, form: FormState<unknown> = blankForm) {
  const { actor } = request
  const shown = await request.read(async (reading) => {
    const match = await getMatch(reading, request.params.matchId, dayAt(reading.now))
    reading.look({ action: 'consult', personIds: [match.personId], caseIds: [match.caseId], fieldGroups: ['mentoring'] }) // biome-ignore format: one line
    const isOwn = match.mentorAccountId === actor.userId
    const mentee = isOwn ? (await listMentees(reading)).get(match.id) : undefined
    if (isOwn && !mentee && match.state !== 'ENDED' && match.state !== 'DECLINED')
      throw new Refusal('not found', 'mentor-match.not-found')
    const { supervisorId } = await getMentor(reading, match.mentorId)
    const leads = !isOwn && (actor.may.has('run mentoring') || supervisorId === actor.userId)
    return { match, mentee, isOwn, leads, sessions: await listSessionsOfMatch(reading, match.id) }
  })
  return reply.page(MatchPage({ page: request.page(), ...shown, form, done: doneOf(request.query), userId: actor.userId })) // biome-ignore format: one line
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleagues } from '../agencies/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { blankForm, type FormState, readForm } from '../platform/web/form.ts'
import { makeRound, mostAtOnce, type Outcome, type Round, Tried, tryRound } from './make-round.ts'
import { type Chosen, listChosen } from './queries.ts'
import { about, lists, readRound, ticked, verbs } from './round-form.ts'
import { CheckRoundPage } from './views/check-page.tsx'
import { ChooseVerbPage } from './views/choose-page.tsx'
import { RoundDonePage } from './views/done-page.tsx'
import { words } from './words.ts'

const open = { config: { may: 'work on cases', looks: 'personal' } } as const
const uuid = z.uuid()
const outcome = z.object({
  done: z.coerce.number().int().min(0).max(mostAtOnce).catch(0),
  refused: z.string().max(100 * mostAtOnce).catch(''), // biome-ignore format: one line
  verb: z.enum(verbs).catch('NAME_WORKER'),
  from: z.enum(lists).catch('caseload'),
})

/** One thing for many people: whom and what, what would happen to each, done, and who was left out. */
export async function roundRoutes(app: FastifyInstance): Promise<void> {
  app.get('/rounds', open, (request, reply) => {
    const { caseId, from } = ticked.parse(request.query)
    return choose(request, reply, { caseIds: caseId, from, verb: undefined }, blankForm)
  })

  app.post('/rounds/check', open, async (request, reply) => {
    const { sent, form } = read(request)
    if (!form.valid || sent.caseIds.length === 0) return choose(request, reply.status(422), sent, form)
    const would = await tried(request, form.values, sent.caseIds)
    const chosen = await look(request, sent.caseIds)
    const { typed } = form
    return reply.page(
      CheckRoundPage({ page: request.page(), ...sent, round: form.values, chosen, outcome: would, typed }),
    )
  })

  app.post('/rounds', { config: { may: 'work on cases', looks: 'personal' } }, async (request, reply) => {
    const { sent, form } = read(request)
    if (!form.valid || sent.caseIds.length === 0) return choose(request, reply.status(422), sent, form)
    const { done, refused } = await request.change((change) => makeRound(change, form.values, sent.caseIds))
    const said = refused.map(({ caseId, code }) => `${caseId}~${code}`).join(' ')
    const { verb, from } = sent
    const query = new URLSearchParams({ verb, from, done: String(done.length), refused: said })
    return reply.redirect(`/rounds/done?${query}`, 303)
  })

  app.get('/rounds/done', open, async (request, reply) => {
    const { done, refused, verb, from } = outcome.parse(request.query)
    const pairs = refused.split(' ').map((pair) => pair.split('~'))
    const left = pairs.flatMap(([caseId, code]) => (uuid.safeParse(caseId).success ? [{ caseId: caseId!, code: code ?? '' }] : [])) // biome-ignore format: one line
    const chosen = await look(request, left.map(({ caseId }) => caseId)) // biome-ignore format: one line
    return reply.page(RoundDonePage({ page: request.page(), verb, from, done, refused: left, chosen }))
  })
}

interface Sent {
  caseIds: readonly string[]
  from: (typeof lists)[number]
  /** Of the form that was sent; undefined where none was. */
  verb: (typeof verbs)[number] | undefined
}

function read(request: FastifyRequest): { sent: Sent & { verb: (typeof verbs)[number] }; form: FormState<Round> } {
  const sent = readForm(about, request.body)
  const values = sent.valid ? sent.values : { caseIds: [], from: 'caseload' as const, verb: 'NAME_WORKER' as const }
  const { locale, now } = request.page()
  const contactTitle = words(locale)('contact.step')
  return { sent: values, form: readRound(request.body, values.verb, { today: dayAt(now), contactTitle }) }
}

/** What would happen: done by the rules that will decide, and rolled back. */
async function tried(request: FastifyRequest, round: Round, caseIds: readonly string[]): Promise<Outcome> {
  try {
    return await request.change((change) => tryRound(change, round, caseIds))
  } catch (error) {
    if (error instanceof Tried) return error.outcome
    throw error
  }
}

async function choose(request: FastifyRequest, reply: FastifyReply, sent: Sent, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => ({
    chosen: await lookAt(reading, sent.caseIds),
    colleagues: await listColleagues(reading, reading.actor.agencyId),
  }))
  const mayName = request.actor.may.has('name workers')
  const ownId = request.actor.userId
  return reply.page(ChooseVerbPage({ page: request.page(), ...sent, ...shown, mayName, ownId, form }))
}

const look = (request: FastifyRequest, caseIds: readonly string[]) =>
  request.read((reading) => lookAt(reading, caseIds))

async function lookAt(reading: Reading, caseIds: readonly string[]): Promise<Chosen[]> {
  const chosen = await listChosen(reading, caseIds)
  const [personIds, seen] = [chosen.map(({ personId }) => personId), chosen.map(({ caseId }) => caseId)]
  reading.look({ action: 'consult', personIds, caseIds: seen, fieldGroups: ['identity'] })
  return chosen
}

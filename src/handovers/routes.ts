import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm, withProblems } from '../platform/web/form.ts'
import { acceptHandover, answerBeside, cancelHandover, declineHandover, goOn } from './answer-handover.ts'
import { cancelForm, declineForm, goOnForm, readAnswer, readMeeting, readProposal } from './handover-form.ts'
import { holdMeeting } from './hold-meeting.ts'
import { proposeHandover, refuseToPropose } from './propose-handover.ts'
import { listOwn, listReceivers, listUnproposed } from './queries/lists.ts'
import { namesOf, readAgendaOf, readOne } from './read-handover.ts'
import { AgendaPage } from './views/agenda-page.tsx'
import { HandoverPage } from './views/handover-page.tsx'
import { HandoversPage } from './views/handovers-page.tsx'
import { MeetingPage } from './views/meeting-page.tsx'
import { ProposePage } from './views/propose-page.tsx'
import { refuseMove } from './whose-move.ts'

const rowsOfPage = 25
const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const
const listQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) })

/** Handing somebody over from one worker to another: proposed, held, agreed by the person, accepted by the receiver. */
export async function handoverRoutes(app: FastifyInstance): Promise<void> {
  app.get('/handovers', sees, async (request, reply) => {
    const { page: number } = listQuery.parse(request.query)
    const found = await request.read(async (reading) => {
      const place = { limit: rowsOfPage + 1, offset: (number - 1) * rowsOfPage }
      const [rows, missing] = [await listOwn(reading, place), number === 1 ? await listUnproposed(reading) : []]
      const caseIds = [...rows, ...missing].map(({ caseId }) => caseId)
      reading.look({ action: 'consult', caseIds, fieldGroups: ['identity', 'plan'] })
      return { rows, missing }
    })
    const hasMore = found.rows.length > rowsOfPage
    const rows = found.rows.slice(0, rowsOfPage)
    return reply.page(HandoversPage({ page: request.page(), ...found, rows, number, hasMore }))
  })

  app.get<OfCase>('/cases/:caseId/handover', works, (request, reply) => showProposal(request, reply, blankForm))

  app.post<OfCase>('/cases/:caseId/handover', changes, async (request, reply) => {
    const form = readProposal(request.body, dayAt(app.database.clock.now()))
    if (!form.valid) return showProposal(request, reply.status(422), form)
    try {
      const id = await request.change((change) => proposeHandover(change, request.params.caseId, form.values))
      return reply.redirect(`/handovers/${id}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal && sayable.includes(error.code))) throw error
      const problem = { field: 'toAccountId', message: `problem.${error.code}` }
      return showProposal(request, reply.status(422), withProblems(form, problem))
    }
  })

  app.get<OfHandover>('/handovers/:handoverId', sees, (request, reply) => show(request, reply, blankForm))

  app.get<OfHandover>('/handovers/:handoverId/agenda', sees, async (request, reply) => {
    const shown = await request.read((reading) => readAgendaOf(reading, request.params.handoverId))
    return reply.page(AgendaPage({ page: request.page(), ...shown }))
  })

  app.get<OfHandover>('/handovers/:handoverId/meeting', works, (request, reply) =>
    showMeeting(request, reply, blankForm),
  )

  app.post<OfHandover>('/handovers/:handoverId/meeting', changes, async (request, reply) => {
    const id = request.params.handoverId
    const names = await app.database.read(request.actor, (reading) => namesOf(reading, id))
    const form = readMeeting(request.body, app.database.clock.now(), names)
    if (!form.valid) return showMeeting(request, reply.status(422), form)
    await request.change((change) => holdMeeting(change, id, form.values))
    return reply.redirect(`/handovers/${id}`, 303)
  })

  /** A move with a form on the page of the handover: what is wrong with it is said there. */
  const move = <T>(verb: string, read: (body: unknown) => FormState<T>, work: Work<T>) =>
    app.post<OfHandover>(`/handovers/:handoverId/${verb}`, changes, async (request, reply) => {
      const id = request.params.handoverId
      const form = read(request.body)
      if (!form.valid) return show(request, reply.status(422), form)
      await request.change((change) => work(change, id, form.values))
      return reply.redirect(await placeAfter(request, id), 303)
    })
  const reading =
    <T>(schema: z.ZodType<T>) =>
    (body: unknown) =>
      readForm(schema, body)

  move('answer', readAnswer, (change, id, { answer: agrees, answeredHow: how, words }) =>
    answerBeside(change, id, { agrees, how, words }),
  )
  move('go-on', reading(goOnForm), (change, id, { goOnWords }) => goOn(change, id, goOnWords!))
  move('accept', reading(z.object({})), (change, id) => acceptHandover(change, id))
  move('decline', reading(declineForm), (change, id, { declineReason: reason, declineWords: words }) =>
    declineHandover(change, id, { reason, words }),
  )
  move('cancel', reading(cancelForm), (change, id, { cancelWords }) => cancelHandover(change, id, cancelWords!))
}

type Work<T> = (change: Change, id: string, values: T) => Promise<unknown>

/** Refusals that can be mended on the form, by choosing somebody else or looking at what is under way. */
const sayable = [
  'handover.one-at-a-time',
  'handover.no-receiver',
  'handover.transfer-elsewhere',
  'handover.receiver-sees-nothing',
]

/** Who may not propose is told so before anything is typed; where one is under way, it opens. */
async function showProposal(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const { caseId } = request.params
  const found = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const isBlank = form.problems.length === 0
    if (!frame.handover) refuseToPropose(frame, request.actor.userId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    return { frame, isBlank, receivers: await listReceivers(reading, caseId) }
  })
  if (found.frame.handover && found.isBlank) return reply.redirect(`/handovers/${found.frame.handover.id}`, 303)
  return reply.page(ProposePage({ page: request.page(), ...found, ownAgencyId: request.actor.agencyId, form }))
}

async function show(request: FastifyRequest<OfHandover>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read((reading) => readOne(reading, request.params.handoverId))
  return reply.page(HandoverPage({ page: request.page(), ...shown, actor: request.actor, form }))
}

async function showMeeting(request: FastifyRequest<OfHandover>, reply: FastifyReply, form: FormState<unknown>) {
  const shown = await request.read(async (reading) => {
    const one = await readOne(reading, request.params.handoverId)
    refuseMove(request.actor, one.handover, 'HELD')
    return one
  })
  return reply.page(MeetingPage({ page: request.page(), ...shown, form }))
}

/** Whoever gave away their own last sight of the case is led to their list. */
async function placeAfter(request: FastifyRequest, id: string): Promise<string> {
  const seen = await request.server.database.read(request.actor, (reading) =>
    namesOf(reading, id).then(
      () => true,
      () => false,
    ),
  )
  return seen ? `/handovers/${id}` : '/handovers'
}

interface OfCase {
  Params: { caseId: string }
}
interface OfHandover {
  Params: { handoverId: string }
}

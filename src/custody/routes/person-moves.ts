import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../../platform/web/form.ts'
import type { SaidMovement } from '../moves/contradiction.ts'
import { movementKinds } from '../moves/movement-states.ts'
import { recordMovement, weighMovement } from '../moves/record-movement.ts'
import { sayable } from '../moves/sayable.ts'
import { undoableSince, undoMovement } from '../moves/undo-movement.ts'
import { MinePage } from '../moves/views/mine.tsx'
import { PersonMovesPage } from '../moves/views/person-moves.tsx'
import { getStanding, listEntered, listLeft, listMovements, listPrisons } from '../queries/movements.ts'

const fourWeeksInMs = 28 * 86_400_000
const longestPlace = 40
const said = z.object({
  kind: z.enum(movementKinds, { error: 'problem.kind' }),
  toAgencyId: z.string().trim().default(''),
  wing: optionalText(longestPlace, 'problem.long'),
  cell: optionalText(longestPlace, 'problem.long'),
  isEarly: z.string().optional(),
})

/** What happens to one person, and what the reader recorded. */
export async function personMoveRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfPerson>(
    '/people/:personId/movements',
    { config: { may: 'see cases', looks: 'personal' } },
    (request, reply) => show(request, reply, blankForm),
  )

  app.post<OfPerson>(
    '/people/:personId/movements',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { personId } = request.params
      const form = readSaid(request.body, dayAt(app.database.clock.now()))
      if (!form.valid) return show(request, reply.status(422), form)
      const { contradiction } = await request.read((reading) => weighMovement(reading, personId, form.values))
      if (contradiction) {
        const problem = { field: contradiction.field, message: `problem.${contradiction.code}` }
        return show(request, reply.status(422), withProblems(form, problem))
      }
      await request.change((change) => recordMovement(change, personId, form.values))
      return reply.redirect('/movements', 303) // with a transfer or a release the person leaves the sight of whoever recorded it
    },
  )

  app.get('/movements', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const entered = await listEntered(reading, undoableSince(reading.now))
      const left = await listLeft(reading, new Date(reading.now.getTime() - fourWeeksInMs))
      const [personIds, caseIds] = [entered.map(({ personId }) => personId), entered.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['custody'] })
      return { entered, left }
    })
    return reply.page(MinePage({ page: request.page(), ...shown, isPrison: request.actor.agencyKind === 'prison' }))
  })

  app.post<{ Params: { movementId: string } }>(
    '/movements/:movementId/undo',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      await request.change((change) => undoMovement(change, request.params.movementId))
      return reply.redirect('/movements', 303)
    },
  )
}

function readSaid(body: unknown, today: string): FormState<SaidMovement> {
  const form = readForm(said, body)
  const { typed, problems } = form
  const [happenedOn, returnDueOn] = [readDay(form, 'happenedOn'), readDay(form, 'returnDueOn')]
  const wrong = [happenedOn === undefined && 'happenedOn', returnDueOn === undefined && 'returnDueOn'].filter(
    (field) => field !== false,
  )
  if (!form.valid || wrong.length > 0) {
    const days = wrong.map((field) => ({ field, message: 'problem.day' }))
    return withProblems<SaidMovement>({ valid: false, typed, problems }, ...days)
  }
  const { isEarly, ...rest } = form.values
  const values = { ...rest, happenedOn: happenedOn ?? today, returnDueOn: returnDueOn ?? null, isEarly: !!isEarly }
  return { valid: true, typed, problems, values }
}

async function show(request: FastifyRequest<OfPerson>, reply: FastifyReply, form: FormState<unknown>) {
  const { personId } = request.params
  const shown = await request.read(async (reading) => {
    const standing = await getStanding(reading, personId)
    reading.look({ action: 'consult', personIds: [personId], caseIds: [standing.caseId], fieldGroups: ['custody'] })
    return {
      standing,
      kinds: sayable(standing, reading.actor),
      frame: await getCaseFrame(reading, standing.caseId),
      movements: await listMovements(reading, personId),
      prisons: await listPrisons(reading),
    }
  })
  return reply.page(PersonMovesPage({ page: request.page(), ...shown, form }))
}

interface OfPerson {
  Params: { personId: string }
}

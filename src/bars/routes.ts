import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleagues } from '../agencies/index.ts'
import { readSought } from '../people/index.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../platform/web/form.ts'
import { barKinds, keepBar, liftBar, type NewBar } from './keep-bar.ts'
import { listBars } from './queries.ts'
import { BarsPage } from './views/bars-page.tsx'

const rowsOfPage = 50
const newBar = z.object({
  accountId: z.uuid().optional().catch(undefined),
  number: optionalText(40, 'problem.number'),
  givenName: optionalText(80, 'problem.long'),
  familyName: optionalText(80, 'problem.long'),
  kind: z.enum(barKinds, { error: 'problem.kind' }),
  reason: optionalText(500, 'problem.long'),
})
type TypedBar = Omit<NewBar, 'accountId'> & { accountId?: string | undefined }
const lifted = z.object({ accountId: z.uuid(), personId: z.uuid() })
const query = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  done: z.enum(['kept', 'lifted']).optional().catch(undefined),
})

/** One page: what a worker declares of themselves, and for managers the bars of their agency. */
export async function barRoutes(app: FastifyInstance): Promise<void> {
  app.get('/bars', { config: { may: 'see cases', looks: 'personal' } }, (request, reply) =>
    show(request, reply, blankForm),
  )

  app.post('/bars', { config: { may: 'see cases', looks: 'none' } }, async (request, reply) => {
    const form = readBar(request.body, app.database.clock.now().getUTCFullYear())
    if (!form.valid) return show(request, reply.status(422), form)
    const { accountId = request.actor.userId, ...bar } = form.values
    await request.change((change) => keepBar(change, { ...bar, accountId }))
    return reply.redirect('/bars?done=kept', 303)
  })

  app.post('/bars/lift', { config: { may: 'keep walls', looks: 'none' } }, async (request, reply) => {
    const { accountId, personId } = lifted.parse(request.body)
    await request.change((change) => liftBar(change, accountId, personId))
    return reply.redirect('/bars?done=lifted', 303)
  })
}

/** A number, or a name and a date of birth: either tells one person from another. */
function readBar(body: unknown, year: number): FormState<TypedBar> {
  const read = readForm(newBar, body)
  const { typed, problems } = read
  const refused = (field: string, message: string) =>
    withProblems<TypedBar>({ valid: false, typed, problems }, { field, message })
  const bornOn = readDay(read, 'bornOn')
  if (bornOn === undefined) return refused('bornOn', 'problem.born')
  if (!read.valid) return { valid: false, typed, problems }
  const { number, givenName, familyName } = read.values
  const numbers = number === '' ? [] : readSought(number, year).numbers
  if (number !== '' && numbers.length === 0) return refused('number', 'problem.number')
  const isNamed = givenName !== '' && familyName !== '' && bornOn !== null
  if (numbers.length === 0 && !isNamed) return refused('number', 'problem.who')
  return { ...read, values: { ...read.values, numbers, bornOn } }
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
  const { page: number, done } = query.parse(request.query ?? {})
  const isManager = request.actor.may.has('keep walls')
  const { bars, colleagues } = await request.read(async (reading) => {
    const bars = isManager ? await listBars(reading, rowsOfPage + 1, (number - 1) * rowsOfPage) : []
    reading.look({
      action: 'consult',
      fieldGroups: ['identity'],
      personIds: bars.flatMap(({ personId, personName }) => (personName ? [personId] : [])),
    })
    return { bars, colleagues: isManager ? await listColleagues(reading, request.actor.agencyId) : [] }
  })
  return reply.page(
    BarsPage({
      ...{ page: request.page(), form, done, number, isManager },
      bars: bars.slice(0, rowsOfPage),
      hasMore: bars.length > rowsOfPage,
      colleagues: colleagues.filter(({ id }) => id !== request.actor.userId),
    }),
  )
}

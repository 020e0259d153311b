import type { FastifyInstance } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, readForm, withProblems } from '../../platform/web/form.ts'
import { addPerson, findAlike } from '../add-person.ts'
import { findPeople, readSought } from '../find-people.ts'
import { AddPersonPage } from '../views/add.tsx'
import { FindPage } from '../views/find.tsx'
import { hiddenAddressRoutes } from './hidden-address.ts'
import { newPersonForm } from './record-form.ts'
import { recordRoutes } from './record-routes.ts'

const sees = { may: 'see cases', looks: 'personal' } as const

/** Finding people, adding one by hand, and the pages of one person. */
export async function peopleRoutes(app: FastifyInstance): Promise<void> {
  await app.register(recordRoutes)
  await app.register(hiddenAddressRoutes)

  app.get<{ Querystring: { q?: unknown } }>('/people', { config: sees }, async (request, reply) => {
    const { q } = request.query
    const text = typeof q === 'string' ? q.trim().slice(0, 100) : ''
    const { words, numbers, bornOn } = readSought(text, request.server.database.clock.now().getUTCFullYear())
    const isEnough = words.length >= 2 || numbers.length > 0 || bornOn !== null
    const found = await request.read(async (reading) => {
      const people = isEnough ? await findPeople(reading, text) : undefined
      const shown = people ?? []
      reading.look({
        action: 'search',
        fieldGroups: ['identity', 'custody'],
        personIds: shown.map(({ personId }) => personId),
        caseIds: shown.map(({ caseId }) => caseId),
      })
      return people
    })
    const { agencyKind, may } = request.actor
    const mayImport = agencyKind === 'prison' && may.has('import people')
    return reply.page(FindPage({ page: request.page(), text, found, mayImport, mayAsk: may.has('break glass') }))
  })

  app.get('/people/new', { config: { may: 'work on cases', looks: 'none' } }, async (request, reply) =>
    reply.page(AddPersonPage({ page: request.page(), form: blankForm, alike: [] })),
  )

  app.post('/people', { config: { may: 'work on cases', looks: 'none' } }, async (request, reply) => {
    const form = readForm(newPersonForm(dayAt(request.server.database.clock.now())), request.body)
    if (!form.valid) return reply.status(422).page(AddPersonPage({ page: request.page(), form, alike: [] }))

    const person = form.values
    const alike = await request.read(async (reading) => {
      const people = await findAlike(reading, person)
      reading.look({
        action: 'search',
        fieldGroups: ['identity', 'custody'],
        personIds: people.map(({ personId }) => personId),
      })
      return people
    })
    if (alike.length > 0 && !person.isNew)
      return reply.status(422).page(AddPersonPage({ page: request.page(), form, alike }))
    try {
      const caseId = await request.change((change) => addPerson(change, person))
      return reply.redirect(`/cases/${caseId}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'person.number-taken') throw error
      const taken = withProblems(form, { field: 'prisonNumber', message: 'problem.number-taken' })
      return reply.status(422).page(AddPersonPage({ page: request.page(), form: taken, alike }))
    }
  })
}

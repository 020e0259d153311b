import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite, sees } from '../cases/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import { Refusal } from '../platform/refusal.ts'
import { readDay } from '../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, withProblems } from '../platform/web/form.ts'
import { contactKinds } from './contact-kinds.ts'
import { logContact, withdrawContact } from './log-contact.ts'
import { listContacts, listLapsed, readStanding } from './queries.ts'
import { ContactsPage } from './views/contacts-page.tsx'
import { LapsedPage } from './views/lapsed-page.tsx'

const contact = z.object({
  kind: z.enum(contactKinds, { error: 'problem.kind' }),
  words: optionalText(10_000, 'problem.long'),
})

/** Contact by the supervisor outside while somebody is in custody: counted, and listed where it lapsed (R061). */
export async function supervisorContactRoutes(app: FastifyInstance): Promise<void> {
  app.get('/supervisor-contacts', { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    const people = await request.read(async (reading) => {
      const found = await listLapsed(reading)
      const [personIds, caseIds] = [found.map(({ personId }) => personId), found.map(({ caseId }) => caseId)]
      reading.look({ action: 'consult', personIds, caseIds, fieldGroups: ['identity', 'custody'] })
      return found
    })
    return reply.page(LapsedPage({ page: request.page(), people, isPrison: request.actor.agencyKind === 'prison' }))
  })

  app.get<OfCase>(
    '/cases/:caseId/supervisor-contacts',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => reply.page(ContactsPage(await readContacts(request, blankForm))),
  )

  app.post<OfCase>(
    '/cases/:caseId/supervisor-contacts',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const form = readForm(contact, request.body)
      const today = dayAt(app.database.clock.now())
      const typedOn = readDay(form, 'happenedOn')
      const isDayWrong = typedOn === undefined || (typedOn !== null && typedOn > today)
      if (!form.valid || isDayWrong) {
        const problems = isDayWrong ? [{ field: 'happenedOn', message: 'problem.day' }] : []
        const shown = await readContacts(request, withProblems(form, ...problems))
        if (!shown.mayAdd) throw new Refusal('not allowed', 'note.part-closed', { part: 'custody' })
        return reply.status(422).page(ContactsPage(shown))
      }
      await request.change((change) => logContact(change, caseId, { ...form.values, happenedOn: typedOn ?? today }))
      return reply.redirect(`/cases/${caseId}/supervisor-contacts`, 303)
    },
  )

  app.post<{ Params: { contactId: string } }>(
    '/supervisor-contacts/:contactId/withdrawal',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = await request.change((change) => withdrawContact(change, request.params.contactId))
      return reply.redirect(`/cases/${caseId}/supervisor-contacts`, 303)
    },
  )
}

function readContacts(request: FastifyRequest<OfCase>, form: FormState<unknown>) {
  const { caseId } = request.params
  const page = request.page()
  const { userId, may } = request.actor
  return request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const fieldGroups = sees(frame, 'custody') ? (['identity', 'custody'] as const) : (['identity'] as const)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
    const mayLog = mayWrite(frame, 'notes') || mayWrite(frame, 'custody')
    const standing = await readStanding(reading, caseId)
    const mayAdd = mayLog && frame.isOpen && may.has('work on cases')
    const mayWriteWords = mayWrite(frame, 'notes')
    return { page, frame, form, standing, contacts: await listContacts(reading, caseId), userId, mayAdd, mayWriteWords }
  })
}

interface OfCase {
  Params: { caseId: string }
}

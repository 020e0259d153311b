import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ConflictPage, findLastChange, getCaseFrame } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { FieldGroup, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { filledForm, optionalText, readForm, type Typed, typedList, withProblems } from '../../platform/web/form.ts'
import { findAlike } from '../add-person.ts'
import { addAddress, changedFields, changeRecord } from '../change-record.ts'
import { languageName } from '../languages.ts'
import { mergePeople, undoMerge } from '../merge-people.ts'
import { getRecord, type RecordFields } from '../queries/record.ts'
import { AddressPage, addressKinds, EditRecordPage, MergePage } from '../views/edit.tsx'
import { shown } from '../views/history.tsx'
import { RecordPage } from '../views/record.tsx'
import { words } from '../words.ts'
import { recordForm, typedOf } from './record-form.ts'

const sees = { config: { may: 'see cases', looks: 'personal' } } as const
const edits = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const

const newAddress = z.object({
  kind: z.enum(addressKinds).catch('HOME'),
  lines: optionalText(500, 'problem.long'),
  postcode: optionalText(20, 'problem.long'),
})

/** The pages of one person's record: see, correct, add an address, join with another record. */
export async function recordRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfPerson>('/people/:personId', sees, async (request, reply) => {
    const { frame, record } = await readPerson(request, ['identity', 'contact'])
    return reply.page(RecordPage({ page: request.page(), frame, record }))
  })

  app.get<OfPerson>('/people/:personId/edit', edits, async (request, reply) => {
    const page = request.page()
    const { frame, record } = await readPerson(request, ['identity'])
    const form = filledForm(typedOf(record, (code) => languageName(code, page.locale)))
    return reply.page(EditRecordPage({ page, frame, form }))
  })

  app.post<OfPerson>('/people/:personId/edit', changes, async (request, reply) => {
    const { personId } = request.params
    const form = readForm(recordForm(dayAt(request.server.database.clock.now())), request.body)
    if (!form.valid || form.typed['keep-editing']) {
      const { frame } = await readPerson(request, ['identity'])
      return reply.status(form.valid ? 200 : 422).page(EditRecordPage({ page: request.page(), frame, form }))
    }
    try {
      await request.change((change) => changeRecord(change, personId, Number(form.typed['version']), form.values))
      return reply.redirect(`/people/${personId}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'person.changed-meanwhile') throw error
      return answerConflict(request, reply, form.values, form.typed)
    }
  })

  app.get<OfPerson>('/people/:personId/addresses/new', edits, async (request, reply) => {
    const { frame } = await readPerson(request, ['identity'])
    return reply.page(AddressPage({ page: request.page(), frame, form: filledForm({}) }))
  })

  app.post<OfPerson>('/people/:personId/addresses', changes, async (request, reply) => {
    const { personId } = request.params
    const read = readForm(newAddress, request.body)
    const is = typedList(read, 'is')
    const isEmpty = read.valid && read.values.lines === '' && !is.includes('none')
    const form = isEmpty ? withProblems(read, { field: 'lines', message: 'problem.address' }) : read
    if (!form.valid) {
      const { frame } = await readPerson(request, ['identity'])
      return reply.status(422).page(AddressPage({ page: request.page(), frame, form }))
    }
    const address = { ...form.values, hasNone: is.includes('none'), isHidden: is.includes('hidden') }
    await request.change((change) => addAddress(change, personId, address))
    return reply.redirect(`/people/${personId}#addresses`, 303)
  })

  app.get<OfPerson>('/people/:personId/merge', edits, async (request, reply) => {
    const { frame, alike } = await readAlike(request)
    return reply.page(MergePage({ page: request.page(), frame, alike }))
  })

  app.post<OfPerson>('/people/:personId/merge', changes, async (request, reply) => {
    const { personId } = request.params
    const { other } = (request.body ?? {}) as { other?: string }
    if (!other) {
      const { frame, alike } = await readAlike(request)
      return reply.status(422).page(MergePage({ page: request.page(), frame, alike, error: true }))
    }
    await request.change((change) => mergePeople(change, personId, other))
    return reply.redirect(`/people/${personId}`, 303)
  })

  app.post<{ Params: { mergeId: string } }>('/people/merges/:mergeId/undo', changes, async (request, reply) => {
    const keptId = await request.change((change) => undoMerge(change, request.params.mergeId))
    return reply.redirect(`/people/${keptId}`, 303)
  })
}

async function readPerson(request: FastifyRequest<OfPerson>, fieldGroups: FieldGroup[]) {
  return request.read((reading) => getPerson(reading, request.params.personId, fieldGroups))
}

async function getPerson(reading: Reading, personId: string, fieldGroups: FieldGroup[]) {
  const record = await getRecord(reading, personId)
  const frame = await getCaseFrame(reading, record.caseId)
  reading.look({ action: 'consult', personIds: [personId], caseIds: [record.caseId], fieldGroups })
  return { record, frame }
}

async function readAlike(request: FastifyRequest<OfPerson>) {
  return request.read(async (reading) => {
    const { record, frame } = await getPerson(reading, request.params.personId, ['identity'])
    const alike = await findAlike(reading, { ...record, bornOn: null, prisonNumber: '' })
    return { frame, alike: alike.filter(({ personId }) => personId !== record.id) }
  })
}

/** Somebody else saved first: both versions side by side. */
async function answerConflict(
  request: FastifyRequest<OfPerson>,
  reply: FastifyReply,
  mine: RecordFields,
  typed: Typed,
) {
  const page = request.page()
  const { personId } = request.params
  const { record, frame, last } = await request.read(async (reading) => {
    const person = await getPerson(reading, personId, ['identity'])
    return { ...person, last: await findLastChange(reading, { caseId: person.record.caseId, subjectId: personId }) }
  })
  const say = words(page.locale)
  const rows = changedFields(record, mine).map((field) => ({
    part: say(`field.${field}`),
    theirs: shown(page.locale, field, record[field]),
    mine: shown(page.locale, field, mine[field]),
  }))
  const back = `/people/${personId}`
  const { version } = record
  return reply
    .status(409)
    .page(ConflictPage({ page, frame, current: 'record', last, rows, action: `${back}/edit`, typed, version, back }))
}

interface OfPerson {
  Params: { personId: string }
}

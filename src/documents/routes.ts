import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame, mayWrite } from '../cases/index.ts'
import { noteParts } from '../contacts/index.ts'
import type { FieldGroup, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../platform/web/form.ts'
import { acceptUploads, fieldsIn, fileIn } from '../platform/web/upload.ts'
import { acceptFile, addDocument } from './add-document.ts'
import { largestDocument } from './inspect-file.ts'
import { findBytes, getDocument, listDocuments } from './queries.ts'
import { hasScanner } from './scan-documents.ts'
import { DocumentsPage } from './views/documents.tsx'
import { NewDocumentPage } from './views/new-document.tsx'
import { WithdrawPage } from './views/withdraw.tsx'
import { withdrawDocument } from './withdraw-document.ts'

const rowsOfPage = 30
const seen = { config: { may: 'see cases', looks: 'personal' } } as const
const works = { config: { may: 'work on cases', looks: 'personal' } } as const
const changes = { config: { may: 'work on cases', looks: 'none' } } as const
const sent = { ...changes, bodyLimit: largestDocument + 64 * 1024 }

const newDocument = z.object({
  title: text(120, { missing: 'title.missing', long: 'title.long' }),
  part: z.enum(noteParts, { error: 'part.missing' }),
})
const withdrawal = z.object({
  version: z.coerce.number().int().min(0).catch(0),
  reason: text(500, { missing: 'reason.missing', long: 'reason.long' }),
})
const query = z.object({ before: z.uuid().optional().catch(undefined), done: z.string().optional().catch(undefined) })

interface OfCase {
  Params: { caseId: string }
}
interface OfDocument {
  Params: { id: string }
}

/** Documents of a case: the list, adding one, handing one out, withdrawing one. */
export async function documentRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestDocument)

  app.get<OfCase>('/cases/:caseId/documents', seen, async (request, reply) => {
    const { caseId } = request.params
    const { before, done } = query.parse(request.query)
    const shown = await request.read(async (reading) => {
      const frame = await openFrame(reading, caseId)
      const found = await listDocuments(reading, caseId, { before, limit: rowsOfPage + 1 })
      return { frame, documents: found.slice(0, rowsOfPage), hasMore: found.length > rowsOfPage }
    })
    return reply.page(DocumentsPage({ page: request.page(), ...shown, before, done, userId: request.actor.userId }))
  })

  app.get<OfCase>('/cases/:caseId/documents/new', works, (request, reply) => showForm(request, reply, blankForm))

  app.post<OfCase>('/cases/:caseId/documents', sent, async (request, reply) => {
    const { caseId } = request.params
    const form = readForm(newDocument, fieldsIn(request.body))
    const file = await acceptFile(fileIn(request.body)?.bytes, hasScanner())
    if ('problem' in file) {
      return showForm(request, reply.status(422), withProblems(form, { field: 'file', message: file.problem }))
    }
    if (!form.valid)
      return showForm(request, reply.status(422), withProblems(form, { field: 'file', message: 'choose-again' }))
    await request.change((change) => addDocument(change, caseId, { ...form.values, file }))
    return reply.redirect(`/cases/${caseId}/documents?done=added`, 303)
  })

  app.get<OfDocument>('/documents/:id/file', seen, async (request, reply) => {
    const { document, bytes } = await request.read(async (reading) => {
      const document = await getDocument(reading, request.params.id)
      const bytes = await findBytes(reading, document.id)
      if (!bytes) throw new Refusal('not found', 'document.not-found')
      const { caseId, personId, part } = document
      const details = { documentId: document.id }
      reading.look({ action: 'consult', personIds: [personId], caseIds: [caseId], fieldGroups: [part], details })
      return { document, bytes }
    })
    const ending = document.kind === 'image/jpeg' ? 'jpg' : 'pdf'
    return reply
      .type(document.kind)
      .header('content-disposition', `attachment; filename="document.${ending}"`) // a title may name somebody
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes)
  })

  app.get<OfDocument>('/documents/:id/withdraw', works, async (request, reply) =>
    reply.page(WithdrawPage({ ...(await readOwn(request)), form: blankForm })),
  )

  app.post<OfDocument>('/documents/:id/withdrawal', changes, async (request, reply) => {
    const form = readForm(withdrawal, request.body)
    if (!form.valid) return reply.status(422).page(WithdrawPage({ ...(await readOwn(request)), form }))
    const { version, reason } = form.values
    const caseId = await request.change((change) => withdrawDocument(change, request.params.id, version, reason))
    return reply.redirect(`/cases/${caseId}/documents?done=withdrawn`, 303)
  })
}

async function openFrame(reading: Reading, caseId: string) {
  const frame = await getCaseFrame(reading, caseId)
  const parts = noteParts.filter((part) => frame.sight[part] !== undefined)
  const fieldGroups: FieldGroup[] = ['identity', ...parts]
  reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
  return frame
}

async function showForm(request: FastifyRequest<OfCase>, reply: FastifyReply, form: FormState<unknown>) {
  const frame = await request.read((reading) => openFrame(reading, request.params.caseId))
  const parts = noteParts.filter((part) => mayWrite(frame, part))
  if (parts.length === 0) throw new Refusal('not allowed', 'document.part-closed')
  return reply.page(NewDocumentPage({ page: request.page(), frame, parts, form, mayBePdf: hasScanner() }))
}

async function readOwn(request: FastifyRequest<OfDocument>) {
  const shown = await request.read(async (reading) => {
    const document = await getDocument(reading, request.params.id)
    return { document, frame: await openFrame(reading, document.caseId) }
  })
  if (shown.document.addedById !== request.actor.userId) throw new Refusal('not allowed', 'document.not-yours')
  return { page: request.page(), ...shown }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptFile, hasScanner, largestDocument, scanNow } from '../../documents/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../../platform/web/form.ts'
import { acceptUploads, fieldsIn, fileIn } from '../../platform/web/upload.ts'
import { addPaper } from '../add-paper.ts'
import { getAgreement } from '../queries/agreements.ts'
import { findPaper } from '../queries/papers.ts'
import { PaperPage } from '../views/paper-page.tsx'
import { coordinates, type OfAgreement, seen } from './agreements.ts'

const newPaper = z.object({ title: text(120, { missing: 'paper.title-missing', long: 'paper.title-long' }) })
const sent = { ...coordinates, bodyLimit: largestDocument + 64 * 1024 }

/** The document itself: added by a coordinator, handed out as a file to whoever reads agreements. */
export async function paperRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestDocument)

  app.get<OfAgreement>('/agreements/:agreementId/papers/new', coordinates, (request, reply) =>
    showForm(request, reply, blankForm),
  )

  app.post<OfAgreement>('/agreements/:agreementId/papers', sent, async (request, reply) => {
    const { agreementId } = request.params
    const form = readForm(newPaper, fieldsIn(request.body))
    const file = await acceptFile(fileIn(request.body)?.bytes, hasScanner())
    const problem = 'problem' in file ? file.problem : form.valid ? await scanNow(file) : 'choose-again'
    if ('problem' in file || !form.valid || problem) {
      return showForm(request, reply.status(422), withProblems(form, { field: 'file', message: problem! }))
    }
    await request.change((change) => addPaper(change, agreementId, { ...form.values, ...file }))
    return reply.redirect(`/agreements/${agreementId}?done=paper`, 303)
  })

  app.get<{ Params: { agreementId: string; paperId: string } }>(
    '/agreements/:agreementId/papers/:paperId',
    seen,
    async (request, reply) => {
      const { agreementId, paperId } = request.params
      const paper = await request.read((reading) => findPaper(reading, agreementId, paperId))
      if (!paper) throw new Refusal('not found', 'agreement.not-found')
      const name = `agreement.${paper.kind === 'image/jpeg' ? 'jpg' : 'pdf'}`
      return reply
        .type(paper.kind)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(paper.bytes)
    },
  )
}

async function showForm(request: FastifyRequest<OfAgreement>, reply: FastifyReply, form: FormState<unknown>) {
  const agreement = await request.read((reading) => getAgreement(reading, request.params.agreementId))
  const { may } = request.actor
  return reply.page(PaperPage({ page: request.page(), may, agreement, form, mayBePdf: hasScanner() }))
}

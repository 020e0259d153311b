import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptFile, hasScanner, largestDocument, scanNow } from '../../documents/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm, text, withProblems } from '../../platform/web/form.ts'
import { acceptUploads, fieldsIn, fileIn } from '../../platform/web/upload.ts'
import { addReport } from '../keep-meeting.ts'
import { mustBeOpen } from '../keep-theme.ts'
import { findReport } from '../queries/reports.ts'
import { getTheme } from '../queries/themes.ts'
import { ReportPage } from '../views/report-page.tsx'
import { type OfTheme, opens, works } from './themes.ts'

const newReport = z.object({ title: text(120, { missing: 'report.title-missing', long: 'too-long' }) })
const sent = { ...works, bodyLimit: largestDocument + 64 * 1024 }

/** Reports of a theme: added as papers of agreements are, handed out as files to keep. */
export async function themeReportRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestDocument)

  app.get<OfTheme>('/themes/:themeId/reports/new', works, (request, reply) => showForm(request, reply, blankForm))

  app.post<OfTheme>('/themes/:themeId/reports', sent, async (request, reply) => {
    const { themeId } = request.params
    const form = readForm(newReport, fieldsIn(request.body))
    const file = await acceptFile(fileIn(request.body)?.bytes, hasScanner())
    const problem = 'problem' in file ? file.problem : form.valid ? await scanNow(file) : 'choose-again'
    if ('problem' in file || !form.valid || problem)
      return showForm(request, reply.status(422), withProblems(form, { field: 'file', message: problem! }))
    await request.change((change) => addReport(change, themeId, { ...form.values, ...file }))
    return reply.redirect(`/themes/${themeId}?done=report`, 303)
  })

  app.get<{ Params: { reportId: string } }>('/theme-reports/:reportId/file', opens, async (request, reply) => {
    const { reportId } = request.params
    const report = await request.read(async (reading) => {
      const found = await findReport(reading, reportId)
      if (!found) throw new Refusal('not found', 'theme.not-found')
      reading.look({ action: 'consult', fieldGroups: ['risk'], details: { reportId } })
      return found
    })
    const ending = report.kind === 'image/jpeg' ? 'jpg' : 'pdf'
    return reply
      .type(report.kind)
      .header('content-disposition', `attachment; filename="report.${ending}"`) // a title may name somebody
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(report.bytes)
  })
}

async function showForm(request: FastifyRequest<OfTheme>, reply: FastifyReply, form: FormState<unknown>) {
  const theme = await request.read((reading) => getTheme(reading, request.params.themeId))
  return reply.page(ReportPage({ page: request.page(), theme: mustBeOpen(theme), form, mayBePdf: hasScanner() }))
}

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { printCertificate } from '../print-certificate.ts'
import { approveDisposal, withdrawDisposal } from '../propose-disposal.ts'
import { countRowsGone, getDisposal, listDisposals, listItems } from '../queries/disposals.ts'
import { getSchedule } from '../queries/schedule.ts'
import { CertificatePage } from '../views/certificate-page.tsx'
import { DisposalPage } from '../views/disposal-page.tsx'
import { DisposalsPage } from '../views/disposals-page.tsx'
import { words } from '../words.ts'

interface OfDisposal {
  Params: { id: string }
  Querystring: { done?: string; page?: string }
}

const rowsOfPage = 50
const keepers = { config: { may: 'dispose of records', looks: 'personal' as const } }
const open = { config: { may: 'dispose of records', looks: 'none' as const } }
const decides = { config: { may: 'dispose of records', looks: 'none' as const, asksAgain: true } }
const said = ['proposed', 'approved', 'withdrawn'] as const
const pageNumber = z.coerce.number().int().min(1).max(1_000).catch(1)

/** Disposals: the second person's decision, taking back, progress, and the certificate. */
export async function disposalRoutes(app: FastifyInstance): Promise<void> {
  app.get('/retention/disposals', open, async (request, reply) => {
    const all = await request.read(listDisposals)
    return reply.page(DisposalsPage({ page: request.page(), may: request.actor.may, all }))
  })

  app.get<OfDisposal>('/retention/disposals/:id', keepers, async (request, reply) => {
    const number = pageNumber.parse(request.query.page)
    const shown = await request.read(async (reading) => {
      const disposal = await getDisposal(reading, request.params.id)
      const found = await listItems(reading, disposal.id, rowsOfPage + 1, (number - 1) * rowsOfPage)
      const personIds = [...new Set(found.map(({ personId }) => personId))]
      reading.look({ action: 'consult', personIds, fieldGroups: ['identity'] })
      return { disposal, found, coolingOffInDays: (await getSchedule(reading)).coolingOffInDays }
    })
    const page = request.page()
    const name = said.find((each) => each === request.query.done)
    const { may, userId } = request.actor
    const done = name && words(page.locale)(`done.${name}`)
    const { found, ...rest } = shown
    const people = found.slice(0, rowsOfPage)
    return reply.page(
      DisposalPage({ page, may, userId, ...rest, people, number, hasMore: found.length > rowsOfPage, done }),
    )
  })

  app.post<OfDisposal>('/retention/disposals/:id/approval', decides, async (request, reply) => {
    const { id } = request.params
    await request.change((change) => approveDisposal(change, id))
    return reply.redirect(`/retention/disposals/${id}?done=approved`, 303)
  })

  app.post<OfDisposal>('/retention/disposals/:id/withdrawal', open, async (request, reply) => {
    const { id } = request.params
    await request.change((change) => withdrawDisposal(change, id))
    return reply.redirect(`/retention/disposals/${id}?done=withdrawn`, 303)
  })

  app.get<OfDisposal>('/retention/disposals/:id/certificate', open, async (request, reply) => {
    const certificate = await request.read((reading) => getCertificate(reading, request.params.id))
    return reply.page(CertificatePage({ page: request.page(), may: request.actor.may, ...certificate }))
  })

  app.get<OfDisposal>('/retention/disposals/:id/certificate.pdf', open, async (request, reply) => {
    const certificate = await request.read((reading) => getCertificate(reading, request.params.id))
    const { locale, now } = request.page()
    const pdf = printCertificate(locale, certificate, now)
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="certificate.pdf"').send(pdf)
  })
}

/** @throws Refusal `disposal.not-found` before it is done: there is nothing to certify. */
async function getCertificate(reading: Parameters<typeof getDisposal>[0], id: string) {
  const disposal = await getDisposal(reading, id)
  if (disposal.state !== 'DONE') throw new Refusal('not found', 'disposal.not-found')
  return { disposal, rowsGone: await countRowsGone(reading, id) }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, readForm } from '../../platform/web/form.ts'
import { newStanding } from '../need-form.ts'
import { pathways } from '../pathways.ts'
import { listEarlierStandings, listPathwayStandings } from '../queries/pathway-statuses.ts'
import { openFrame, readPathwayNames } from '../read-frame.ts'
import { setPathwayStatus } from '../set-pathway-status.ts'
import { PathwayPage, pathwayUrl } from '../views/pathway-page.tsx'

export async function pathwayRoutes(app: FastifyInstance): Promise<void> {
  const url = '/cases/:caseId/pathways/:slug'

  app.get<OfPathway>(url, { config: { may: 'see cases', looks: 'personal' } }, async (request, reply) => {
    return reply.page(PathwayPage({ ...(await readPathway(request)), form: blankForm }))
  })

  app.post<OfPathway>(url, { config: { may: 'work on cases', looks: 'none' } }, async (request, reply) => {
    const form = readForm(newStanding, request.body)
    if (!form.valid) return reply.status(422).page(PathwayPage({ ...(await readPathway(request)), form }))
    const { caseId } = request.params
    const pathway = pathwayOf(request)
    try {
      await request.change((change) => setPathwayStatus(change, caseId, { pathway, ...form.values }))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'pathway.changed-meanwhile')) throw error
      return reply.status(409).page(PathwayPage({ ...(await readPathway(request)), form, isChangedMeanwhile: true }))
    }
    return reply.redirect(pathwayUrl(caseId, pathway), 303)
  })
}

function readPathway(request: FastifyRequest<OfPathway>) {
  const page = request.page()
  const pathway = pathwayOf(request)
  return request.read(async (reading) => {
    const frame = await openFrame(reading, request.params.caseId)
    const nameOf = await readPathwayNames(reading, page.locale)
    const standings = await listPathwayStandings(reading, frame.caseId)
    const earlier = await listEarlierStandings(reading, frame.caseId, pathway)
    const standing = standings.find((one) => one.pathway === pathway)
    return { page, frame, pathway, name: nameOf(pathway), standing, earlier }
  })
}

/** @throws Refusal `pathway.not-found` */
function pathwayOf({ params }: FastifyRequest<OfPathway>) {
  const pathway = pathways.find((code) => code.toLowerCase().replaceAll('_', '-') === params.slug)
  if (!pathway) throw new Refusal('not found', 'pathway.not-found')
  return pathway
}

interface OfPathway {
  Params: { caseId: string; slug: string }
}

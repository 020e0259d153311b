import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../platform/refusal.ts'
import { acceptUploads, fileIn } from '../../platform/web/upload.ts'
import { forkProgramme, importProgramme, mayKeep } from '../keep-programme.ts'
import { largestPackage, type PackageProblem, readPackage } from '../package/read-package.ts'
import { publishedSchema } from '../package/schema.ts'
import { countGuideUse, getProgramme, listProgrammes } from '../queries.ts'
import { ImportPage } from '../views/import-page.tsx'
import { ProgrammePage } from '../views/programme-page.tsx'
import { ProgrammesPage } from '../views/programmes-page.tsx'

export interface OfProgramme {
  Params: { programmeId: string }
}
export const reads = { config: { may: 'see the directory', looks: 'none' } } as const
export const keeps = { config: { may: 'work on cases', looks: 'none' } } as const

/** Programmes: the list, one of them, taking one in, taking one further, handing one out. */
export async function programmePageRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestPackage)
  const schema = JSON.stringify(publishedSchema(), null, 2)

  app.get('/programmes', reads, async (request, reply) => {
    const programmes = await request.read(listProgrammes)
    return reply.page(ProgrammesPage({ page: request.page(), programmes, mayImport: isManager(request) }))
  })

  app.get('/programmes/schema.json', reads, (_, reply) =>
    reply
      .type('application/schema+json')
      .header('content-disposition', 'inline; filename="programme-1.schema.json"')
      .send(schema),
  )

  app.get('/programmes/new', reads, (request, reply) => showImport(request, reply, []))

  app.post('/programmes', { ...keeps, bodyLimit: 20 * 1024 * 1024 }, async (request, reply) => {
    const file = fileIn(request.body)
    if (!file) return showImport(request, reply.status(422), [{ message: 'package.no-file', where: '', found: '' }])
    const result = readPackage(file.bytes)
    if ('problems' in result) return showImport(request, reply.status(422), result.problems)
    try {
      const id = await request.change((change) => importProgramme(change, result.read))
      return reply.redirect(`/programmes/${id}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'programme.older') throw error
      const older = { message: 'package.older', where: 'version', found: String(result.read.version) } as const
      return showImport(request, reply.status(422), [older])
    }
  })

  app.get<OfProgramme>('/programmes/:programmeId', reads, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const programme = await getProgramme(reading, request.params.programmeId)
      return { programme, guideUse: await countGuideUse(reading, programme.id) }
    })
    const may = {
      keep: mayKeep(request.actor, shown.programme),
      fork: isManager(request),
      run: request.actor.may.has('work on cases'),
      seeFigures: request.actor.may.has('see cases'),
    }
    return reply.page(ProgrammePage({ page: request.page(), ...shown, may }))
  })

  app.get<OfProgramme>('/programmes/:programmeId/package.json', reads, async (request, reply) => {
    const { package: edition } = await request.read((reading) => getProgramme(reading, request.params.programmeId))
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${edition.code}-${edition.version}.json"`)
      .send(JSON.stringify(edition, null, 2))
  })

  app.post<OfProgramme>('/programmes/:programmeId/fork', keeps, async (request, reply) => {
    try {
      const id = await request.change((change) => forkProgramme(change, request.params.programmeId))
      return reply.redirect(`/programmes/${id}`, 303)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'programme.have-it') throw error
      return reply.redirect(`/programmes/${String(error.details['programmeId'])}`, 303) // their own stands there
    }
  })
}

const isManager = ({ actor }: FastifyRequest) => actor.roles.includes('MANAGER')

async function showImport(request: FastifyRequest, reply: FastifyReply, problems: readonly PackageProblem[]) {
  return reply.page(ImportPage({ page: request.page(), problems, mayImport: isManager(request) }))
}

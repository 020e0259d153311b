import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getBatch, listBatches, listProblems } from '../../imports/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import { fileIn } from '../../platform/web/upload.ts'
import {
  checkSource, commitExtract, examineExtract, getExtractSheet, mapExtract, startExtract, undoExtract,
} from '../extracts/bring-in.ts' // biome-ignore format: a list
import { isOffenceField, numberFields, type OffenceField } from '../extracts/offence-fields.ts'
import { ExtractColumns, ExtractPreview, ExtractReport } from '../views/extract-pages.tsx'
import { ExtractsPage } from '../views/extracts-page.tsx'
import { words } from '../words.ts'

interface OfExtract {
  Params: { batchId: string }
}
const shows = { config: { may: 'import people', looks: 'personal' } } as const
const changes = { config: { may: 'import people', looks: 'none' } } as const
const whole = { action: 'consult', fieldGroups: ['research'] } as const
const place = '/reoffending/extracts'

/** Offences of police and probation: choose a file, say what its columns hold, see what it would bring, keep it, take it back. */
export async function extractRoutes(app: FastifyInstance): Promise<void> {
  app.get(place, changes, (request, reply) => startPage(request, reply, []))

  app.post(place, changes, async (request, reply) => {
    const upload = uploadOf(request.body, words(request.page().locale)('extracts.pasted-name'))
    if (!upload) return startPage(request, reply.status(422), [{ field: 'file', message: 'missing' }])
    const started = await request.change((change) => startExtract(change, upload))
    if ('batchId' in started) return reply.redirect(`${place}/${started.batchId}/columns`, 303)
    return startPage(request, reply.status(422), [{ field: 'file', message: started.problem }])
  })

  app.get<OfExtract>(`${place}/:batchId/columns`, shows, async (request, reply) => {
    const { batch, sheet } = await request.read((reading) => {
      reading.look({ ...whole, details: { batchId: request.params.batchId } })
      return getExtractSheet(reading, request.params.batchId)
    })
    const chosen = sheet.columns.map((column) => batch.columns?.[column] ?? '')
    return reply.page(ExtractColumns({ page: request.page(), batch, sheet, chosen, problems: [] }))
  })

  app.post<OfExtract>(`${place}/:batchId/columns`, changes, async (request, reply) => {
    const { batchId } = request.params
    const { batch, sheet } = await request.read((reading) => getExtractSheet(reading, batchId))
    const sent = (request.body ?? {}) as Record<string, unknown>
    const chosen = sheet.columns.map((_, index): OffenceField | '' => {
      const field = sent[`column-${index}`]
      return typeof field === 'string' && isOffenceField(field) ? field : ''
    })
    const problems = mappingProblems(chosen)
    if (problems.length > 0) {
      return reply.status(422).page(ExtractColumns({ page: request.page(), batch, sheet, chosen, problems }))
    }
    const mapping = Object.fromEntries(sheet.columns.map((column, index) => [column, chosen[index] ?? '']))
    await request.change((change) => mapExtract(change, batchId, mapping))
    return reply.redirect(`${place}/${batchId}`, 303)
  })

  app.get<OfExtract>(`${place}/:batchId`, shows, async (request, reply) => {
    const { batchId } = request.params
    const page = request.page()
    const found = await request.read(async (reading) => {
      reading.look({ ...whole, details: { batchId } })
      const batch = await getBatch<OffenceField>(reading, batchId, 'OFFENCES')
      if (batch.committedAt) return { batch, problems: await listProblems(reading, batchId) }
      return examineExtract(reading, batchId)
    })
    return reply.page('examined' in found ? ExtractPreview({ page, ...found }) : ExtractReport({ page, ...found }))
  })

  app.post<OfExtract>(`${place}/:batchId/commit`, changes, async (request, reply) => {
    const { batchId } = request.params
    const isWhole = (request.body as { history?: unknown } | undefined)?.history === 'whole'
    await request.change((change) => commitExtract(change, batchId, isWhole))
    return reply.redirect(`${place}/${batchId}`, 303)
  })

  app.post<OfExtract>(`${place}/:batchId/undo`, changes, async (request, reply) => {
    await request.change((change) => undoExtract(change, request.params.batchId))
    return reply.redirect(`${place}/${request.params.batchId}`, 303)
  })
}

async function startPage(request: FastifyRequest, reply: FastifyReply, problems: Problem[]) {
  const batches = await request.read((reading) => {
    checkSource(reading)
    return listBatches(reading, 'OFFENCES')
  })
  const typed = (request.body as { pasted?: unknown } | undefined)?.pasted
  const pasted = typeof typed === 'string' ? typed : ''
  return reply.page(ExtractsPage({ page: request.page(), batches, problems, pasted }))
}

/** A field may be in one column only; a number, the day and the outcome must be somewhere. */
function mappingProblems(chosen: readonly (OffenceField | '')[]): Problem[] {
  const problems = chosen.flatMap((field, index) =>
    field !== '' && chosen.indexOf(field) < index ? [{ field: `column-${index}`, message: 'columns.twice' }] : [],
  )
  const hasAll =
    numberFields.some((field) => chosen.includes(field)) &&
    (['offenceOn', 'outcome', 'outcomeOn'] as const).every((field) => chosen.includes(field))
  return hasAll ? problems : [...problems, { field: 'column-0', message: 'columns.offences-lack' }]
}

/** What was sent, a pasted list as a file of its own; undefined where neither holds anything. */
function uploadOf(body: unknown, pastedName: string): { name: string; bytes: Uint8Array } | undefined {
  const file = fileIn(body)
  if (file && file.bytes.length > 0) return file
  const { pasted } = (body ?? {}) as { pasted?: unknown }
  if (typeof pasted === 'string' && pasted.trim() !== '') return { name: pastedName, bytes: Buffer.from(pasted) }
  return file
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { acceptUploads, fileIn } from '../../platform/web/upload.ts'
import { commitImport, examineImport } from '../commit-import.ts'
import { mappingProblems, readMapping } from '../mapping-form.ts'
import { prepareReading } from '../prepare-reading.ts'
import { type Batch, findFile, getBatch, listBatches } from '../queries/batches.ts'
import { listCandidates } from '../queries/candidates.ts'
import { listProblems, listRows } from '../queries/rows.ts'
import { largestFile, readSheet, type Sheet } from '../read-sheet.ts'
import { resolveDuplicate, undoResolution } from '../resolve-duplicate.ts'
import { mapColumns, startImport } from '../start-import.ts'
import { undoImport } from '../undo-import.ts'
import { ColumnsPage } from '../views/columns.tsx'
import { PreviewPage } from '../views/preview.tsx'
import { ReportPage, type ReportProps, shownOfReport } from '../views/report.tsx'
import { StartPage } from '../views/start.tsx'
import { words } from '../words.ts'
import { movementImportRoutes } from './movements.ts'
import { problemFileRoutes } from './problems.ts'

const shows = { config: { may: 'import people', looks: 'personal' } } as const
const changes = { config: { may: 'import people', looks: 'none' } } as const
const whole = { action: 'consult', fieldGroups: ['identity', 'custody'] } as const

/** Pages of an import: choose a file, say what its columns hold, see what it would do, commit, resolve, undo. */
export async function importRoutes(app: FastifyInstance): Promise<void> {
  await acceptUploads(app, largestFile)
  await movementImportRoutes(app)
  await problemFileRoutes(app)

  app.get('/imports', { config: { may: 'import people', looks: 'none' } }, async (request, reply) =>
    startPage(request, reply.status(200), { typed: {}, problems: [] }),
  )

  app.post('/imports', changes, async (request, reply) => {
    const upload = uploadOf(request.body, words(request.page().locale)('pasted-name'))
    const typed = { pasted: (request.body as { pasted?: string } | undefined)?.pasted }
    if (!upload) {
      const problems = [{ field: 'file', message: 'file-problem.missing' }]
      return startPage(request, reply.status(422), { typed, problems })
    }
    const started = await request.change((change) => startImport(change, upload))
    if ('batchId' in started) return reply.redirect(`/imports/${started.batchId}/columns`, 303)
    const problems = [{ field: 'file', message: `file-problem.${started.problem}` }]
    return startPage(request, reply.status(422), { typed, problems })
  })

  app.get<OfBatch>('/imports/:batchId/columns', shows, async (request, reply) => {
    const { batch, sheet } = await request.read((reading) => getSheet(reading, request.params.batchId))
    const chosen = sheet.columns.map((column) => new Map(Object.entries(batch.columns ?? {})).get(column) ?? '')
    return reply.page(ColumnsPage({ page: request.page(), batch, sheet, chosen, problems: [] }))
  })

  app.post<OfBatch>('/imports/:batchId/columns', changes, async (request, reply) => {
    const { batchId } = request.params
    const { batch, sheet } = await request.read((reading) => getSheet(reading, batchId))
    const chosen = readMapping(request.body, sheet.columns)
    const problems = mappingProblems(chosen)
    if (problems.length > 0) {
      return reply.status(422).page(ColumnsPage({ page: request.page(), batch, sheet, chosen, problems }))
    }
    const mapping = Object.fromEntries(sheet.columns.map((column, index) => [column, chosen[index] ?? '']))
    await request.change((change) => mapColumns(change, batchId, mapping))
    return reply.redirect(`/imports/${batchId}`, 303)
  })

  app.get<OfBatch>('/imports/:batchId', shows, async (request, reply) => {
    const { batchId } = request.params
    const batch = await request.read((reading) => getBatch(reading, batchId))
    if (batch.committedAt) return reportPage(request, reply, batchId)
    const { examination } = await request.read(async (reading) => {
      reading.look({ ...whole, details: { batchId } })
      return examineImport(reading, batchId)
    })
    return reply.page(PreviewPage({ page: request.page(), batch, examination }))
  })

  app.post<OfBatch>('/imports/:batchId/commit', changes, async (request, reply) => {
    const { batchId } = request.params
    await request.change((change) => commitImport(change, batchId))
    return reply.redirect(`/imports/${batchId}`, 303)
  })

  app.post<OfBatch>('/imports/:batchId/undo', changes, async (request, reply) => {
    const { batchId } = request.params
    await request.change((change) => undoImport(change, batchId))
    return reply.redirect(`/imports/${batchId}`, 303)
  })

  app.post<OfRow>('/imports/:batchId/rows/:row/resolution', changes, async (request, reply) => {
    const { batchId, row } = request.params
    const { who } = (request.body ?? {}) as { who?: string }
    if (!who)
      return reportPage(request, reply.status(422), batchId, { row: Number(row), problem: 'duplicates.problem' })
    try {
      const personId = who === 'other' ? undefined : who
      await request.change((change) => resolveDuplicate(change, batchId, Number(row), personId))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'import.number-taken') throw error
      return reportPage(request, reply.status(422), batchId, { row: Number(row), problem: 'duplicates.number-taken' })
    }
    return reply.redirect(`/imports/${batchId}#row-${Number(row)}`, 303)
  })

  app.post<OfRow>('/imports/:batchId/rows/:row/resolution/undo', changes, async (request, reply) => {
    const { batchId, row } = request.params
    await request.change((change) => undoResolution(change, batchId, Number(row)))
    return reply.redirect(`/imports/${batchId}#row-${Number(row)}`, 303)
  })
}

async function startPage(request: FastifyRequest, reply: FastifyReply, form: Parameters<typeof StartPage>[0]['form']) {
  const batches = await request.read(async (reading) => {
    await prepareReading(reading)
    return listBatches(reading)
  })
  return reply.page(StartPage({ page: request.page(), batches, form }))
}

async function reportPage(
  request: FastifyRequest,
  reply: FastifyReply,
  batchId: string,
  refused?: ReportProps['refused'],
) {
  const report = await request.read(async (reading) => {
    reading.look({ ...whole, details: { batchId } })
    const duplicates = await listRows(reading, batchId, { results: ['DUPLICATE'], most: 200 })
    const candidateIds = [...new Set(duplicates.flatMap((row) => row.candidateIds))]
    return {
      batch: await getBatch(reading, batchId),
      problems: await listProblems(reading, batchId),
      duplicates,
      people: await listRows(reading, batchId, { results: ['ADDED', 'CHANGED'], most: shownOfReport }),
      candidates: await listCandidates(reading, candidateIds),
    }
  })
  return reply.page(ReportPage({ page: request.page(), ...report, ...(refused && { refused }) }))
}

/** @throws Refusal `import.done` once the batch is committed, when its file is gone. */
async function getSheet(reading: Reading, batchId: string): Promise<{ batch: Batch; sheet: Sheet }> {
  reading.look({ ...whole, details: { batchId } })
  const batch = await getBatch(reading, batchId)
  const file = await findFile(reading, batchId)
  const read = file && readSheet(file)
  if (!read || 'problem' in read) throw new Refusal('conflict', 'import.done')
  return { batch, sheet: read.sheet }
}

interface OfBatch {
  Params: { batchId: string }
}
interface OfRow {
  Params: { batchId: string; row: string }
}

/** What was sent, a pasted list as a file of its own; undefined where neither holds anything. */
function uploadOf(body: unknown, pastedName: string): { name: string; bytes: Uint8Array } | undefined {
  const file = fileIn(body)
  if (file && file.bytes.length > 0) return file
  const { pasted } = (body ?? {}) as { pasted?: unknown }
  if (typeof pasted === 'string' && pasted.trim() !== '') return { name: pastedName, bytes: Buffer.from(pasted) }
  return file
}

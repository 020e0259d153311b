import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type FileSource, fileRoutes, markExport, takeOrAsk } from '../../exports/index.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { examineImport } from '../commit-import.ts'
import { problemsCsv } from '../problems-csv.ts'
import { getBatch } from '../queries/batches.ts'
import { listProblems, type StoredProblem } from '../queries/rows.ts'

const filter = z.object({ batch: z.uuid() })

/** The rows of an import that were not right: each is about somebody, so many of them wait for an approval as a list does. */
const problems: FileSource<string> = {
  kind: 'imports',
  may: 'import people',
  filterOf(sent) {
    const read = filter.safeParse(sent)
    if (!read.success) throw new Refusal('not found', 'import.not-found')
    return read.data.batch
  },
  queryOf: (batch) => `batch=${batch}`,
  listHref: (batch) => `/imports/${batch}`,
  count: async (reading, batch) => new Set((await problemsOf(reading, batch)).map(({ row }) => row)).size,
  async make(reading, batchId, locale, asked) {
    const mark = markExport(reading)
    const details = { batchId, number: mark.number, ...(asked && { requestId: asked.requestId }) }
    reading.look({ action: 'export', fieldGroups: ['identity', 'custody'], details })
    return problemsCsv(locale, mark, await problemsOf(reading, batchId))
  },
}

/** What was wrong with an import as a file. */
export async function problemFileRoutes(app: FastifyInstance): Promise<void> {
  const taken = { config: { may: 'import people', looks: 'personal', asksAgain: true } } as const
  app.get<{ Params: { batchId: string } }>('/imports/:batchId/problems.csv', taken, (request, reply) =>
    takeOrAsk(request, reply, problems, { sent: { batch: request.params.batchId } }),
  )
  fileRoutes(app, problems)
}

async function problemsOf(reading: Reading, batchId: string): Promise<StoredProblem[]> {
  const { committedAt } = await getBatch(reading, batchId)
  if (committedAt) return listProblems(reading, batchId)
  const { errors, warnings } = (await examineImport(reading, batchId)).examination
  return [...errors.map((one) => ({ ...one, isError: true })), ...warnings.map((one) => ({ ...one, isError: false }))]
}

import type { FastifyInstance } from 'fastify'
import { type FileSource, fileRoutes, takeOrAsk } from '../../exports/index.ts'
import { type ListFilter, queryOf, readFilter } from '../filters.ts'
import { countInFile, releaseFile } from '../release-file.ts'

const list: FileSource<ListFilter> = {
  kind: 'releases',
  may: 'see cases',
  filterOf: (sent) => ({ ...readFilter(sent), after: '', before: '' }),
  queryOf,
  listHref: (filter) => `/releases?${queryOf(filter)}`,
  count: countInFile,
  make: (reading, filter, locale, asked) => releaseFile(reading, filter, locale, asked?.requestId),
}

/** The list as a file: at once, or above the partnership's limit by an approval. */
export async function exportRoutes(app: FastifyInstance): Promise<void> {
  const taken = { config: { may: 'see cases', looks: 'personal', asksAgain: true } } as const
  app.get('/releases.csv', taken, (request, reply) => takeOrAsk(request, reply, list))
  fileRoutes(app, list)
}
